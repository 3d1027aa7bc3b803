extension Parser {
    /// A `(` or `[` that has been taken.
    struct Opening {
        var token: Token
        var index: Int
        var skippedNewlines: Bool
        var commaBeganMessage: Bool
    }

    /// Takes a `(` or `[`; newlines inside it are nothing, and a comma is that of the brackets.
    func open() -> Opening {
        let opening = Opening(
            token: token, index: index, skippedNewlines: skipsNewlines, commaBeganMessage: commaBeginsMessage)
        skipsNewlines = true
        commaBeginsMessage = false
        advance()
        _ = enter()
        return opening
    }

    /// Takes the closing mark. Where it is missing, the statement goes on as if it stood at the end of its line.
    func close(_ opening: Opening, with closer: Token.Kind) {
        skipsNewlines = opening.skippedNewlines
        commaBeginsMessage = opening.commaBeganMessage
        depth -= 1
        if kind == closer { return advance() }
        let mark = file.slice(opening.token.range)
        if kind == .end {
            return endUnclosed(opening.token)
        }
        if isPanicking { return }
        if index > 0, list.tokens[index - 1].kind == .newline {
            report(.neverClosed(mark), at: opening.token.range)
            isPanicking = true
            while index > opening.index + 1, list.tokens[index - 1].kind == .newline { rewind(to: index - 1) }
            return
        }
        if kind == .bad {
            panic()
        } else {
            fail(.expectedCloser(closer == .rightParen ? ")" : "]", found: describe(token), opening.token.range))
        }
        _ = take(closer)
    }

    /// The text has ended inside brackets or a block.
    func endUnclosed(_ opening: Token) {
        guard !isAbandoned else { return }
        stopExpecting()
        isIncomplete = true
        report(.neverClosed(file.slice(opening.range)), at: opening.range)
        abandon()
    }

    /// Whether a line begins at this token with a word that only begins statements.
    func beginsStatement(at position: Int) -> Bool {
        guard position < list.tokens.count, list.tokens[position].kind == .word else { return false }
        return StatementWord(rawValue: text(list.tokens[position]).lowercased()) != nil
    }
}
