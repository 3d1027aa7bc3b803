import TMSBase
import TMSSyntax

/// What a text says it does, by the verbs it names: also in the words of other tools, and where a verb is misspelt by one
/// slip. What a person has written may be proposed; what nobody wrote may not.
struct NamedEffects {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    func of(_ text: String) -> EffectBound {
        let words = text.lowercased().split { !($0.isLetter || $0 == "-") }.map(String.init)
        var effects = EffectBound()
        for start in words.indices {
            for verb in vocabulary.verbs where stands(verb.words, words[start...]) { effects.add(verb) }
            for count in 1...2 where start + count <= words.count {
                let typed = words[start..<start + count].joined(separator: " ")
                guard let meant = vocabulary.otherWords.verbs[typed] else { continue }
                for verb in vocabulary.verbs where verb.name == meant { effects.add(verb) }
            }
        }
        return effects
    }

    private func stands(_ verb: [String], _ words: ArraySlice<String>) -> Bool {
        guard words.count >= verb.count else { return false }
        return zip(verb, words).allSatisfy { $0 == $1 || Slip.isOne(from: $1, to: $0) }
    }
}

/// One slip of the keys: a letter too many, missing, changed or swapped with its neighbour. The first letter is right, or
/// swapped with the second: `undelete` is no slip of `delete`.
enum Slip {
    static func isOne(from typed: String, to word: String) -> Bool {
        let isSwapped = typed.first == word.dropFirst().first && typed.dropFirst().first == word.first
        guard typed.first == word.first || isSwapped, word.count >= 4 else { return false }
        return EditDistance.between(typed, word) == 1
    }
}

extension EffectBound {
    fileprivate mutating func add(_ signature: Signature) {
        switch signature.effect {
        case .none: break
        case .read: reads = true
        case .create: creates = true
        case .update: updates = true
        case .delete: deletes = true
        }
        if signature.isIrreversible { irreversible = irreversible ?? SourceRange.none }
    }
}

extension String {
    /// Whether a text that writes keeps what bounds it: its tracking numbers, its conditions, `plan` and `limit`.
    func keepsItsLimits(in mended: String) -> Bool {
        let bounding: Set<String> = ["plan", "explain", "curl", "limit", "if", "where", "take", "first", "read"]
        var counts: [String: Int] = [:]
        for word in mended.lowerWords where bounding.contains(word) { counts[word, default: 0] += 1 }
        for word in lowerWords where bounding.contains(word) {
            guard let count = counts[word], count > 0 else { return false }
            counts[word] = count - 1
        }
        let kept = NumberSpellings(mended)
        return NumberSpellings.numbers(in: self).allSatisfy { kept.holds($0) || mended.folded.contains($0.folded) }
    }

    private var lowerWords: [String] {
        lowercased().split { !($0.isLetter || $0 == "-" || $0 == "_") }.map(String.init)
    }

    private var folded: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
