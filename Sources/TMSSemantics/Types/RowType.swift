import TMSSyntax

/// The fields that the rows of a pipeline can have, as its stages change them.
struct RowType: Sendable {
    /// The kind of record the rows began as; `nil` for those of a file, of groups, or after `show`.
    private var table: FieldTable?
    /// Fields added by a stage, or the only ones.
    private var columns: [String: StaticType]
    private var dropped: Set<String> = []
    /// Whether a row may hold fields nobody listed.
    private(set) var isOpen: Bool
    /// What a message calls such a row: "a parcel", "`orders.csv`".
    private(set) var name: String

    private init(table: FieldTable?, columns: [String: StaticType], isOpen: Bool, name: String) {
        self.table = table
        self.columns = columns
        self.isOpen = isOpen
        self.name = name
    }

    /// A record of which nothing is known.
    static let open = RowType(table: nil, columns: [:], isOpen: true, name: "this row")

    init(_ table: FieldTable) {
        self.init(table: table, columns: [:], isOpen: table.schema.isOpen, name: table.schema.phrase)
    }

    init(columns: [String: StaticType], named name: String) {
        self.init(table: nil, columns: columns, isOpen: false, name: name)
    }

    enum Lookup {
        case field(StaticType)
        case possible
        case absent
    }

    func lookup(_ field: String) -> Lookup {
        if let type = columns[field] { return .field(type) }
        if dropped.contains(field) { return .absent }
        if let known = table?[field] { return .field(StaticType(known.kind)) }
        return isOpen ? .possible : .absent
    }

    func has(_ field: String) -> Bool {
        if case .field = lookup(field) { true } else { false }
    }

    /// The names a person may have meant.
    var names: [String] {
        columns.keys.sorted() + (table.map { $0.names.filter { !dropped.contains($0) } } ?? [])
    }

    /// The other names of a field count as it: `via` and `carrier_code`.
    private func allNames(of field: String) -> [String] { table?[field]?.names ?? [field] }
}

extension RowType {
    mutating func add(_ field: String, _ type: StaticType) {
        columns[field] = type
        dropped.remove(field)
    }

    mutating func drop(_ field: String) {
        for name in allNames(of: field) {
            columns[name] = nil
            dropped.insert(name)
        }
    }

    mutating func rename(_ old: String, to new: String) {
        let type = if case .field(let type) = lookup(old) { type } else { StaticType.unknown }
        drop(old)
        add(new, type)
    }

    /// Leaves only these fields, under any of their names.
    mutating func keep(_ fields: [String]) {
        var kept: [String: StaticType] = [:]
        for field in fields {
            let type = if case .field(let type) = lookup(field) { type } else { StaticType.unknown }
            for name in allNames(of: field) { kept[name] = type }
        }
        self = RowType(table: nil, columns: kept, isOpen: false, name: "a row here")
    }

    /// Rows joined with these can have the fields of both.
    mutating func join(_ other: RowType?) {
        guard let other, !other.isOpen else {
            isOpen = true
            return
        }
        for name in other.names where !has(name) {
            if case .field(let type) = other.lookup(name) { add(name, type) }
        }
    }
}
