extension Parser {
    func pipeline() -> PipelineSyntax {
        let lower = token.lower
        return stages(after: source(), from: lower)
    }

    /// `| where …` typed alone goes on with the rows of the last answer.
    func continuation() -> PipelineSyntax {
        let lower = token.lower
        let last = ExpressionSyntax(.variable("last"), SourceRange(lower, lower))
        return stages(after: .expression(last), from: lower)
    }

    /// The stages that follow a source, also on the next lines when these begin with `|`.
    func stages(after source: SourceSyntax, from lower: Int) -> PipelineSyntax {
        let outer = rows
        defer { rows = outer }
        rows = RowNames()
        rows.schema = if case .command(let command) = source { command.schema(in: vocabulary) } else { nil }
        var stages: [StageSyntax] = []
        while comesToPipe() {
            advanceAcrossLines()
            stages.append(stage())
            if expectations != nil { rows.pass(stages[stages.count - 1]) }
        }
        return PipelineSyntax(source: source, stages: stages, range: range(from: lower))
    }

    func comesToPipe() -> Bool {
        if kind == .newline {
            var position = index
            while position < list.tokens.count, list.tokens[position].kind == .newline { position += 1 }
            guard position < list.tokens.count, list.tokens[position].kind == .pipe else { return false }
            rewind(to: position)
        }
        return kind == .pipe
    }

    private func source() -> SourceSyntax {
        guard kind == .word else {
            guard startsValue(token) else {
                demands(.source)
                failExpecting("a command or a value")
                return .expression(missing())
            }
            return .expression(expression())
        }
        if at("those"), !startsOperator(next) {
            defer { advance() }
            return .expression(ExpressionSyntax(.those, token.range))
        }
        if let rows = shownRows() { return .expression(rows) }
        guard startsCommand() else {
            readsDateWord = true
            defer { readsDateWord = false }
            return .expression(expression())
        }
        return commandSource()
    }

    /// A command, or `open`, at a word that is known to begin one.
    func commandSource() -> SourceSyntax {
        guard at("open"), vocabulary.verbs(beginningWith: "open").isEmpty else {
            return .command(command(inStage: false))
        }
        let lower = token.lower
        advance()
        let path = argument(of: "open")
        let clauses = fileClauses(besides: [])
        return .open(FileSyntax(path: path, clauses: clauses, range: range(from: lower)))
    }

    /// At the start of a pipeline a word without a digit is a verb, unless it is a literal or a call.
    private func startsCommand() -> Bool {
        if isNextGlued, next.kind == .leftParen { return false }
        let word = text(token)
        guard let first = word.utf8.first, first.isLetterOrUnderscore || first >= 0x80, !Literals.hasDigit(word) else {
            return false
        }
        switch word.lowercased() {
        case "true", "false", "empty", "not": return false
        case let lower where Literals.dateWords.contains(lower):
            return !vocabulary.verbs(beginningWith: lower).isEmpty || definitions.contains(word)
        default: return true
        }
    }

    func startsValue(_ token: Token) -> Bool {
        switch token.kind {
        case .word, .variable, .string, .literalString, .stringOpen, .leftParen, .leftBracket: true
        default: false
        }
    }

    /// Whether a mark between two values stands here: `+`, `..`, `==`.
    func startsOperator(_ token: Token) -> Bool {
        switch token.kind {
        case .star, .percent, .doubleQuestion, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .word: isWord("-", token) || isWord("+", token) || isWord("/", token) || isWord("..", token)
        default: false
        }
    }

    /// A word of letters, as texts are made of.
    func isPlainWord(_ token: Token) -> Bool {
        guard token.kind == .word, let first = text(token).utf8.first else { return false }
        return first.isLetterOrUnderscore || first >= 0x80
    }

    /// Fails where nothing that could be read stands; silent at a mark that has been reported.
    func failExpecting(_ what: String) {
        if kind == .bad || isPanicking { return panic() }
        fail(.expected(what, found: describe(token)))
    }

    /// Says what stands after a statement that was complete without it.
    func reportLeftover() {
        switch kind {
        case .bad: break
        case .rightParen, .rightBracket, .rightBrace: report(.strayCloser(file.slice(token.range)), at: token.range)
        case .leftBrace: report(.strayBlock, at: token.range)
        case .assign: report(.strayAssign, at: token.range)
        case .comma: report(.strayComma, at: token.range)
        case .word where nearestUnit != nil:
            report(.misspeltUnit(text(token), nearestUnit ?? "", token.range), at: token.range)
        case .word where index > 0 && isPlainWord(list.tokens[index - 1]) && isPlainWord(token):
            report(.afterWord(describe(token)), at: token.range)
        default: report(.unexpected(describe(token)), at: token.range)
        }
    }

    /// `10 dyas`: the unit that was likely meant.
    var nearestUnit: String? {
        guard kind == .word, index > 0, list.tokens[index - 1].kind == .word,
            Literals.isNumber(text(list.tokens[index - 1]))
        else {
            return nil
        }
        return Suggestions.nearest(text(token).lowercased(), in: ["days", "weeks", "hours", "minutes", "seconds"])
    }
}

extension CommandSyntax {
    /// The schema of the rows it answers with.
    fileprivate func schema(in vocabulary: Vocabulary) -> String? {
        if case .verb(let verb) = callee { vocabulary[verb].returns } else { nil }
    }
}
