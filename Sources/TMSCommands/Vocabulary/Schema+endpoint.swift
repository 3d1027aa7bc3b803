import TMSSyntax
import TrackingMore

extension Schema {
    /// The fields of the rows a call answers with. Writes answer with the parcel, what became of it and what was sent.
    init(rowsOf endpoint: Endpoint) {
        let returned = endpoint.returns.schema.fields.map { Field($0) }
        guard endpoint.effect.isWrite else {
            self.init(name: Schema.name(of: endpoint), fields: returned)
            return
        }
        var fields = [
            Field("number", "tracking_number", .trackingNumber, "The number printed on the label."),
            Field("via", "carrier_code", .carrier, "The courier that carries it."),
            Field("outcome", "outcome", .text, "What became of it."),
        ]
        let sent = endpoint.parameters.filter { $0.role != .hidden }.map { parameter in
            Field(parameter.word ?? parameter.field, parameter.field, FieldKind(parameter.kind), parameter.doc)
        }
        for field in sent + returned where !fields.contains(where: { $0.wireName == field.wireName }) {
            fields.append(fields.contains { $0.name == field.name } ? field.withoutFriendlyName : field)
        }
        self.init(name: Schema.name(of: endpoint), fields: fields)
    }

    /// Reads share the name of what they read; a write's answer is a kind of its own.
    static func name(of endpoint: Endpoint) -> String {
        if endpoint.effect.isWrite { return endpoint.id }
        // What the API calls a tracking is a parcel to people.
        return endpoint.returns.schema == .tracking ? "parcel" : endpoint.returns.schema.name
    }
}

extension Field {
    init(_ field: RecordField) {
        self.init(field.friendly, field.wire, FieldKind(field.kind), field.doc)
    }

    fileprivate var withoutFriendlyName: Field { Field(wireName ?? name, wireName, kind, summary) }
}
