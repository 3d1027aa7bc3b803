import TMSRuntime
import TMSSyntax

/// One column of a table: what it is called, where its cells come from, and what they are.
struct Column: Equatable {
    /// The friendly name, by which the cell is looked up.
    var name: String
    var kind: FieldKind?
    /// May be shortened to make room.
    var isFlexible: Bool { kind == nil || kind == .text || kind == .list || kind == .record }
    var alignsRight: Bool { kind == .number || kind == .duration }

    /// The column with the kind its values have, where no schema says one.
    func settled(by rows: [Value], _ environment: Environment) -> Column {
        guard kind == nil else { return self }
        var kinds: Set<FieldKind> = []
        for row in rows {
            var value = row
            if case .record(let record) = row { value = record.value(name, environment) }
            switch value {
            case .nothing, .null: continue
            case .integer, .decimal: kinds.insert(.number)
            case .duration: kinds.insert(.duration)
            case .instant, .day: kinds.insert(.date)
            default: return self
            }
        }
        return Column(name: name, kind: kinds.count == 1 ? kinds.first : nil)
    }
}

/// Which columns a result gets, best first: those the user named, or those people look for in this kind of record,
/// and after them the fields the query speaks of.
struct ColumnChoice {
    let description: ResultDescription
    private(set) var schema: Schema?
    let verb: Signature?

    init(_ description: ResultDescription, _ vocabulary: Vocabulary) {
        self.description = description
        schema = description.schema.flatMap(vocabulary.schema(named:))
        verb = description.verb.flatMap { vocabulary.verbs.indices.contains($0.index) ? vocabulary[$0] : nil }
    }

    /// The choice for rows that say themselves what they are (`$late`), where the query does not.
    func settled(by rows: [Value]) -> ColumnChoice {
        guard schema == nil, case .record(let record)? = rows.first, let kind = record.shape.kind else { return self }
        // Rows of which the script left only some fields, or that a write made, are shown as they are.
        let known = Set(kind.schema.fields.map { $0.wireName ?? $0.name })
        let present = record.shape.keys.count { known.contains($0) }
        guard present * 2 >= known.count else { return self }
        var settled = self
        settled.schema = kind.schema
        return settled
    }

    /// - Parameter rows: enough of the result to see which keys it has.
    func columns(for rows: [Value]) -> [Column] {
        if let named = description.columns { return named.map(column) }
        let keys = unionOfKeys(rows)
        guard let schema, !isWrite else { return writeOrder(keys).map(column) }
        let isPlace = { (field: Field) in field.kind != .record && field.kind != .list }
        var chosen: [String]
        if schema.field(named: "silent") != nil, schema.field(named: "number") != nil {
            chosen = Self.parcel.filter { schema.field(named: $0) != nil }
            chosen.insert(
                contentsOf: schema.fields.filter { isPlace($0) && mentioned.contains($0.name) }.map(\.name)
                    .filter { !chosen.contains($0) },
                at: max(chosen.count - 1, 0))
        } else {
            chosen = schema.fields.filter(isPlace).map(\.name)
        }
        // Keys a script added to the rows (`set`, `rename`, `join`) belong to no schema.
        chosen += keys.filter { schema.field(named: $0) == nil && mentioned.contains($0) }
        return chosen.map(column)
    }

    /// Words of the query, to see which fields it speaks of.
    var mentioned: Set<String> {
        let text = description.location.file.slice(description.location.range)
        return Set(text.split { !$0.isLetter && $0 != "_" }.map { $0.lowercased() })
    }

    var isWrite: Bool {
        guard let verb else { return false }
        return verb.effect == .create || verb.effect == .update || verb.effect == .delete
    }

    /// The word before the statement that keeps it from being run: `plan`, `explain`, `curl`.
    var prefix: String? {
        let place = description.location
        let text = place.file.slice(SourceRange(0, place.range.lower))
        // What ends the line above is no prefix.
        let before = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).last ?? ""
        let word = before.split { $0 == " " || $0 == ";" || $0 == "\t" }.last.map { $0.lowercased() }
        return word.flatMap(StatementSyntax.Prefix.init(rawValue:))?.rawValue
    }

    private static let parcel = ["number", "via", "to", "status", "silent", "travelling", "title"]

    private func column(_ name: String) -> Column {
        guard let field = schema?.field(named: name) else { return Column(name: name, kind: nil) }
        return Column(name: name, kind: field.kind)
    }

    private func writeOrder(_ keys: [String]) -> [String] {
        guard isWrite else { return keys }
        let first = ["number", "via", "outcome"].filter(keys.contains)
        return first + keys.filter { !first.contains($0) }
    }

    private func unionOfKeys(_ rows: [Value]) -> [String] {
        var keys: [String] = []
        var seen: Set<String> = []
        var lastShape: Shape?
        for case .record(let record) in rows where record.shape !== lastShape {
            lastShape = record.shape
            for key in record.shape.keys {
                let name = schema?.field(named: key)?.name ?? key
                if seen.insert(name).inserted { keys.append(name) }
            }
        }
        return keys.isEmpty ? ["value"] : keys
    }
}
