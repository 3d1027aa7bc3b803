/// How a script asks for a field.
enum FieldUse: Hashable, Sendable {
    case read
    /// With a value that stands in for it: `$p.title ?? "untitled"`.
    case optional
    /// In a condition that chooses rows.
    case condition
}

/// A field as a script asks for it.
struct NamedField: Hashable, Sendable {
    let name: String
    let use: FieldUse
}

/// A name that a script asks rows for, and what came of it: rows of a file, of a free-hand call or of JSON may lack a
/// field, and nobody could know before.
final class FieldSite {
    let name: String
    let use: FieldUse
    /// Some row had it, or could have had it.
    private(set) var isFound = false
    /// Rows in which nobody knows of such a field.
    private(set) var missed = 0
    /// Those of them that the script has not written itself.
    private(set) var missedElsewhere = 0
    /// The row counted last: a script may ask one row twice.
    private var last: AnyObject?

    init(_ name: String, _ use: FieldUse) {
        self.name = name
        self.use = use
    }

    func find() { isFound = true }

    /// A record that has no such field. Refused where its kind cannot have one, or a stage has left it out.
    func miss(in record: Record) throws(Fault) {
        switch record.shape.absence(of: name) {
        case .open: isFound = true
        case .leftOut(let stage): throw .fieldLeftOut(name, by: stage, keeping: record.shape.keys)
        case .impossible(let schema) where use != .optional: throw .unknownField(name, of: schema)
        case .unknown, .impossible:
            guard last !== record.identity else { return }
            last = record.identity
            missed += 1
            if !record.shape.isWritten { missedElsewhere += 1 }
        }
    }
}
