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

    private static func normalized(_ value: Value, _ kind: FieldKind) -> Value {
        guard case .text(let text) = value, !text.string.isEmpty else { return value }
        switch kind {
        case .carrier: return replaced(value, text, read(text, .carrier) ?? text.string.lowercased())
        case .country: return replaced(value, text, read(text, .country))
        case .status: return replaced(value, text, read(text, .status))
        case .trackingNumber: return replaced(value, text, read(text, .trackingNumber))
        case .date:
            guard let time = WrittenDate(text.string) else { return value }
            return .instant(time.secondsSinceEpoch())
        case .text, .duration, .number, .boolean, .record, .list: return value
        }
    }

    private static func read(_ text: Text, _ kind: Kind) -> String? { kind.normalForm(of: text.string) }

    private static func replaced(_ value: Value, _ text: Text, _ normal: String?) -> Value {
        guard let normal, normal != text.string else { return value }
        return .string(normal)
    }
}
