extension Parser {
    /// A value or condition where commas mean something else: an argument, an item, what `print` prints.
    func expression(_ mode: WordMode = .text) -> ExpressionSyntax { condition(mode, commas: false) }

    /// Tests joined by `and` or by `or`. With `commas`, `in` takes a list without brackets.
    func condition(_ mode: WordMode, commas: Bool = true) -> ExpressionSyntax {
        ConditionReader(parser: self, mode: mode, commas: commas).condition()
    }
}

/// Reads one condition: tests, what joins them, and the values they compare.
struct ConditionReader: PartReader {
    let parser: Parser
    /// How bare words are read left of an operator.
    let mode: Parser.WordMode
    /// `in` takes a list without brackets.
    let commas: Bool

    func condition() -> ExpressionSyntax {
        let first = test()
        guard at("and") || at("or") else { return first }
        return joined(first)
    }

    private func joined(_ first: ExpressionSyntax) -> ExpressionSyntax {
        var tests = [first]
        var isOr: [Bool] = []
        while at("and") || at("or") {
            isOr.append(at("or"))
            advanceAcrossLines()
            guard startsValue(token) else {
                expects(.words("not"))
                parser.demandOperand(mode)
                parser.failExpecting("a condition")
                break
            }
            tests.append(test())
        }
        parser.height += 2
        let range = range(from: first.range.lower)
        if isOr.allSatisfy({ $0 }) { return ExpressionSyntax(.or(tests), range) }
        if !isOr.contains(true) { return ExpressionSyntax(.and(tests), range) }
        let first = grouping(tests, isOr, by: false)
        let second = grouping(tests, isOr, by: true)
        report(
            .mixedAndOr(
                [reading(first, in: range), reading(second, in: range)], [first, second]),
            at: range)
        return anded(tests, isOr, range)
    }

    /// Insertions that put the runs joined by one of the two words into parentheses.
    private func grouping(_ tests: [ExpressionSyntax], _ isOr: [Bool], by or: Bool) -> [Diagnostic.Edit] {
        var edits: [Diagnostic.Edit] = []
        var start = 0
        for position in 0...isOr.count where position == isOr.count || isOr[position] != or {
            if position > start, position < tests.count {
                let (lower, upper) = (tests[start].range.lower, tests[position].range.upper)
                edits.append(Diagnostic.Edit(SourceRange(lower, lower), "("))
                edits.append(Diagnostic.Edit(SourceRange(upper, upper), ")"))
            }
            start = position + 1
        }
        return edits
    }

    private func reading(_ edits: [Diagnostic.Edit], in range: SourceRange) -> String {
        applying(edits, to: file, in: range)
    }

    /// `a and b or c` as `(a and b) or c`, so that what follows can be checked.
    private func anded(_ tests: [ExpressionSyntax], _ isOr: [Bool], _ range: SourceRange) -> ExpressionSyntax {
        var groups: [[ExpressionSyntax]] = [[]]
        for (position, test) in tests.enumerated() {
            if position > 0, position <= isOr.count, isOr[position - 1] { groups.append([]) }
            groups[groups.count - 1].append(test)
        }
        let parts = groups.compactMap { group -> ExpressionSyntax? in
            guard let first = group.first, let last = group.last else { return nil }
            return group.count == 1 ? first : ExpressionSyntax(.and(group), first.range.joined(with: last.range))
        }
        return ExpressionSyntax(.or(parts), range)
    }

    private func test() -> ExpressionSyntax {
        if at("not"), startsValue(next) || parser.isExpecting(next) {
            let lower = token.lower
            advance()
            defer { parser.depth -= 1 }
            guard parser.enter() else { return missing() }
            let inner = test()
            parser.height += 1
            return ExpressionSyntax(.not(inner), range(from: lower))
        }
        let left = parser.binary(0, mode)
        return comparison(asField(left))
    }

    /// `"Tracking Number" is empty`: left of an operator a word names a field, in quotes or not.
    private func asField(_ left: ExpressionSyntax) -> ExpressionSyntax {
        guard mode != .text, case .string = left.kind, let name = left.literalText, !name.isEmpty, comesToOperator
        else { return left }
        return ExpressionSyntax(.field(name), left.range)
    }

