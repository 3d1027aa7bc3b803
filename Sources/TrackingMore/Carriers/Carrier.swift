/// A carrier of the built-in list. The service knows more than the list does.
public struct Carrier: Sendable, Equatable, Hashable {
    /// `china-post`.
    public let code: String
    /// In English.
    public let name: String
    /// As it is called at home or in Chinese; empty where the list has none.
    public let localName: String
    /// Where it is at home, as the service's list has it: mostly two letters; empty where the list has none.
    public let country: String
    /// Empty where the list has none.
    public let phone: String
    public let homepage: String
    /// Its tracking page, `{number}` where the number goes; empty where the list has none.
    public let trackingPage: String
    public let type: CarrierType

    public enum CarrierType: String, Sendable {
        case express
        /// A postal operator.
        case globalpost
    }
}

extension Carrier {
    /// Its page on a number; nil where the list has none that takes a number.
    public func page(of number: String) -> String? {
        guard let place = trackingPage.firstRange(of: "{number}") else { return nil }
        let plain = number.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
                || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return plain ? "\(trackingPage[..<place.lowerBound])\(number)\(trackingPage[place.upperBound...])" : nil
    }

    /// What a text people wrote for a carrier comes to.
    public enum Reading: Sendable, Equatable {
        case known(Carrier)
        /// Formed like a code, but not in the list; the service may know it. The nearest of the list, if one is near.
        case unlisted(code: String, nearest: Carrier?)
        /// A name of several.
        case ambiguous([Carrier])
        /// Neither a name nor formed like a code. Those that begin with the same word, the likeliest first; else the
        /// nearest by spelling.
        case unknown(offers: [Carrier])
    }

    /// Reads a code or a name, whatever the case, blanks and hyphens: `usps`, `"China Post"`, ` royal-mail `: the one
    /// reader of carriers.
    public static func read(_ text: String) -> Reading {
        let clean = clean(text)
        switch CarrierNames.found(clean) {
        case .one(let carrier): return .known(carrier)
        case .several(let carriers): return .ambiguous(carriers)
        case .none: break
        }
        let code = clean.lowercased()
        if isCode(code) { return .unlisted(code: code, nearest: nearest(to: clean)) }
        let beginning = beginning(with: clean)
        guard let nearest = nearest(to: clean) else { return .unknown(offers: beginning) }
        return .unknown(offers: beginning.isEmpty || beginning.contains(nearest) ? [nearest] : beginning)
    }

    /// The code a text comes to, listed or not; nil where it is no code and no name of one carrier.
    static func normalForm(of text: String) -> String? {
        let clean = clean(text)
        switch CarrierNames.found(clean) {
        case .one(let carrier): return carrier.code
        case .several: return nil
        case .none:
            let code = clean.lowercased()
            return isCode(code) ? code : nil
        }
    }

    private static func clean(_ text: String) -> String { PlainText.trimmed(PlainText.narrowed(text)) }

    /// The carrier with this code or name; nil where the list has none or several.
    public init?(_ text: String) {
        guard case .one(let carrier)? = CarrierNames.found(Carrier.clean(text)) else { return nil }
        self = carrier
    }

    /// The carrier of a code as the service spells it.
    public init?(code: String) {
        guard let carrier = CarrierIndex.shared.carrier(code: code) else { return nil }
        self = carrier
    }

    /// Every carrier of the list, by code.
    public static var all: [Carrier] { CarrierIndex.shared.all }

    /// Carriers whose code or one of whose names holds the text, those that begin with it first; where none does, those
    /// that hold all its words; where none does, those that begin with its first word.
    public static func search(_ text: String) -> [Carrier] {
        let wanted = Folding.plain(text)
        guard !wanted.isEmpty else { return all }
        var starting: [Carrier] = []
        var containing: [Carrier] = []
        for entry in CarrierNames.shared.all {
            if entry.words.contains(where: { $0.hasPrefix(wanted) }) {
                starting.append(entry.carrier)
            } else if entry.words.contains(where: { $0.contains(wanted) }) {
                containing.append(entry.carrier)
            }
        }
        if !starting.isEmpty || !containing.isEmpty { return starting + containing }
        let words = PlainText.words(text).map(Folding.plain).filter { !$0.isEmpty }
        let holding = CarrierNames.shared.all.filter { entry in
            words.allSatisfy { word in entry.words.contains { $0.contains(word) } }
        }
        return holding.isEmpty ? beginning(with: text) : holding.map(\.carrier)
    }

    /// Carriers whose code or one of whose names begins with the text.
    public static func beginning(_ text: String) -> [Carrier] {
        let small = text.lowercased()
        let plain = Folding.plain(text)
        return CarrierNames.shared.all.filter { entry in
            entry.carrier.code.hasPrefix(small) || small.isEmpty
                || !plain.isEmpty && entry.words.contains { $0.hasPrefix(plain) }
        }.map(\.carrier)
    }

    public static func nearest(to text: String) -> Carrier? {
        memo.value(for: text) { Nearest.match(text, in: all.map { ($0.code, $0) } + all.map { ($0.name, $0) }) }
    }

    private static let memo = NearestMemo<Carrier>()

    /// `DHL Paket`: the carriers whose code or name begins with the same word; the one of that very code first.
    static func beginning(with text: String) -> [Carrier] {
        let words = PlainText.words(text)
        guard words.count > 1, let first = words.first.map(Folding.plain), first.utf8.count >= 2 else { return [] }
        let found = all.filter { $0.firstWords.contains(first) }
        return found.filter { $0.code == first } + found.filter { $0.code != first }
    }

    private var firstWords: Set<String> {
        let code = code.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { Folding.plain(String($0)) }
        let name = PlainText.words(name).first.map(Folding.plain)
        return Set([code, name].compactMap { $0 })
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
