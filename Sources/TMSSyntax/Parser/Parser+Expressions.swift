extension Parser {
    /// `1 + 2 * 3`, `$a ?? 0`, `1 .. 10`: operators from `minimum` up; `* / %` bind closest, then `+ -`, `..`, `??`.
    func binary(_ minimum: Int, _ mode: WordMode) -> ExpressionSyntax {
        let outer = height
        height = 0
        defer { height = max(outer, height) }
        var left: ExpressionSyntax
        if let (value, sign) = takeValueOnSign(where: { $0.strength >= minimum }) {
            left = joined(value, sign, binary(sign.strength + 1, mode))
        } else {
            left = unary(mode)
        }
        while true {
            if let found = signOnValue(), found.sign.strength >= minimum {
                height += 1
                left = joined(left, found.sign, takeSignOnValue(found))
                guard isShallow(height) else { return left }
                continue
            }
            guard let sign = binaryOperator(), sign.strength >= minimum else { return left }
            if kind == .word { reportGluedSign(sign) }
            let leftHeight = height
            height = 0
            advanceAcrossLines()
            if sign == .range, left.isDate, let word, Literals.dateWords.contains(word) {
                left = joined(left, sign, date(mode))
                continue
            }
            let right = binary(sign.strength + 1, mode)
            height = max(leftHeight, height) + 1
            left = joined(left, sign, right)
            guard isShallow(height) else { return left }
        }
    }

    private func joined(
        _ left: ExpressionSyntax, _ sign: BinaryOperator, _ right: ExpressionSyntax
    ) -> ExpressionSyntax {
        ExpressionSyntax(.binary(sign, left, right), range(from: left.range.lower))
    }

    private func binaryOperator() -> BinaryOperator? {
        switch kind {
        case .star: .multiply
        case .percent: .remainder
        case .doubleQuestion: .otherwise
        case .word: sign
        default: nil
        }
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