    private var comesToOperator: Bool {
        switch kind {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .assign: true
        case .word: at("in") || at("is") || (at("not") && isWord("in", next)) || isComparisonWord
        default: false
        }
    }

    private var isComparisonWord: Bool {
        ["contains", "starts", "ends", "matches", "over", "under", "before", "after", "since"].contains { at($0) }
    }

    private func comparison(_ left: ExpressionSyntax) -> ExpressionSyntax {
        let sign = token
        if kind == .end {
            expects(.words("in"))
            expects(.words("not in"))
        }
        if kind == .word, at("in") || (at("not") && isWord("in", next)) {
            let negated = parser.take("not")
            advanceAcrossLines()
            expectBeside(left)
            let members = membership(of: left)
            parser.height += 1
            return ExpressionSyntax(.membership(left, members, negated: negated), range(from: left.range.lower))
        }
        if at("is"), isEmptyTest {
            advance()
            let negated = parser.take("not")
            advance()
            parser.height += 1
            return ExpressionSyntax(.isEmpty(left, negated: negated), range(from: left.range.lower))
        }
        guard let comparison = takeComparison() else { return left }
        parser.skipNewlines()
        if kind == .end {
            expectBeside(left)
            if [.before, .after, .since].contains(comparison) { demands(.value(.date)) }
            parser.demandOperand(rightMode)
            parser.endTooEarly(after: sign)
            return left
        }
        let right = right(of: comparison)
        parser.height += 1
        return ExpressionSyntax(.comparison(comparison, left, right), range(from: left.range.lower))
    }

    private func expectBeside(_ left: ExpressionSyntax) {
        switch left.kind {
        case .field(let name), .member(_, let name, _): expects(.beside(field: name, of: parser.rows.schema))
        // Beside any other value anything may stand.
        default: break
        }
    }

    private var isEmptyTest: Bool {
        if isWord("empty", next) { return true }
        guard isWord("not", next) else { return false }
        var position = index + 2
        while position < parser.list.tokens.count, parser.list.tokens[position].kind == .newline { position += 1 }
        return position < parser.list.tokens.count && isWord("empty", parser.list.tokens[position])
    }

    private func right(of comparison: ComparisonOperator) -> ExpressionSyntax {
        switch comparison {
        case .before, .after, .since: return parser.date(rightMode)
        case .over, .under, .less, .lessOrEqual, .greater, .greaterOrEqual:
            if let measure = parser.refusedMeasure() { return measure }
        case .is, .isNot:
            // `to is in` is India; `status is in transit, pickup` is a slip.
            if at("in"), startsValue(next), !isNextOnNewLine, !isWord("and", next), !isWord("or", next) {
                let verb = index - (comparison == .isNot ? 2 : 1)
                let place = SourceRange(parser.list.tokens[verb].range.lower, parser.list.tokens[verb + 1].range.lower)
                report(.isIn(place), at: token.range)
                advance()
                let first = parser.binary(0, rightMode)
                while parser.take(.comma) { _ = parser.binary(0, rightMode) }
                return first
            }
        case .equal, .notEqual, .contains, .startsWith, .endsWith, .matches: break
        }
        let value = parser.binary(0, rightMode)
        // `via is china post`: a name that is known.
        if case .word = value.kind, kind == .word, !at("and"), !at("or"),
            let count = parser.wordsOfName(after: value.range, of: [.carrier, .country])
        {
            for _ in 0..<count { advance() }
            let range = range(from: value.range.lower)
            report(.unquotedText(file.slice(range), range), at: range)
            return ExpressionSyntax(.missing, range)
        }
        return value
    }

    private var isNextOnNewLine: Bool {
        index + 1 < parser.list.tokens.count && parser.list.tokens[index + 1].kind == .newline
    }

    private var rightMode: Parser.WordMode { mode == .condition ? .text : mode }

