import TMSBase
import TMSSyntax
import TrackingMore

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
