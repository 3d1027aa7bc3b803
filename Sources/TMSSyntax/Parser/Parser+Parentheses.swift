extension Parser {
    /// `( pipeline )` if it begins with a verb or has a `|`, otherwise `( expression )`.
    func parenthesized(_ mode: WordMode) -> ExpressionSyntax {
        let lower = token.lower
        let outer = height
        height = 0
        let opening = open()
        let kind = inside(mode)
        close(opening, with: .rightParen)
        height = max(outer, height + 1)
        return ExpressionSyntax(kind, range(from: lower))
    }

    private func inside(_ mode: WordMode) -> ExpressionSyntax.Kind {
        let lower = token.lower
        if mode == .text { demands(.source) } else { demandOperand(mode) }
        if beginsCommand(mode) { return .pipeline(stages(after: commandSource(), from: lower)) }
        let value: ExpressionSyntax
        if at("those"), mode == .text {
            value = target(units: false)
        } else if self.kind == .rightParen {
            failExpecting("a value")
            value = missing()
        } else {
            value = condition(mode)
        }
        guard self.kind == .pipe else { return .parenthesized(value) }
        return .pipeline(stages(after: .expression(value), from: lower))
    }

    /// Whether a verb, a definition or an unknown word with arguments stands after `(`. Where bare words are fields,
    /// a word before an operator is one, whatever verbs there are.
    private func beginsCommand(_ mode: WordMode) -> Bool {
        guard kind == .word, !(isNextGlued && next.kind == .leftParen) else { return false }
        let word = text(token)
        let lower = word.lowercased()
        let follower = next
        let isAlone = follower.kind == .rightParen || startsOperator(follower) || startsComparison(follower)
        let verbs = vocabulary.verbs(beginningWith: lower)
        let isWhole = lower == "open" || definitions.contains(word) || verbs.contains { stand(vocabulary[$0].words) }
        // `(transit)` is text, though `transit time` is a verb.
        let isKnown = isWhole || !verbs.isEmpty && !isAlone
        if isKnown { return mode == .text || !isAlone }
        guard mode == .text, !isAlone, startsValue(follower), !Literals.hasDigit(word), Literals.isName(word) else {
            return false
        }
        switch lower {
        case "not", "true", "false", "empty", "those": return false
        default: return true
        }
    }

    private func startsComparison(_ token: Token) -> Bool {
        guard token.kind == .word else { return token.kind == .assign }
        switch text(token).lowercased() {
        case "is", "in", "not", "contains", "starts", "ends", "matches", "over", "under", "before", "after", "since",
            "and", "or":
            return true
        default: return false
        }
    }
}
