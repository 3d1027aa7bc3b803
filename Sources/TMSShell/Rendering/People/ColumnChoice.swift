import TMSRuntime
import TMSSyntax

/// One column of a table: what it is called, where its cells come from, and what they are.
struct Column: Equatable {
    /// The friendly name, by which the cell is looked up.
    var name: String
    var kind: ValueKind?
    /// May be shortened to make room.
    var isFlexible: Bool { kind == nil || kind == .text || kind == .list || kind == .record }
    var alignsRight: Bool { kind == .number || kind == .duration }

    /// The column with the kind its values have, where no schema says one: that of the rows, or as they are.
    func settled(by rows: [Value], _ environment: Environment) -> Column {
        guard kind == nil else { return self }
        if rows.contains(where: holdsDates) { return Column(name: name, kind: .date) }
        var kinds: Set<ValueKind> = []
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

    /// Rows of a file know their dates, which stay there as they were written.
    private func holdsDates(_ row: Value) -> Bool {
        guard case .record(let record) = row, !record.shape.isOfService else { return false }
        return record.shape.kind?.schema.field(named: name)?.kind == .date
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
        guard schema == nil, case .record(let record)? = rows.first, let kind = record.shape.kind,
            record.shape.isOfService
        else { return self }
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
        let keys = unionOfKeys(rows)
        if let named = description.columns {
            // What rows of named columns have beside them, `join` brought.
            let joined = description.isJoined && !rows.isEmpty ? keys : joinedKeys(rows)
            return (named + joined.filter { !named.contains($0) }).map(column)
        }
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
        chosen.removeAll { isTaken($0, from: rows) }
        // Keys a script added to the rows (`set`, `rename`, `join`) belong to no schema.
        chosen += keys.filter {
            schema.field(named: $0) == nil && (description.isJoined || description.added.contains($0))
        }
        chosen += joinedKeys(rows).map { schema.field(named: $0)?.name ?? $0 }.filter { !chosen.contains($0) }
        return chosen.map(column)
    }

    /// The names of the columns that a table of these rows has, wherever it has room for all.
    func filled(by rows: [Value], _ environment: Environment) -> [String] {
        let columns = settled(by: rows).columns(for: rows).map(\.name)
        guard description.columns == nil, !rows.isEmpty else { return columns }
        return columns.filter { name in
            rows.contains {
                if case .record(let record) = $0 { !record.value(name, environment).isBlank } else { true }
            }
        }
    }

    /// The fields the query speaks of, under the names people use.
    var mentioned: Set<String> {
        Set(description.mentioned.map { schema?.field(named: $0)?.name ?? $0 })
    }

    /// Whose clocks the dates of the query are read on: scans have that of their place, everything else the profile's.
    func clocks(_ zone: String) -> [String] {
        let dates = schema?.fields.filter { $0.kind == .date && mentioned.contains($0.name) } ?? []
        let others = dates.contains { !$0.isLocalTime } ? ["dates in \(zone)"] : []
        guard dates.contains(where: \.isLocalTime) else { return ["dates in \(zone)"] }
        return ["scan times are local to the place"] + others
    }

    var isWrite: Bool {
        guard let verb else { return false }
        return verb.effect == .create || verb.effect == .update || verb.effect == .delete
    }

    /// The word before the statement that keeps it from being run: `plan`, `explain`, `curl`.
    var prefix: String? { description.prefix?.rawValue }

    private static let parcel = ["number", "via", "to", "status", "silent", "travelling", "title"]

    /// Whether `drop` or `rename` has taken a field from all the rows; where there are none, from those there would be.
    private func isTaken(_ name: String, from rows: [Value]) -> Bool {
        guard rows.isEmpty else {
            return rows.allSatisfy { if case .record(let record) = $0 { record.shape.leavesOut(name) } else { false } }
        }
        return description.taken.contains { schema?.field(named: $0)?.name == name }
    }

    private func column(_ name: String) -> Column {
        guard let field = schema?.field(named: name) else { return Column(name: name, kind: nil) }
        return Column(name: name, kind: field.kind)
    }

    private func writeOrder(_ keys: [String]) -> [String] {
        guard isWrite else { return keys }
        let first = ["number", "via", "outcome"].filter(keys.contains)
        return first + keys.filter { !first.contains($0) }
    }

    /// The keys that a `join` has added to these rows.
    private func joinedKeys(_ rows: [Value]) -> [String] { JoinedKeys.of(rows) }

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

/// The columns that rows have got of a `join`.
enum JoinedKeys {
    /// In the order in which they are first met.
    static func of(_ rows: [Value]) -> [String] {
        var keys: [String] = []
        var last: Shape?
        for case .record(let record) in rows where record.shape !== last {
            last = record.shape
            for key in record.shape.joined where !keys.contains(key) { keys.append(key) }
        }
        return keys
    }
}
