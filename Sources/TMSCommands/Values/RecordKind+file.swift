import TMSBase
public import TMSRuntime
import TMSSyntax
import TrackingMore

extension RecordKind {
    /// What rows with these columns are: those of a file that the service or tms wrote go by the names they had, and
    /// their cells are read as what they were; `nil` where no column has a name that is known.
    public static func ofFile(_ columns: [String]) -> RecordKind? {
        guard let part = FileSchema(keys: columns, Catalogue.standard.vocabulary.schemas) else { return nil }
        let schema = Schema(name: "file", fields: part.fields, isOpen: true)
        guard part.isOfService else { return RecordKind(schema: schema) { reading(of: $0, nil) } }
        let inner = Catalogue.standard.kinds[part.schema]?.inner ?? [:]
        let computed = RecordKind(parcelsAware: schema, of: Catalogue.standard.dialect).computed
        return RecordKind(schema: schema, computed: computed, inner: inner) { field in
            reading(of: field, field.wireName.flatMap { inner[$0] })
        }
    }

    /// How the cell of a field is read; `nil` where it is the value.
    private static func reading(of field: Field, _ inner: InnerKind?) -> (@Sendable (Value) -> Value)? {
        switch field.kind.form {
        case .duration: days
        case .record, .list: { nested($0, inner) }
        case .boolean: truth
        case .date: seconds
        case .text, .code, .identifier, .number, .dateRange, .any, .choice: nil
        }
    }

    /// A number of days, as tms writes a length of time.
    private static let days: @Sendable (Value) -> Value = { value in
        switch value {
        case .integer, .decimal, .text:
            guard let seconds = try? WrittenDuration.readDays(value.plainText) else { return value }
            return .duration(seconds)
        default: return value
        }
    }

    /// Records and lists stand in a table as JSON.
    private static func nested(_ value: Value, _ inner: InnerKind?) -> Value {
        guard case .text(let text) = value, let first = text.string.utf8.first,
            first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let json = try? JSON(parsing: text.string)
        else { return value }
        var decoder = ValueDecoder(kind: inner.flatMap { $0.isByKey ? nil : $0.kind })
        return decoder.value(json)
    }

    private static let truth: @Sendable (Value) -> Value = { value in
        guard case .text(let text) = value else { return value }
        switch text.string {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: return value
        }
    }

    /// A moment that the service gives in seconds since 1970; fewer digits are a date written without marks.
    private static let seconds: @Sendable (Value) -> Value = { value in
        guard case .text(let text) = value, text.reading.dates == nil, let seconds = Int(text.string),
            String(seconds) == text.string, seconds == 0 || text.string.utf8.count >= 9
        else { return value }
        return .integer(seconds)
    }
}
