extension Parser {
    /// `1 + 2 * 3`, `$a ?? 0`, `1 .. 10`: operators from `minimum` up; `* / %` bind closest, then `+ -`, `..`, `??`.
    func binary(_ minimum: Int, _ mode: WordMode) -> ExpressionSyntax {
        let outer = height
        height = 0
        defer { height = max(outer, height) }
        var left = unary(mode)
        while true {
            if let glued = gluedSign(), minimum <= 3 {
                left = takeGluedSign(glued, left)
                continue
            }
            guard let (sign, strength) = binaryOperator(), strength >= minimum else { return left }
            let leftHeight = height
            height = 0
            advanceAcrossLines()
            if sign == .range, left.isDate, let word, Literals.dateWords.contains(word) {
                let right = date(mode)
                left = ExpressionSyntax(.binary(sign, left, right), range(from: left.range.lower))
                continue
            }
            let right = binary(strength + 1, mode)
            height = max(leftHeight, height) + 1
            left = ExpressionSyntax(.binary(sign, left, right), range(from: left.range.lower))
            guard isShallow(height) else { return left }
        }
    }

    private func binaryOperator() -> (BinaryOperator, strength: Int)? {
        switch kind {
        case .star: return (.multiply, 4)
        case .percent: return (.remainder, 4)
        case .doubleQuestion: return (.otherwise, 1)
        case .word:
            if at("-") { return (.subtract, 3) }
            if at("+") { return (.add, 3) }
            if at("/") { return (.divide, 4) }
            if at("..") { return (.range, 2) }
            return nil
        default: return nil
        }
    }

    /// `$n -1`: a sign that lacks its space.
    private func gluedSign() -> (sign: BinaryOperator, number: String)? {
        guard kind == .word, token.upper - token.lower > 1 else { return nil }
        let word = text(token)
        guard let first = word.first, first == "-" || first == "+", Literals.isNumber(String(word.dropFirst())) else {
            return nil
        }
        return (first == "-" ? .subtract : .add, String(word.dropFirst()))
    }

    private func takeGluedSign(
        _ glued: (sign: BinaryOperator, number: String), _ left: ExpressionSyntax
    ) -> ExpressionSyntax {
        report(.signNeedsSpaces(glued.sign.rawValue, token.lower), at: token.range)
        let number = ExpressionSyntax(.number(glued.number), SourceRange(token.lower + 1, token.upper))
        advance()
        height += 1
        _ = isShallow(height)
        return ExpressionSyntax(.binary(glued.sign, left, number), range(from: left.range.lower))
    }

    private func unary(_ mode: WordMode) -> ExpressionSyntax {
        guard startsValue(token) else {
            demandOperand(mode)
            failExpecting("a value")
            return missing()
        }
        guard at("-"), startsValue(next), !isAtLineEnd(index + 1) else { return primary(mode) }
        let lower = token.lower
        advance()
        let value = primary(mode)
        height += 1
        return ExpressionSyntax(.negate(value), range(from: lower))
    }

    private func isAtLineEnd(_ position: Int) -> Bool {
        position < list.tokens.count && list.tokens[position].kind == .newline
    }
}
