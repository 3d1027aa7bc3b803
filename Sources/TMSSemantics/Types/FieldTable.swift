import TMSSyntax

/// The fields of one schema by every name they have; made once a check.
final class FieldTable: Sendable {
    let schema: Schema
    private let byName: [String: Field]

    init(_ schema: Schema) {
        self.schema = schema
        var byName: [String: Field] = [:]
        for field in schema.fields {
            for name in field.names where byName[name] == nil { byName[name] = field }
        }
        self.byName = byName
    }

    subscript(name: String) -> Field? { byName[name] }

    /// Every name, those that people use first.
    var names: [String] { schema.fields.map(\.name) + schema.fields.flatMap { $0.names.dropFirst() } }
}

/// The tables of a vocabulary's schemas, each made when it is first asked for: most lines need one or none.
final class FieldTables {
    private let vocabulary: Vocabulary
    private var made: [String: FieldTable] = [:]

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    subscript(name: String) -> FieldTable? {
        if let table = made[name] { return table }
        let table = vocabulary.schema(named: name).map(FieldTable.init)
        made[name] = table
        return table
    }
}

extension Field {
    /// What people call it first, then the wire's name where that is another, then the others.
    var names: [String] { [name] + (wireName == name ? [] : wireName.map { [$0] } ?? []) + aliases }
}
