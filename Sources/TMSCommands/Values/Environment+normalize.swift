public import TMSRuntime
import TMSSyntax
import TrackingMore

extension Environment {
    /// The environment whose fields compare by what they are: `USPS` is `usps`, `"United States"` is `us`.
    public static func standard(
        now: @escaping @Sendable () -> Int, zoneOffset: @escaping @Sendable (Int) -> Int = { _ in 0 },
        zoneName: String = "UTC"
    ) -> Environment {
        var environment = Environment(
            now: now, zoneOffset: zoneOffset, normalize: { normalized($0, $1) },
            read: { LiteralJudge().normalForm(of: $0, as: $1) })
        environment.zoneName = zoneName
        return environment
    }

    private static func normalized(_ value: Value, _ kind: FieldKind) -> Value {
        guard case .text(let text) = value, !text.string.isEmpty else { return value }
        switch kind {
        case .carrier: return replaced(value, text, Carrier(text.string)?.code ?? text.string.lowercased())
        case .country: return replaced(value, text, Country(text.string)?.wire)
        case .status: return replaced(value, text, Status(text.string)?.rawValue)
        case .date:
            guard let time = WireTime(text.string) else { return value }
            return .instant(time.secondsSinceEpoch())
        case .text, .trackingNumber, .duration, .number, .boolean, .record, .list: return value
        }
    }

    private static func replaced(_ value: Value, _ text: Text, _ normal: String?) -> Value {
        guard let normal, normal != text.string else { return value }
        return .string(normal)
    }
}
