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

extension Field {
    /// What people call it first, then the wire's name, then the others.
    var names: [String] { [name] + (wireName.map { [$0] } ?? []) + aliases }
}
