/// A regular expression as it was read.
indirect enum PatternTree {
    enum Check { case start, end, border, noBorder }

    case set(PatternSet)
    case check(Check)
    case sequence([PatternTree])
    case choice([PatternTree])
    /// `nil` for no upper bound.
    case repetition(PatternTree, least: Int, most: Int?)
}

/// Why a pattern cannot be read.
struct PatternMistake: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}

/// Some characters: one, a range, a kind of them, or several of these; or all but these.
struct PatternSet {
    enum Kind { case digit, word, space }
    enum Part {
        case one(Character)
        case range(Character, Character)
        case kind(Kind, negated: Bool)
    }

    var parts: [Part]
    var isNegated = false
    /// Capitals and small letters are one, as for `is` and `contains`.
    var ignoresCase = true

    static let any = PatternSet(parts: [], isNegated: true)

    func contains(_ character: Character) -> Bool {
        (isHit(by: character) || ignoresCase && hasHitInOtherCase(character)) != isNegated
    }

    private func isHit(by character: Character) -> Bool { parts.contains { PatternSet.fits($0, character) } }

    private func hasHitInOtherCase(_ character: Character) -> Bool {
        guard character.isCased else { return false }
        return [character.lowercased(), character.uppercased()].contains { other in
            other.count == 1 && other.first.map { $0 != character && isHit(by: $0) } ?? false
        }
    }

    static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    private static func fits(_ part: Part, _ character: Character) -> Bool {
        switch part {
        case .one(let wanted): character == wanted
        case .range(let first, let last): first <= character && character <= last
        case .kind(.digit, let negated): character.isWholeNumber != negated
        case .kind(.word, let negated): isWord(character) != negated
        case .kind(.space, let negated): character.isWhitespace != negated
        }
    }
}
