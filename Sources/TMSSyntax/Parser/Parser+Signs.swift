/// `- + / ..` may be part of a word, so between values they need a space on both sides. A sign that lacks one is told
/// so and read as what was meant.
extension Parser {
    private static let signs: [BinaryOperator] = [.range, .subtract, .add, .divide]

    /// The sign that stands here as a word of its own.
    var sign: BinaryOperator? { kind == .word ? Self.signs.first { at($0.rawValue) } : nil }

    /// `$n -1`, `1 ..3`: a sign that touches the value behind it.
    func signOnValue() -> (sign: BinaryOperator, value: String)? {
        guard kind == .word, token.upper - token.lower > 1 else { return nil }
        let word = text(token)
        guard let sign = Self.signs.first(where: { word.hasPrefix($0.rawValue) }) else { return nil }
        let value = String(word.dropFirst(sign.rawValue.count))
        return isOperand(value, of: sign) ? (sign, value) : nil
    }

    /// `5- 2`, `1.. 3`: a value that touches the sign behind it, with another value to follow.
    private func valueOnSign() -> (value: String, sign: BinaryOperator)? {
        guard kind == .word, token.upper - token.lower > 1, !isNextGlued, index + 1 < list.tokens.count else {
            return nil
        }
        let word = text(token)
        guard let sign = Self.signs.first(where: { word.hasSuffix($0.rawValue) }) else { return nil }
        let value = String(word.dropLast(sign.rawValue.count))
        let follows = list.tokens[index + 1]
        let isValue =
            switch follows.kind {
            case .variable, .leftParen: true
            case .word: isOperand(text(follows), of: sign)
            default: false
            }
        return isValue && isOperand(value, of: sign) ? (value, sign) : nil
    }

    /// Takes the value and the sign of `5- 2`, and says what they lack.
    func takeValueOnSign(
        where isWanted: (BinaryOperator) -> Bool
    ) -> (value: ExpressionSyntax, sign: BinaryOperator)? {
        guard let (value, sign) = valueOnSign(), isWanted(sign) else { return nil }
        let upper = token.upper - sign.rawValue.utf8.count
        report(.signNeedsSpaces(sign, before: upper, after: nil), at: token.range)
        let literal = operand(value, SourceRange(token.lower, upper))
        advance()
        return (literal, sign)
    }

    /// Takes the sign and the value of `$n -1`, and says what they lack.
    func takeSignOnValue(_ found: (sign: BinaryOperator, value: String)) -> ExpressionSyntax {
        let lower = token.lower + found.sign.rawValue.utf8.count
        report(.signNeedsSpaces(found.sign, before: isGlued ? token.lower : nil, after: lower), at: token.range)
        let value = operand(found.value, SourceRange(lower, token.upper))
        advance()
        return value
    }

    /// `2 -$a`: says that the sign here touches a value.
    func reportGluedSign(_ sign: BinaryOperator) {
        let isBefore = isNextGlued && ![.newline, .end].contains(list.tokens[index + 1].kind)
        guard isBefore || isGlued else { return }
        let range = SourceRange(isGlued ? previousLower : token.lower, isBefore ? next.upper : token.upper)
        report(
            .signNeedsSpaces(sign, before: isGlued ? token.lower : nil, after: isBefore ? token.upper : nil), at: range)
    }

    private var previousLower: Int { index > 0 ? list.tokens[index - 1].lower : token.lower }

    private func isOperand(_ word: String, of sign: BinaryOperator) -> Bool {
        Literals.isNumber(word) || sign == .range && Literals.isoDate(word) == .day
    }

    private func operand(_ word: String, _ range: SourceRange) -> ExpressionSyntax {
        ExpressionSyntax(Literals.isNumber(word) ? .number(word) : .date(word), range)
    }
}

extension BinaryOperator {
    /// How closely it binds: `* / %` closest, then `+ -`, `..`, `??`.
    var strength: Int {
        switch self {
        case .multiply, .divide, .remainder: 4
        case .add, .subtract: 3
        case .range: 2
        case .otherwise: 1
        }
    }
}
