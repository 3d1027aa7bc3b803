import TrackingMore

/// The chapter on the records that calls answer with.
enum RecordReference {
    static func parts(_ endpoints: [Endpoint]) -> [String] {
        var schemas: [RecordSchema] = []
        for endpoint in endpoints { gather(endpoint.returns.schema, into: &schemas) }
        return schemas.filter { !$0.fields.isEmpty }.flatMap { ["### \($0.name) record", table($0)] }
    }

    static func link(_ returns: Returns) -> String {
        guard !returns.schema.fields.isEmpty else { return "nothing of use" }
        let name = "[\(returns.schema.name)](#\(anchor(returns.schema)))"
        return switch returns.rows {
        case .data: "one \(name) in `data`"
        case .array: "a list of \(name) in `data`"
        case .member(let member): "a list of \(name) in `data.\(member)`"
        case .map(let key): "\(name) by `\(key)` in `data`"
        case .nothing: "nothing of use"
        }
    }

    static func anchor(_ schema: RecordSchema) -> String {
        schema.name.lowercased().replacing(" ", with: "-") + "-record"
    }

    private static func gather(_ schema: RecordSchema, into schemas: inout [RecordSchema]) {
        guard !schemas.contains(where: { $0.name == schema.name }) else { return }
        schemas.append(schema)
        for field in schema.fields {
            switch field.kind.element {
            case .record(let inner), .map(let inner): gather(inner, into: &schemas)
            default: break
            }
        }
    }

    private static func table(_ schema: RecordSchema) -> String {
        MarkdownTable.text(
            ["field", "on the wire", "value", "what it is"],
            schema.fields.map { ["`\($0.friendly)`", "`\($0.wire)`", $0.kind.reference, $0.doc] }
                + schema.derived.map { ["`\($0.friendly)`", "", $0.kind.reference, $0.doc] })
    }
}
