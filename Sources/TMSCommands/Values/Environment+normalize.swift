import TMSBase
public import TMSRuntime
import TMSSyntax
import TrackingMore

extension Environment {
    /// The environment whose fields compare by what they are: `USPS` is `usps`, `"United States"` is `us`.
    public static func standard(
        now: @escaping @Sendable () -> Int, zoneOffset: @escaping @Sendable (Int) -> Int = { _ in 0 },
        zoneName: String = "UTC", catalogue: Catalogue = .standard
    ) -> Environment {
        var environment = Environment(
            now: now, zoneOffset: zoneOffset, normalize: { normalized($0, $1) },
            read: { LiteralValidator().normalForm(of: $0, as: $1) })
        environment.zoneName = zoneName
        environment.parcelNames = catalogue.vocabulary.parcelNames
        environment.numbers = { TrackingNumber.find(in: $0).map(\.number) }
        return environment
    }

    private static func normalized(_ value: Value, _ kind: ValueKind) -> Value {
        guard case .text(let text) = value, !text.string.isEmpty else { return value }
        switch kind.form {
        case .code, .identifier:
            let normal = Kind(kind)?.normalForm(of: text.string)
            // A carrier may be one of the account that no table knows.
            return replaced(value, text, normal ?? (kind == .carrier ? text.string.lowercased() : nil))
        case .date:
            guard let time = WrittenDate(text.string) else { return value }
            return .instant(time.secondsSinceEpoch())
        case .text, .number, .boolean, .dateRange, .duration, .record, .list, .any, .choice: return value
        }
    }

    private static func replaced(_ value: Value, _ text: Text, _ normal: String?) -> Value {
        guard let normal, normal != text.string else { return value }
        return .string(normal)
    }
}
