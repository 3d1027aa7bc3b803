import TMSSyntax

/// The fields of one schema by every name they have; made once a check.
final class FieldTable: Sendable {
    let schema: Schema
    private let byName: [String: Field]
    /// The tables of the records in its fields, by the name of their schema.
    private let inner: [String: FieldTable]

    init(_ schema: Schema, inner: [String: FieldTable] = [:]) {
        self.schema = schema
        self.inner = inner
        var byName: [String: Field] = [:]
        for field in schema.fields {
            for name in field.names where byName[name] == nil { byName[name] = field }
        }
        self.byName = byName
    }

    subscript(name: String) -> Field? { byName[name] }

    /// Every name, those that people use first.
    var names: [String] { schema.fields.map(\.name) + schema.fields.flatMap { $0.names.dropFirst() } }

    /// What a field of this schema holds.
    func type(of field: Field) -> StaticType {
        guard let records = field.records, let table = inner[records.schema] else { return StaticType(field.kind) }
        return switch records.form {
        case .one: .record(RowType(table))
        case .list: .rows(RowType(table))
        case .byKey: .record(RowType(byKey: table))
        }
    }
}

/// The tables of a vocabulary's schemas, each made when it is first asked for: most lines need one or none.
final class FieldTables {
    private let vocabulary: Vocabulary
    private var made: [String: FieldTable] = [:]

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    subscript(name: String) -> FieldTable? {
        if let table = made[name] { return table }
        guard let schema = vocabulary.schema(named: name) else { return nil }
        var inner: [String: FieldTable] = [:]
        // No record holds one of its own kind.
        for field in schema.fields {
            if let records = field.records, records.schema != name { inner[records.schema] = self[records.schema] }
        }
        let table = FieldTable(schema, inner: inner)
        made[name] = table
        return table
    }
}
