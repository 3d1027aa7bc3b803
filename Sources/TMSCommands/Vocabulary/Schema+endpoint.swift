import TMSRuntime
import TMSSyntax
import TrackingMore

extension Schema {
    /// The fields of the rows a call answers with. Writes answer with the parcel, what became of it and what was sent.
    init(rowsOf endpoint: Endpoint, in dialect: Dialect) {
        guard endpoint.effect.isWrite else {
            self.init(endpoint.returns.schema, in: dialect, named: Schema.name(of: endpoint, in: dialect))
            return
        }
        let returned = endpoint.returns.schema.fields.map { Field($0, in: dialect) }
        let names = dialect.fields.parcel
        var fields = [
            Field("number", names.number, .trackingNumber, "The number printed on the label."),
            Field("via", names.carrier, .carrier, "The carrier of the parcel."),
            Field("outcome", "outcome", .text, "What became of it."),
        ]
        let sent = endpoint.parameters.filter { $0.role != .hidden }.map { parameter in
            Field(parameter.word ?? parameter.field, parameter.field, ValueKind(field: parameter.kind), parameter.doc)
        }
        for field in sent + returned where !fields.contains(where: { $0.wireName == field.wireName }) {
            fields.append(fields.contains { $0.name == field.name } ? field.withoutFriendlyName : field)
        }
        self.init(name: Schema.name(of: endpoint, in: dialect), fields: fields)
    }

    /// A record as it is declared, with the fields that tms adds.
    init(_ record: RecordSchema, in dialect: Dialect, named name: String? = nil) {
        let added = record.derived.map { field in
            var field = Field(field, in: dialect)
            field.wireName = nil
            return field
        }
        self.init(name: name ?? record.name, fields: record.fields.map { Field($0, in: dialect) } + added)
    }

    /// Reads share the name of what they read; a write's answer is a kind of its own.
    static func name(of endpoint: Endpoint, in dialect: Dialect) -> String {
        if endpoint.effect.isWrite { return endpoint.id }
        // What the API calls a tracking is a parcel to people.
        return endpoint.returns.schema == dialect.parcelRecord ? "parcel" : endpoint.returns.schema.name
    }
}

extension Field {
    init(_ field: RecordField, in dialect: Dialect) {
        self.init(field.friendly, field.wire, ValueKind(field: field.kind), field.doc)
        isAlwaysSet = field.isAlwaysSet
        if case .date(.localTime) = field.kind { isLocalTime = true }
        records = field.kind.records.map { InnerRecords(schema: $0.schema.name, form: $0.form) }
        sources = RecordKind.sources(of: field.friendly, dialect.fields)
    }

    fileprivate var withoutFriendlyName: Field { Field(wireName ?? name, wireName, kind, summary) }
}

extension ParcelNames {
    /// What the wire calls them, then what people do.
    init(_ names: FieldRoles.Parcel) {
        self.init(id: names.id, number: [names.number, "number"], carrier: [names.carrier, "via", "carrier"])
    }
}

extension Kind {
    /// The records that a field of this kind holds.
    var records: (schema: RecordSchema, form: InnerRecords.Form)? {
        switch self {
        case .record(let schema): (schema, .one)
        case .map(let schema): (schema, .byKey)
        case .list(of: .record(let schema), _): (schema, .list)
        default: nil
        }
    }
}
