/// Values that touch: `late-$x.csv`, `$a-1`, `"a"b`.
struct GluedValues: PartReader {
    let parser: Parser
    private let start: Token
    private let pieces: [Token]

    /// - Parameter start: the first of them; the parser stands behind one that it has taken.
    init(_ parser: Parser, from start: Token) {
        self.parser = parser
        self.start = start
        let tokens = parser.list.tokens
        var pieces: [Token] = []
        var position = parser.index
        while position > 0, tokens[position - 1].lower >= start.lower { position -= 1 }
        let first = position
        while position < tokens.count, tokens[position].kind != .newline, tokens[position].kind != .end {
            if position > first, tokens[position].lower != tokens[position - 1].upper { break }
            guard parser.startsValue(tokens[position]) || position < parser.index else { break }
            pieces.append(tokens[position])
            if tokens[position].kind == .stringOpen || tokens[position].kind == .leftParen { break }
            position += 1
        }
        self.pieces = pieces
    }

    /// Says how to write what was meant, and skips the rest of it.
    func refuse() {
        let range = SourceRange(start.lower, max(pieces.last?.upper ?? token.upper, token.upper))
        report(.gluedValues(file.slice(range), meant: meant, range), at: range)
        while parser.isGlued, startsValue(token), kind != .end {
            switch kind {
            case .stringOpen: parser.skipString()
            case .leftParen, .leftBracket: return parser.panic()
            default: advance()
            }
        }
    }

    /// A string with the variables filled in, or a difference with its spaces.
    private var meant: String? {
        guard pieces.count >= 2, pieces.contains(where: { $0.kind == .variable }),
            pieces.allSatisfy({ $0.kind == .variable || $0.kind == .word })
        else { return nil }
        if pieces[0].kind == .variable, let difference { return difference }
        if pieces.count == 2, let sum { return sum }
        let parts = pieces.map { $0.kind == .variable ? "{\(text($0))}" : text($0) }
        return "\"\(parts.joined())\""
    }

    /// `2000+$n`: a number and its sign before a variable.
    private var sum: String? {
        let word = text(pieces[0])
        guard pieces[0].kind == .word, pieces[1].kind == .variable, let sign = word.last, "+-/".contains(sign),
            case let number = String(word.dropLast()), Literals.isNumber(number)
        else { return nil }
        return "\(number) \(sign) \(text(pieces[1]))"
    }

    /// `$a-1` and `$a-$b`: a sign between numbers or variables.
    private var difference: String? {
        let sign = text(pieces[1])
        guard let first = sign.first, "+-/".contains(first) else { return nil }
        let rest = String(sign.dropFirst())
        if pieces.count == 2, Literals.isNumber(rest) { return "\(text(pieces[0])) \(first) \(rest)" }
        if pieces.count == 3, rest.isEmpty, pieces[2].kind == .variable {
            return "\(text(pieces[0])) \(first) \(text(pieces[2]))"
        }
        return nil
    }
}
