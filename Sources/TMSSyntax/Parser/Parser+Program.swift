extension Parser {
    func program() -> [StatementSyntax] { statements(inBlock: false) }

    /// Statements up to the end of the text, or of the block.
    func statements(inBlock: Bool) -> [StatementSyntax] {
        var result: [StatementSyntax] = []
        while true {
            while kind == .newline || kind == .semicolon { advance() }
            if kind == .end, beginsLine { expects(.statement) }
            if kind == .end || (inBlock && kind == .rightBrace) { return result }
            isPanicking = false
            if kind == .rightBrace {
                skipStray(&result)
                continue
            }
            let before = token.lower
            var statement = statement()
            endStatement()
            // What was skipped belongs to it too, so that the tree covers the text.
            statement.range = range(from: statement.range.lower)
            result.append(statement)
            if kind != .end, token.lower == before {
                isPanicking = false
                skipStray(&result)
            }
        }
    }

    /// A mark that closes nothing. Where it is one mistake too many, all that follows belongs to the tree unread.
    private func skipStray(_ statements: inout [StatementSyntax]) {
        let lower = token.lower
        report(.strayCloser(file.slice(token.range)), at: token.range)
        guard isAbandoned else { return advance() }
        statements.append(StatementSyntax(.missing, range(from: lower)))
    }

    private var beginsLine: Bool {
        guard index > 0 else { return true }
        switch list.tokens[index - 1].kind {
        case .newline, .semicolon, .leftBrace: return true
        default: return false
        }
    }

    /// `{ … }`.
    func block(after owner: String) -> BlockSyntax {
        findBlock(after: owner)
        guard kind == .leftBrace else {
            return BlockSyntax(statements: [], range: SourceRange(previousUpper, previousUpper))
        }
        return openBlock()
    }

    private func openBlock() -> BlockSyntax {
        let outer = skipsNewlines
        skipsNewlines = false
        defer { skipsNewlines = outer }
        let opening = token
        advance()
        let statements = statements(inBlock: true)
        guard kind == .rightBrace else {
            isPanicking = false
            endUnclosed(opening)
            return BlockSyntax(statements: statements, range: range(from: opening.lower))
        }
        skipsNewlines = outer
        advance()
        return BlockSyntax(statements: statements, range: range(from: opening.lower))
    }

    /// Comes to the `{` of a block, and says so where something else stands before it.
    private func findBlock(after owner: String) {
        if kind == .leftBrace { return }
        if kind == .newline {
            let line = index
            let end = previousUpper
            skipNewlines()
            if kind == .leftBrace {
                let gap = SourceRange(end, token.lower)
                return report(.braceOnNextLine(owner, gap), at: token.range)
            }
            rewind(to: line)
        }
        fail(.expectedBlock(owner, found: describe(token)))
    }

    /// A statement ends at a newline or `;`, at the `}` of its block, and before the `otherwise` of its `try`.
    private func endStatement() {
        switch kind {
        case .end, .newline, .semicolon, .rightBrace: return
        default: break
        }
        if at("otherwise") || at("else") {
            // A word without its partner: read here so that its block is not left over.
            return
        }
        reportLeftover()
        skipStatement()
    }

    /// How a message calls a token.
    func describe(_ token: Token) -> String {
        switch token.kind {
        case .end: "the end of the text"
        case .newline: "the end of the line"
        case .string, .literalString, .stringOpen, .stringText, .stringClose, .fillOpen, .fillClose: "a string"
        default: "`\(file.slice(token.range))`"
        }
    }
}
