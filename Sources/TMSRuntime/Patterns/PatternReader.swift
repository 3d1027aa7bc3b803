/// Reads a regular expression.
struct PatternReader {
    private let characters: [Character]
    private var place = 0
    private var depth = 0
    /// `(?-i)` at the beginning tells capitals from small letters; `(?i)` says what holds anyhow.
    private var ignoresCase = true

    private static let longest = 1_000
    private static let deepest = 50
    private static let mostRepeats = 1_000

    init(_ source: String) { characters = Array(source) }

    mutating func read() throws(PatternMistake) -> PatternTree {
        guard characters.count <= PatternReader.longest else { throw PatternMistake("it is too long") }
        for (mark, ignores) in [("(?i)", true), ("(?-i)", false)] where characters.starts(with: mark) {
            place = mark.count
            ignoresCase = ignores
        }
        let tree = try choice()
        guard present == nil else { throw PatternMistake("`)` closes nothing") }
        return tree
    }

    private var present: Character? { place < characters.count ? characters[place] : nil }

    private mutating func take(_ character: Character) -> Bool {
        guard present == character else { return false }
        place += 1
        return true
    }

    private mutating func choice() throws(PatternMistake) -> PatternTree {
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternMistake) -> PatternTree {
        var parts: [PatternTree] = []
        while let character = present, character != "|", character != ")" { parts.append(try repetition()) }
        return .sequence(parts)
    }

    private mutating func repetition() throws(PatternMistake) -> PatternTree {
        var tree = try single()
        while let (least, most) = try bounds() {
            tree = .repetition(tree, least: least, most: most)
            // `+?` takes as little as it can, which is all one where only a match is asked for.
            _ = take("?")
        }
        return tree
    }

    private mutating func bounds() throws(PatternMistake) -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        guard take("{") else { return nil }
        guard let least = number() else { throw PatternMistake("`{` needs a count, as in {2} or {2,4}") }
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else { throw PatternMistake("`{` is not closed") }
        guard max(least, most ?? 0) <= PatternReader.mostRepeats else { throw PatternMistake("it repeats too much") }
        guard most ?? least >= least else { throw PatternMistake("its counts run backwards") }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let character = present, character.isASCII, character.isNumber, digits.count < 6 {
            digits.append(character)
            place += 1
        }
        return Int(digits)
    }

    private mutating func single() throws(PatternMistake) -> PatternTree {
        guard let character = present else { throw PatternMistake("it ends too early") }
        place += 1
        switch character {
        case ".": return .set(.any)
        case "^": return .check(.start)
        case "$": return .check(.end)
        case "[": return .set(try set())
        case "(": return try group()
        case "\\": return try escape()
        case "*", "+", "?", "{": throw PatternMistake("`\(character)` repeats nothing")
        default: return .set(set(of: [.one(character)]))
        }
    }

    private func set(of parts: [PatternSet.Part]) -> PatternSet { PatternSet(parts: parts, ignoresCase: ignoresCase) }

    private mutating func group() throws(PatternMistake) -> PatternTree {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternReader.deepest else { throw PatternMistake("its parentheses are too deep") }
        if take("?") {
            guard take(":") else {
                throw PatternMistake("`(?` may only be `(?:`, or at the beginning `(?i)` or `(?-i)`")
            }
        }
        let tree = try choice()
        guard take(")") else { throw PatternMistake("`(` is not closed") }
        return tree
    }

    private mutating func escape() throws(PatternMistake) -> PatternTree {
        switch present {
        case "b":
            place += 1
            return .check(.border)
        case "B":
            place += 1
            return .check(.noBorder)
        default: return .set(set(of: [try escaped()]))
        }
    }

    /// What stands behind a backslash, as one part of a set.
    private mutating func escaped() throws(PatternMistake) -> PatternSet.Part {
        guard let character = present else { throw PatternMistake("it ends with a backslash") }
        place += 1
        switch character {
        case "d": return .kind(.digit, negated: false)
        case "D": return .kind(.digit, negated: true)
        case "w": return .kind(.word, negated: false)
        case "W": return .kind(.word, negated: true)
        case "s": return .kind(.space, negated: false)
        case "S": return .kind(.space, negated: true)
        case "n": return .one("\n")
        case "t": return .one("\t")
        default:
            guard !character.isLetter, !character.isNumber else {
                throw PatternMistake("`\\\(character)` means nothing")
            }
            return .one(character)
        }
    }

    private mutating func set() throws(PatternMistake) -> PatternSet {
        var set = PatternSet(parts: [], isNegated: take("^"), ignoresCase: ignoresCase)
        repeat {
            let part = try setPart()
            guard case .one(let first) = part, present == "-", place + 1 < characters.count,
                characters[place + 1] != "]"
            else {
                set.parts.append(part)
                continue
            }
            place += 1
            guard case .one(let last) = try setPart(), first <= last else {
                throw PatternMistake("a range in `[ ]` runs backwards")
            }
            set.parts.append(.range(first, last))
        } while present != "]"
        place += 1
        return set
    }

    private mutating func setPart() throws(PatternMistake) -> PatternSet.Part {
        guard let character = present else { throw PatternMistake("`[` is not closed") }
        place += 1
        return character == "\\" ? try escaped() : .one(character)
    }
}
