import TMSSyntax
import TrackingMore

/// What a word may be that stands without its label: `track N us`.
enum WordMeaning {
    /// The kinds in whose tables it is found. What only could be a value, as any word could be a courier, is none.
    static func kinds(of word: String) -> [ValueKind] {
        var kinds: [ValueKind] = []
        if Carrier(word) != nil { kinds.append(.carrier) }
        if Country(word) != nil { kinds.append(.country) }
        if Status(word) != nil { kinds.append(.status) }
        if let language = Language(word), Language.all.contains(language) { kinds.append(.language) }
        return kinds
    }
}
