extension Parser {
    func statement() -> StatementSyntax {
        let lower = token.lower
        height = 0
        defer { depth -= 1 }
        guard enter() else { return StatementSyntax(.missing, token.range) }
        let kind = statementKind()
        return StatementSyntax(kind, range(from: lower))
    }

    private func statementKind() -> StatementSyntax.Kind {
        switch kind {
        case .word: break
        case .variable where next.kind == .assign || isAssigningPath: return assignment()
        case .pipe: return .pipeline(continuation())
        default:
            let pipeline = pipeline()
            warnOfNumber(in: pipeline)
            return .pipeline(pipeline)
        }
        if let help = helpRequest() { return help }
        if next.kind == .assign { return undeclaredAssignment() }
        guard let keyword = StatementWord(rawValue: text(token).lowercased()) else { return pipelineStatement() }
        switch keyword {
        case .let: return letStatement()
        case .for: return forStatement()
        case .while: return whileStatement()
        case .if: return ifStatement()
        case .break:
            advance()
            return .break
        case .continue:
            advance()
            return .continue
        case .return: return returnStatement()
        case .exit:
            advance()
            expects(.operand)
            return .exit(isAtStatementEnd ? nil : expression())
        case .wait:
            advance()
            return .wait(duration(after: "wait"))
        case .define: return defineStatement()
        case .try: return tryStatement()
        case .param: return paramStatement()
        case .use:
            advance()
            return .use(argument(of: "use"))
        case .read:
            guard isWord("only", next) else { return pipelineStatement() }
            advance()
            advance()
            return .readOnly
        case .print: return printStatement()
        case .fail:
            advance()
            return .fail(argumentExpression(of: "fail"))
        case .expect: return expectStatement()
        case .limit: return limitStatement()
        case .plan: return prefixed(.plan)
        case .explain: return prefixed(.explain)
        case .curl: return prefixed(.curl)
        case .else, .otherwise: return partnerless(keyword.rawValue)
        }
    }

    var isAtStatementEnd: Bool {
        switch kind {
        case .end, .newline, .semicolon, .rightBrace: true
        default: at("otherwise")
        }
    }

    /// A pipeline that begins with a word: a number alone is a `show`, `#word` a comment that lacks its space.
    private func pipelineStatement() -> StatementSyntax.Kind {
        let word = text(token)
        if word.utf8.first == 0x23 {
            let mark = SourceRange(token.lower, token.lower + 1)
            if word.utf8.count > 1, word.utf8.dropFirst().allSatisfy(\.isDigit), let list = vocabulary.listingVerb {
                fail(.orderAlone(word, vocabulary[list].name, token.range), at: token.range)
            } else {
                fail(.commentWithoutSpace(mark), at: token.range)
            }
            return .missing
        }
        if let show = vocabulary.bareNumberVerb, beginsBareNumbers(word) {
            let lower = token.lower
            let reader = CommandReader(self, show, verbRange: SourceRange(lower, lower), inStage: false)
            return .pipeline(stages(after: .command(reader.read(from: lower)), from: lower))
        }
        let pipeline = pipeline()
        warnOfNumber(in: pipeline)
        return .pipeline(pipeline)
    }

    /// `300403513402.` or `"RB555666772CN"` alone on a line: written back, where looking it up was likely meant.
    private func warnOfNumber(in pipeline: PipelineSyntax) {
        guard pipeline.stages.isEmpty, case .expression(let value) = pipeline.source, !isPanicking,
            let show = vocabulary.bareNumberVerb
        else { return }
        let typed: String
        switch value.kind {
        case .word(let word): typed = word
        case .string(let segments):
            guard segments.count == 1, case .text(let text)? = segments.first else { return }
            typed = text
        // No other value is a number that was meant to be looked up.
        default: return
        }
        let numbers = vocabulary.numbers(typed)
        guard numbers.count == 1, let number = numbers.first else { return }
        report(.numberWrittenBack(number, vocabulary[show].name, value.range), at: value.range)
    }

    /// Whether a number stands alone here: no sum (`12345 + 1`), no date.
    private func beginsBareNumbers(_ word: String) -> Bool {
        guard Literals.isTrackingNumber(word), Literals.isoDate(word) == nil, !(isNextGlued && next.kind == .leftParen)
        else { return false }
        return !startsOperator(next)
    }

    /// `track?`, `count by status?`; and `help otherwise`, whose word would end any other statement.
    private func helpRequest() -> StatementSyntax.Kind? {
        if at("help"), isWord("otherwise", next) {
            advance()
            advance()
            return .help("otherwise")
        }
        var position = index
        while position < list.tokens.count, list.tokens[position].kind == .word, position < index + 5 { position += 1 }
        guard position + 1 < list.tokens.count, list.tokens[position].kind == .question,
            list.tokens[position].lower == list.tokens[position - 1].upper
        else { return nil }
        // `try track?` asks about `track`.
        var words = list.tokens[index..<position].map(text)[...]
        // A question about a parcel is no question about tms.
        let isCode = words.count == 1 && words.first.map(Self.isCode) == true
        guard isCode || !words.contains(where: Literals.hasDigit), !asksAboutParcel(words) else { return nil }
        while words.count > 1, let first = words.first.flatMap({ StatementWord(rawValue: $0.lowercased()) }),
            first.precedesStatement
        {
            words.removeFirst()
        }
        // `try track? otherwise …` is a `try`.
        if words.count < position - index, position + 1 < list.tokens.count, list.tokens[position + 1].kind == .word {
            return nil
        }
        rewind(to: position)
        advance()
        return .help(words.joined(separator: " "))
    }

