import TMSRuntime
import TMSSyntax
import TrackingMore

/// The kinds of the records that calls answer with, and of the records in them, each made once.
struct RecordKinds {
    private let dialect: Dialect
    /// By the name of the schema.
    private(set) var kinds: [String: RecordKind] = [:]
    /// The schemas of records that stand inside of others only.
    private(set) var inner: [Schema] = []

    init(_ dialect: Dialect) { self.dialect = dialect }

    /// - Parameter schema: of the rows the endpoint answers with.
    mutating func add(_ schema: Schema, _ endpoint: Endpoint) {
        // A write answers with what was sent, which holds no records.
        let fields = endpoint.effect.isWrite ? [] : endpoint.returns.schema.fields
        kinds[schema.name] = RecordKind(parcelsAware: schema, of: dialect, inner: innerKinds(of: fields))
    }

    private mutating func innerKinds(of fields: [RecordField]) -> [String: InnerKind] {
        var found: [String: InnerKind] = [:]
        for field in fields {
            guard let (record, form) = field.kind.records else { continue }
            found[field.wire] = InnerKind(kind(of: record), isByKey: form == .byKey)
        }
        return found
    }

    private mutating func kind(of record: RecordSchema) -> RecordKind {
        if let known = kinds[record.name] { return known }
        let schema = Schema(record, in: dialect)
        // What carriers write into their scans holds marks of their web pages.
        let carrierTexts =
            record.name == RecordSchema.event.name ? [dialect.fields.scan.text, dialect.fields.scan.place] : []
        let kind = RecordKind(
            schema: schema, inner: innerKinds(of: record.fields),
            shown: Dictionary(uniqueKeysWithValues: carrierTexts.map { ($0, RecordKind.plain) }))
        inner.append(schema)
        kinds[record.name] = kind
        return kind
    }
}
