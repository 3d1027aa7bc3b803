extension Parser {
    func letStatement() -> StatementSyntax.Kind {
        advance()
        let name = declaredName(after: "let")
        assignSign(after: name.name)
        return .let(name, assignedPipeline(of: name.name))
    }

    /// Whether `$p.x =` or `$p[0] =` stands here, which only looks like an assignment.
    var isAssigningPath: Bool {
        guard next.lower == token.upper, next.kind == .word || next.kind == .leftBracket else { return false }
        var position = index + 1
        while position + 1 < list.tokens.count, list.tokens[position + 1].lower == list.tokens[position].upper {
            position += 1
        }
        return position + 1 < list.tokens.count && list.tokens[position + 1].kind == .assign
    }

    func assignment() -> StatementSyntax.Kind {
        let name = NameSyntax(String(text(token).dropFirst()), token.range)
        guard next.kind == .assign else {
            fail(.assignsPart)
            return .missing
        }
        advance()
        assignSign(after: name.name)
        return .assign(name, assignedPipeline(of: name.name))
    }

    /// `x = 5`: a declaration without `let`, or an assignment without `$`.
    func undeclaredAssignment() -> StatementSyntax.Kind {
        let name = NameSyntax(text(token), token.range)
        report(.assignsWord(name.name, name.range), at: name.range)
        advance()
        assignSign(after: name.name)
        return .let(name, assignedPipeline(of: name.name))
    }

    func forStatement() -> StatementSyntax.Kind {
        let lower = token.lower
        advance()
        let name = declaredName(after: "for")
        var index: NameSyntax?
        if take(.comma) { index = declaredName(after: "for") }
        let isOneByOne = takeOneByOne()
        if !take("in") { fail(.expectedWord("in", "for \(name.name) in …", found: describe(token))) }
        let source = pipeline()
        let head = range(from: lower)
        let body = block(after: "for")
        return .for(
            ForSyntax(name: name, index: index, isOneByOne: isOneByOne, source: source, body: body, headRange: head))
    }

    private func takeOneByOne() -> Bool {
        guard take("one") else { return false }
        if !take("by") || !take("one") {
            fail(.expectedWord("one by one", "for p one by one in …", found: describe(token)))
        }
        return true
    }

    func whileStatement() -> StatementSyntax.Kind {
        advance()
        let condition = self.condition(.text)
        return .while(condition, block(after: "while"))
    }

    func ifStatement() -> StatementSyntax.Kind {
        advance()
        let condition = self.condition(.text)
        var branches = [IfBranchSyntax(condition: condition, body: block(after: "if"))]
        while true {
            if takePartner("else") {
                if !take("if") {
                    branches.append(IfBranchSyntax(condition: nil, body: block(after: "else")))
                    break
                }
            } else if kind == .word, at("elif") || at("elsif") || at("elseif") {
                report(.elseIf(text(token), token.range), at: token.range)
                advance()
            } else {
                break
            }
            isPanicking = false
            let condition = self.condition(.text)
            branches.append(IfBranchSyntax(condition: condition, body: block(after: "else if")))
        }
        return .if(branches)
    }

    /// Takes `else` or `otherwise`; one on the next line is taken too, with what to do about it.
    private func takePartner(_ keyword: String) -> Bool {
        if take(keyword) { return true }
        guard kind == .newline else { return false }
        let line = index
        let end = previousUpper
        let afterBrace = file.slice(SourceRange(max(end - 1, 0), end)) == "}"
        skipNewlines()
        guard at(keyword) else {
            rewind(to: line)
            return false
        }
        isPanicking = false
        report(.partnerOnNextLine(keyword, afterBrace: afterBrace, SourceRange(end, token.lower)), at: token.range)
        advance()
        return true
    }

    func tryStatement() -> StatementSyntax.Kind {
        let keyword = token.range
        advance()
        let attempt = body(of: "try")
        guard takePartner("otherwise") else {
            report(.tryWithoutOtherwise(SourceRange(previousUpper, previousUpper)), at: keyword)
            return .try(
                attempt, otherwise: BlockSyntax(statements: [], range: SourceRange(previousUpper, previousUpper)))
        }
        isPanicking = false
        return .try(attempt, otherwise: body(of: "otherwise"))
    }

    /// A block, or one statement in place of it.
    private func body(of owner: String) -> BlockSyntax {
        if kind == .leftBrace { return block(after: owner) }
        if isAtStatementEnd {
            demands(.statement)
            fail(.needsBody(owner, found: describe(token)))
            return BlockSyntax(statements: [], range: token.range)
        }
        let statement = self.statement()
        if !isAtStatementEnd, !at("otherwise") {
            reportLeftover()
            while !at("otherwise"), !isAtStatementEnd {
                if kind == .leftBrace { skipStatement() } else { advance() }
            }
        }
        return BlockSyntax(statements: [statement], range: statement.range)
    }

    func partnerless(_ keyword: String) -> StatementSyntax.Kind {
        report(.partnerless(keyword), at: token.range)
        isPanicking = true
        advance()
        if keyword == "else", at("if") {
            advance()
            _ = condition(.text)
        }
        if kind == .leftBrace { _ = block(after: keyword) } else { panic() }
        return .missing
    }

    func defineStatement() -> StatementSyntax.Kind {
        advance()
        let name = declaredName(after: "define")
        guard kind == .leftParen else {
            fail(.expectedParameters(name.name, found: describe(token)))
            let body = block(after: "define")
            return .define(DefineSyntax(name: name, parameters: [], body: body))
        }
        let parameters = formals()
        return .define(DefineSyntax(name: name, parameters: parameters, body: block(after: "define")))
    }

    /// `(a, b: kind, c: kind = default)`.
    private func formals() -> [FormalSyntax] {
        var result: [FormalSyntax] = []
        let opening = open()
        while kind != .rightParen, kind != .end, !isPanicking {
            let (name, kind) = typedName(after: "define")
            var value: ExpressionSyntax?
            if take(.assign) { value = argument(of: name.name, kind) }
            result.append(FormalSyntax(name: name, kind: kind, defaultValue: value))
            if !take(.comma) { break }
        }
        close(opening, with: .rightParen)
        return result
    }

    func paramStatement() -> StatementSyntax.Kind {
        advance()
        let (name, kind) = typedName(after: "param")
        var value: ExpressionSyntax?
        if self.kind == .assign {
            advanceAcrossLines()
            value = argument(of: "param \(name.name)", kind)
        }
        var help: String?
        if self.kind == .string || self.kind == .literalString {
            help = stringText(token)
            advance()
        }
        return .param(ParamSyntax(name: name, kind: kind, defaultValue: value, help: help))
    }

    /// `days`, or `days: duration`, however the colon stands between them.
    private func typedName(after owner: String) -> (NameSyntax, KindSyntax?) {
        var mark = token
        let name: NameSyntax
        let rest: Substring
        if kind == .word, let colon = text(mark).firstIndex(of: ":"), colon > text(mark).startIndex {
            let word = text(mark)
            let written = String(word[..<colon])
            rest = word[word.index(after: colon)...]
            name = NameSyntax(written, SourceRange(mark.lower, min(mark.lower + written.utf8.count, mark.upper)))
            if !Literals.isName(written) { report(.badName(written), at: name.range) }
        } else {
            name = declaredName(after: owner)
            mark = token
            guard kind == .word, text(mark).utf8.first == 0x3A else { return (name, nil) }
            rest = text(mark).dropFirst()
        }
        advance()
        if !rest.isEmpty {
            let lower = max(mark.lower, mark.upper - rest.utf8.count)
            return (name, KindSyntax(rest.lowercased(), SourceRange(lower, mark.upper)))
        }
        guard kind == .word else {
            demands(.kind)
            failExpecting("a kind such as `number` or `carrier`")
            return (name, nil)
        }
        defer { advance() }
        return (name, KindSyntax(text(token).lowercased(), token.range))
    }

    /// A name where it is declared: without `$`.
    private func declaredName(after owner: String) -> NameSyntax {
        if kind == .variable {
            let name = NameSyntax(String(text(token).dropFirst()), token.range)
            report(.dollarInDeclaration(owner, name.name, token.lower), at: token.range)
            advance()
            return name
        }
        guard kind == .word else {
            fail(.expectedName(owner, found: describe(token)))
            return NameSyntax("", SourceRange(token.lower, token.lower))
        }
        let name = NameSyntax(text(token), token.range)
        if !Literals.isName(name.name) { report(.badName(name.name), at: name.range) }
        advance()
        return name
    }

    private func assignSign(after name: String) {
        guard kind == .assign else {
            return fail(.expectedWord("=", "let \(name) = …", found: describe(token)))
        }
        advanceAcrossLines()
    }

    private func assignedPipeline(of name: String) -> PipelineSyntax {
        demands(.source)
        if isAtStatementEnd, !isPanicking { fail(.needsValue("\(name) =", found: describe(token))) }
        return pipeline()
    }
}