    /// `E0107`, `4031`: of a message of tms, of an answer of the service.
    private static func isCode(_ word: String) -> Bool {
        let digits = word.drop { "EWew".contains($0) }
        return word.count - digits.count <= 1 && digits.count == 4 && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// `where is my parcel?`.
    private func asksAboutParcel(_ words: ArraySlice<String>) -> Bool {
        guard words.count > 2, let first = words.first?.lowercased(),
            vocabulary.otherWords.verbs[first] != nil || vocabulary.verbs.contains(where: { $0.words == [first] })
        else { return false }
        return words.dropFirst().allSatisfy { vocabulary.otherWords.fillers.contains($0.lowercased()) }
    }

    private func prefixed(_ prefix: StatementSyntax.Prefix) -> StatementSyntax.Kind {
        advance()
        if isAtStatementEnd {
            demands(.statement)
            fail(.prefixAlone(prefix.rawValue))
            return .missing
        }
        return .prefixed(prefix, statement())
    }

    private func printStatement() -> StatementSyntax.Kind {
        advance()
        if isAtStatementEnd {
            demands(.operand)
            report(
                .printsNothing(SourceRange(previousUpper, previousUpper)),
                at: SourceRange(previousUpper - 5, previousUpper))
            return .print([])
        }
        var values = [printedExpression()]
        while kind == .comma {
            advanceAcrossLines()
            values.append(printedExpression())
        }
        return .print(values)
    }

    /// `print hello world` and `print list status transit` are told what they lack.
    private func printedExpression() -> ExpressionSyntax {
        let start = token
        let value = expression()
        guard case .word(let first) = value.kind, kind == .word, !isGlued, !at("otherwise"), !isPanicking else {
            return value
        }
        let isVerb = !vocabulary.verbs(beginningWith: first.lowercased()).isEmpty || definitions.contains(first)
        panic(afterReporting: isVerb ? SyntaxMessage.commandAsValue : SyntaxMessage.unquotedText, from: start.lower)
        return value
    }

    private func panic(
        afterReporting make: (String, SourceRange) -> SyntaxMessage, from lower: Int
    ) {
        let wasPanicking = isPanicking
        panic()
        let range = range(from: lower)
        isPanicking = wasPanicking
        report(make(file.slice(range), range), at: range)
        isPanicking = true
    }

    private func expectStatement() -> StatementSyntax.Kind {
        advance()
        commaBeginsMessage = true
        let condition = argumentExpression(of: "expect")
        commaBeginsMessage = false
        guard kind == .comma else { return .expect(condition, message: nil) }
        advanceAcrossLines()
        return .expect(condition, message: expression())
    }

    private func returnStatement() -> StatementSyntax.Kind {
        advance()
        expects(.source)
        return .return(isAtStatementEnd ? nil : pipeline())
    }

    private func limitStatement() -> StatementSyntax.Kind {
        advance()
        var limits = [limit()]
        while kind == .comma {
            advanceAcrossLines()
            limits.append(limit())
        }
        return .limit(limits, block(after: "limit"))
    }

    /// `200 calls`, `30 min`.
    private func limit() -> LimitSyntax {
        let lower = token.lower
        let amount: ExpressionSyntax
        if kind == .word {
            let word = text(token)
            guard Literals.isNumber(word) else {
                if let parts = Literals.gluedDuration(word) {
                    report(.gluedDuration(parts.number, parts.unit, token.range), at: token.range)
                    advance()
                    return LimitSyntax(
                        amount: ExpressionSyntax(.number(parts.number), range(from: lower)), unit: parts.unit,
                        range: range(from: lower))
                }
                fail(.expectedLimit(describe(token)))
                return LimitSyntax(amount: missing(), unit: "calls", range: range(from: lower))
            }
            amount = ExpressionSyntax(.number(word), token.range)
            advance()
        } else {
            if kind == .end { stopExpecting() }
            amount = primary(.text, units: false)
        }
        guard kind == .word else {
            expects(.words("calls"))
            expects(.words("quota"))
            demands(.unit)
            fail(.expectedLimit(describe(token)))
            return LimitSyntax(amount: amount, unit: "calls", range: range(from: lower))
        }
        let unit = text(token).lowercased()
        let unitRange = token.range
        if unit == "m" { report(.loneM(token.range), at: token.range) }
        advance()
        return LimitSyntax(amount: amount, unit: unit, unitRange: unitRange, range: range(from: lower))
    }
}

extension Parser {
    /// A primary that must be there.
    func argument(of owner: String, _ kind: KindSyntax? = nil) -> ExpressionSyntax {
        guard startsValue(token) else {
            if let kind = kind?.kind { expects(.value(kind.valueKind)) }
            demands(.operand)
            if self.kind != .bad { report(.needsValue(owner, found: describe(token)), at: token.range) }
            panic()
            return missing()
        }
        return primary(.text)
    }

    func argumentExpression(of owner: String) -> ExpressionSyntax {
        guard startsValue(token) else {
            demands(.operand)
            if kind != .bad { report(.needsValue(owner, found: describe(token)), at: token.range) }
            panic()
            return missing()
        }
        return expression()
    }

    func missing() -> ExpressionSyntax { ExpressionSyntax(.missing, SourceRange(token.lower, token.lower)) }
}