    private func takeComparison() -> ComparisonOperator? {
        let single: ComparisonOperator?
        switch kind {
        case .equal: single = .equal
        case .notEqual: single = .notEqual
        case .less: single = .less
        case .lessOrEqual: single = .lessOrEqual
        case .greater: single = .greater
        case .greaterOrEqual: single = .greaterOrEqual
        case .assign:
            let isGlued = (left: previousUpper == token.lower, right: next.lower == token.upper)
            report(.assignAsComparison(token.range, isGlued: isGlued), at: token.range)
            single = .is
        case .word: single = comparisonWord()
        case .end:
            for comparison in ComparisonOperator.allCases where comparison.isWord {
                expects(.words(comparison.rawValue))
            }
            single = nil
        default: single = nil
        }
        guard let single else { return nil }
        advance()
        if single == .is, parser.take("not") { return .isNot }
        return single
    }

    /// The comparison a word stands for; of `starts with` the first word is taken here.
    private func comparisonWord() -> ComparisonOperator? {
        if at("starts") || at("ends") {
            let comparison: ComparisonOperator = at("starts") ? .startsWith : .endsWith
            if isWord("with", next) {
                advance()
            } else {
                report(.expectedWord("with", comparison.rawValue, found: describe(next)), at: token.range)
            }
            return comparison
        }
        switch word {
        case "is": return .is
        case "contains": return .contains
        case "matches": return .matches
        case "over": return .over
        case "under": return .under
        case "before": return .before
        case "after": return .after
        case "since": return .since
        default: return nil
        }
    }

    /// What stands after `in`: a range of dates, or values.
    private func membership(of left: ExpressionSyntax) -> MembershipSyntax {
        // With a comma behind it, `2026-11` is one of several texts.
        if parser.startsRange, !commas || next.kind != .comma { return .range(parser.dateRange()) }
        let first: ExpressionSyntax
        if let word, Literals.dateWords.contains(word), !commas || next.kind != .comma {
            first = parser.date(rightMode)
        } else {
            first = parser.binary(3, rightMode)
        }
        if at("..") {
            advanceAcrossLines()
            if first.isDate {
                let last = parser.date(rightMode)
                return .range(DateRangeSyntax(.between(first, last), range(from: first.range.lower)))
            }
            let last = parser.binary(3, rightMode)
            return .values([ExpressionSyntax(.binary(.range, first, last), range(from: first.range.lower))])
        }
        if first.isDate, !commas || kind != .comma { return .range(DateRangeSyntax(.on(first), first.range)) }
        var values = [first]
        // Here a comma parts what is printed or given: only brackets make it a list. In `expect` a text behind it may
        // be the message, unless the list itself is of texts.
        if !commas, kind == .comma, first.isPlain, !parser.commaBeginsMessage || first.isString && nextInList.isString {
            report(.inWithoutBrackets(file.slice(first.range)), at: first.range)
        }
        while kind == .comma, commas || parser.commaBeginsMessage && first.isPlain && nextInList.isPlain {
            advanceAcrossLines()
            expectBeside(left)
            values.append(parser.binary(0, rightMode))
        }
        return .values(values)
    }
}

extension ConditionReader {
    /// What stands behind the comma, by its first word: a text, or one value of another form.
    fileprivate var nextInList: (isString: Bool, isPlain: Bool) {
        var position = index + 1
        while position < parser.list.tokens.count, parser.list.tokens[position].kind == .newline { position += 1 }
        guard position < parser.list.tokens.count else { return (false, false) }
        switch parser.list.tokens[position].kind {
        case .string, .literalString, .stringOpen: return (true, false)
        case .word:
            // A function may make the message.
            let isCall = position + 1 < parser.list.tokens.count && parser.list.tokens[position + 1].kind == .leftParen
            return (false, !isCall)
        default: return (false, false)
        }
    }
}

extension ExpressionSyntax {
    fileprivate var isString: Bool { if case .string = kind { true } else { false } }

    /// One value by its form alone.
    fileprivate var isPlain: Bool {
        switch kind {
        case .number, .word, .string, .boolean, .duration: true
        // Any other could be a list.
        default: false
        }
    }

    /// Whether it is a day or time by its form alone.
    var isDate: Bool {
        switch kind {
        case .date, .ago: true
        // Of any other only the run knows.
        default: false
        }
    }
}

extension ComparisonOperator {
    /// Whether letters write it.
    fileprivate var isWord: Bool { rawValue.utf8.first?.isLetterOrUnderscore ?? false }
}
