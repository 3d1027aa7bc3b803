import TMSBase
public import TMSSyntax
public import TrackingMore

// What the kinds of the language are in the API: which kind of the wire each is read by, and the words of its table.

extension ValueKind {
    /// How the language asks for a value of this kind.
    public init(_ kind: Kind) {
        switch kind.element {
        case .trackingNumber: self = .trackingNumber
        case .carrier: self = .carrier
        case .country: self = .country
        case .status: self = .status
        case .language: self = .language
        case .email: self = .email
        case .phone: self = .phone
        case .integer, .decimal, .days: self = .number
        case .date: self = .date
        case .dateRange: self = .dateRange
        case .boolean: self = .boolean
        case .choice(let choices): self = .choice(choices.map(\.word))
        case .record, .map: self = .record
        case .substatus, .text, .orderID, .postcode, .awb, .url, .list: self = .text
        }
    }

    /// What the values of a field of this kind are: a list is one value there, and days are a duration.
    public init(field kind: Kind) {
        switch kind {
        case .list: self = .list
        case .days: self = .duration
        default: self = ValueKind(kind).compared
        }
    }

    /// What could stand for a value of this kind and begins with `prefix`, in any case; nothing where anything could.
    public func candidates(_ prefix: String) -> [(word: String, summary: String)] {
        let prefix = prefix.lowercased()
        switch self {
        case .carrier:
            return Carrier.beginning(prefix).map { ($0.code, $0.name) }
        case .country:
            return Country.all.filter {
                $0.code.lowercased().hasPrefix(prefix) || $0.name.lowercased().hasPrefix(prefix)
            }.map { ($0.code.lowercased(), $0.name) }
        case .status:
            return Status.allCases.map { ($0.rawValue, $0.meaning) }.filter { $0.0.hasPrefix(prefix) }
        case .language:
            return Language.all.map { ($0.code, $0.name) }.filter { $0.0.hasPrefix(prefix) }
        case .choice(let words):
            return words.filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        case .date:
            return DateWord.all.filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        case .dateRange:
            return
                ([
                    "last 7 days", "this week", "last week", "this month", "last month", "last", "since", "before",
                    "after",
                ]
                + DateWord.all)
                .filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        case .boolean:
            return ["true", "false"].filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        default: return []
        }
    }
}

extension Kind {
    /// The kind of the API that texts of a kind of the language are read as; nil where the language reads them itself.
    init?(_ kind: ValueKind) {
        switch kind {
        case .trackingNumber, .parcel: self = .trackingNumber
        case .carrier: self = .carrier
        case .country: self = .country
        case .status: self = .status
        case .language: self = .language
        case .email: self = .email
        case .phone: self = .phone
        case .text, .number, .boolean, .date, .dateRange, .duration, .path, .record, .list, .any, .choice: return nil
        }
    }
}

/// What a word may be that stands without its label: `track N us`.
enum WordMeaning {
    /// The kinds in whose tables it is found. What only could be a value, as any word could be a carrier, is none.
    static func kinds(of word: String) -> [ValueKind] {
        var kinds: [ValueKind] = []
        if Carrier(word) != nil { kinds.append(.carrier) }
        if Country(word) != nil { kinds.append(.country) }
        if Status(word) != nil { kinds.append(.status) }
        if let language = Language(word), Language.all.contains(language) { kinds.append(.language) }
        return kinds
    }

    /// Whether a word is one slip away from a code or a name of its kind.
    static func isNearly(_ word: String, _ kind: ValueKind) -> Bool {
        guard kind == .carrier, let carrier = Carrier.nearest(to: word) else { return false }
        return [carrier.code, carrier.name].contains { EditDistance.between(word, $0) <= 1 }
    }

    /// How a word that stands in the table of its kind is written.
    static func normalForm(of word: String, as kind: ValueKind) -> String? {
        switch kind {
        case .carrier: Carrier(word)?.code
        case .country: Country(word)?.wire
        case .status: Status(word)?.rawValue
        case .language: Language(word).flatMap { Language.all.contains($0) ? word.lowercased() : nil }
        default: nil
        }
    }
}
