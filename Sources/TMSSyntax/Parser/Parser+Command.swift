extension Parser {
    /// A verb of the vocabulary, or a word that is bound later, with what it is given.
    func command(inStage: Bool) -> CommandSyntax {
        let lower = token.lower
        if let verb = takeVerb() {
            return CommandReader(self, verb, verbRange: range(from: lower), inStage: inStage).read(from: lower)
        }
        return namedCommand(inStage: inStage)
    }

    /// Takes the words of the longest verb that stands here, also where they are those of a near miss.
    private func takeVerb() -> VerbID? {
        guard let first = word else { return nil }
        let candidates = vocabulary.verbs(beginningWith: first)
        if let verb = candidates.first(where: { stand(vocabulary[$0].words) }) {
            skip(words: vocabulary[verb].words.count)
            return verb
        }
        if definitions.contains(text(token)) { return nil }
        return takeNearMiss(first) ?? takeBegunVerb(candidates)
    }

    /// `get N` for `show N`.
    private func takeNearMiss(_ first: String) -> VerbID? {
        var typed = first
        var count = 1
        if next.kind == .word, vocabulary.otherWords.verbs["\(first) \(text(next).lowercased())"] != nil {
            typed = "\(first) \(text(next).lowercased())"
            count = 2
        }
        guard let meant = vocabulary.otherWords.verbs[typed],
            let verb = vocabulary.verbs.firstIndex(where: { $0.name == meant })
        else { return nil }
        let lower = token.lower
        skip(words: count)
        let range = range(from: lower)
        report(.nearMiss(typed, meant: meant, range), at: range)
        return VerbID(verb)
    }

    /// `count`, where the verb is `count by status`.
    private func takeBegunVerb(_ candidates: [VerbID]) -> VerbID? {
        guard let verb = candidates.first(where: { vocabulary[$0].words.count > 1 }) else { return nil }
        let words = vocabulary[verb].words
        // `count by carrier` is a stage that lacks its rows.
        if StageWord(rawValue: words[0]) != nil, next.kind == .word, isWord("by", next),
            index + 2 < list.tokens.count,
            case let field = list.tokens[index + 2], field.kind == .word,
            Suggestions.nearest(text(field).lowercased(), in: words) == nil
        {
            return nil
        }
        let lower = token.lower
        var count = 1
        while count < words.count, index + count < list.tokens.count, list.tokens[index + count].kind == .word,
            isWord(words[count], list.tokens[index + count])
        {
            count += 1
        }
        skip(words: count)
        if kind == .end { stopExpecting() }
        let range = range(from: lower)
        report(.nearMiss(file.slice(range), meant: vocabulary[verb].name, range), at: range)
        return verb
    }

    /// Whether these words stand here, in any case.
    func stand(_ words: [String]) -> Bool {
        for (offset, word) in words.enumerated() {
            guard index + offset < list.tokens.count, case let token = list.tokens[index + offset] else { return false }
            if token.kind == .end, !isPanicking {
                expectations?.append(.words(words[offset...].joined(separator: " ")))
                return false
            }
            guard isWord(word, token) else { return false }
        }
        return true
    }

    private func skip(words count: Int) {
        for _ in 0..<count { advance() }
    }

    /// A definition, or a word nobody knows: its primaries are its arguments.
    private func namedCommand(inStage: Bool) -> CommandSyntax {
        let start = token
        let name = text(token)
        if !definitions.contains(name), let misplaced = misplacedWord(name.lowercased(), inStage: inStage) {
            fail(misplaced)
            return CommandSyntax(callee: .named(name), verbRange: start.range, range: start.range)
        }
        advance()
        var command = CommandSyntax(callee: .named(name), verbRange: start.range, range: start.range)
        // In a stage the row is the first argument.
        func expectArgument() { expects(.argument(of: name, command.subjects.count + (inStage ? 1 : 0))) }
        expectArgument()
        while !isAtCommandEnd, startsValue(token), !isPanicking {
            defer { expectArgument() }
            if startsOperator(token), !isNextGlued {
                fail(.operatorInCommand(describe(token)))
                break
            }
            var values = [target(units: true)]
            while kind == .comma {
                advanceAcrossLines()
                values.append(target(units: true))
            }
            command.subjects.append(values)
        }
        command.range = range(from: start.lower)
        return command
    }

    /// How many of the words that stand here, behind one that was taken, make a known name with it.
    func wordsOfName(after first: SourceRange, of kinds: [ValueKind]) -> Int? {
        for count in stride(from: 3, through: 1, by: -1) where index + count <= list.tokens.count {
            let words = list.tokens[index..<index + count]
            guard words.allSatisfy({ $0.kind == .word }), let last = words.last else { continue }
            let name = file.slice(first.joined(with: last.range)).lowercased()
            if kinds.contains(where: { vocabulary.normalForm(name, $0) != nil }) { return count }
        }
        return nil
    }

    /// Words of the language where a verb is wanted.
    private func misplacedWord(_ word: String, inStage: Bool) -> SyntaxMessage? {
        if StatementWord(rawValue: word) != nil { return .statementAsVerb(word, inStage: inStage) }
        if !inStage, StageWord(rawValue: word) != nil { return .stageWithoutSource(word, token.lower) }
        return nil
    }

    /// Where a command has no more arguments.
    var isAtCommandEnd: Bool {
        switch kind {
        case .newline, .semicolon, .end, .pipe, .rightParen, .rightBracket, .rightBrace, .leftBrace, .fillClose,
            .stringClose:
            return true
        case .word:
            if at("otherwise") { return true }
            return skipsNewlines && index > 0 && list.tokens[index - 1].kind == .newline && beginsStatement(at: index)
        default: return false
        }
    }

    /// What a verb acts on: rows of the last answer, or a primary.
    func target(units: Bool) -> ExpressionSyntax {
        if at("those") {
            defer { advance() }
            return ExpressionSyntax(.those, token.range)
        }
        return shownRows() ?? primary(.text, units: units)
    }

    /// `@3`, `@2-5`.
    func shownRows() -> ExpressionSyntax? {
        guard kind == .word, let (first, last) = Literals.rows(text(token)) else { return nil }
        let range = token.range
        advance()
        if last < first { report(.backwardRows(first, last, range), at: range) }
        return ExpressionSyntax(.rows(first, last), range)
    }
}
