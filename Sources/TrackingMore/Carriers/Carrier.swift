/// A courier of the built-in list. The service knows more than the list does.
public struct Carrier: Sendable, Equatable, Hashable {
    /// `china-post`.
    public let code: String
    public let name: String
    /// Empty where the list has none.
    public let phone: String
    public let homepage: String
    public let type: CarrierType

    public enum CarrierType: String, Sendable {
        case express
        /// A postal operator.
        case globalpost
    }
}

extension Carrier {
    /// What a word people wrote for a courier comes to.
    public enum Reading: Sendable, Equatable {
        case known(Carrier)
        /// Formed like a code, but not in the list; the service may know it. The nearest of the list, if one is near.
        case unlisted(code: String, nearest: Carrier?)
        /// Neither a name nor formed like a code.
        case unknown(nearest: Carrier?)
    }

    /// Reads a code or a name, whatever the case: `usps`, `"China Post"`.
    public static func read(_ text: String) -> Reading {
        if let carrier = Carrier(text) { return .known(carrier) }
        let code = text.lowercased()
        return isCode(code)
            ? .unlisted(code: code, nearest: nearest(to: text)) : .unknown(nearest: nearest(to: text))
    }

    /// The courier with this code or name; nil where the list has none.
    public init?(_ text: String) {
        let index = CarrierIndex.shared
        guard let carrier = index.byCode[text.lowercased()] ?? index.byName[Folding.plain(text)] else { return nil }
        self = carrier
    }

    /// Every courier of the list, by code.
    public static var all: [Carrier] { CarrierIndex.shared.all }

    /// Couriers whose code or name holds the text: those that begin with it first.
    public static func search(_ text: String) -> [Carrier] {
        let wanted = Folding.plain(text)
        guard !wanted.isEmpty else { return all }
        var starting: [Carrier] = []
        var containing: [Carrier] = []
        for (carrier, code, name) in CarrierIndex.shared.folded {
            if code.hasPrefix(wanted) || name.hasPrefix(wanted) {
                starting.append(carrier)
            } else if code.contains(wanted) || name.contains(wanted) {
                containing.append(carrier)
            }
        }
        return starting + containing
    }

    public static func nearest(to text: String) -> Carrier? {
        Nearest.match(text, in: all.map { ($0.code, $0) } + all.map { ($0.name, $0) })
    }

    /// Whether the text is formed like a code: small letters, digits, hyphens and underscores.
    public static func isCode(_ text: String) -> Bool {
        let bytes = text.utf8
        return (2...64).contains(bytes.count)
            && bytes.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
            }
    }
}
