import TMSBase

extension Parser {
    /// One value: a word, string, number, path, call, list, or parentheses around an expression or a pipeline.
    func primary(_ mode: WordMode, units: Bool = true) -> ExpressionSyntax {
        let start = token
        height = max(height, 1)
        let value: ExpressionSyntax
        switch kind {
        case .word: value = wordPrimary(mode, units)
        case .variable: value = measured(path(mode), units)
        case .string, .literalString:
            value = ExpressionSyntax(.string(segments(of: stringText(start))), start.range)
            advance()
        case .stringOpen: value = filledString(mode)
        case .leftParen: value = measured(parenthesized(mode), units)
        case .leftBracket: value = list(mode)
        default:
            demandOperand(mode)
            failExpecting("a value")
            return missing()
        }
        if isGlued, startsValue(token), !isPanicking { GluedValues(self, from: start).refuse() }
        return value
    }

    func segments(of text: String) -> [StringSegmentSyntax] { text.isEmpty ? [] : [.text(text)] }

    private func wordPrimary(_ mode: WordMode, _ units: Bool) -> ExpressionSyntax {
        let start = token
        let word = text(start)
        if isNextGlued, next.kind == .leftParen { return call(mode) }
        if units, startsOperator(start) {
            failExpecting("a value")
            return missing()
        }
        guard let first = word.utf8.first else {
            advance()
            return ExpressionSyntax(.word(word), start.range)
        }
        if readsDateWord {
            readsDateWord = false
            if Literals.dateWords.contains(word.lowercased()) {
                advance()
                return ExpressionSyntax(.date(word.lowercased()), start.range)
            }
        }
        if first.isDigit || first == 0x2D { return numberPrimary(word, units) }
        advance()
        if Literals.isRowPath(word) { report(.fieldOfShownRow(word), at: start.range) }
        if units, !isNextPartOfWord(start) {
            switch word.lowercased() {
            case "true": return ExpressionSyntax(.boolean(true), start.range)
            case "false": return ExpressionSyntax(.boolean(false), start.range)
            case "empty": return ExpressionSyntax(.empty, start.range)
            default: break
            }
        }
        return bare(word, start.range, mode)
    }

    private func isNextPartOfWord(_ start: Token) -> Bool { token.lower == start.upper && startsValue(token) }

    private func bare(_ word: String, _ range: SourceRange, _ mode: WordMode) -> ExpressionSyntax {
        ExpressionSyntax(mode == .text ? .word(word) : .field(word), range)
    }

    /// A word that begins with a digit or a minus: a number, a date, a duration, or text.
    private func numberPrimary(_ word: String, _ units: Bool) -> ExpressionSyntax {
        let start = token
        advance()
        if Literals.isNumber(word) {
            return measured(ExpressionSyntax(.number(word), start.range), units)
        }
        switch Literals.isoDate(word) {
        case .day:
            guard kind == .word, !isGlued, let isTime = Literals.time(text(token)) else {
                return ExpressionSyntax(.date(word), start.range)
            }
            let time = text(token)
            if !isTime { report(.noSuchTime(time), at: token.range) }
            advance()
            return ExpressionSyntax(.date("\(word) \(time)"), range(from: start.lower))
        case .dayAndTime: return ExpressionSyntax(.date(word), start.range)
        // Where a unit may follow stands an expression; after a label it may be an order's number.
        case .impossible where units && word.utf8.count == 10:
            report(.noSuchDay(word), at: start.range)
            return ExpressionSyntax(.missing, start.range)
        case .impossible, nil: break
        }
        if let (low, high) = Literals.gluedRange(word) {
            report(.rangeNeedsSpaces(low, high, start.range), at: start.range)
            let ends = [low, high].map {
                ExpressionSyntax(Literals.isNumber($0) ? .number($0) : .date($0), start.range)
            }
            return ExpressionSyntax(.binary(.range, ends[0], ends[1]), start.range)
        }
        return ExpressionSyntax(.word(word), start.range)
    }

    /// A unit after a number, a path or a `)`, and `ago` after that.
    private func measured(_ amount: ExpressionSyntax, _ units: Bool) -> ExpressionSyntax {
        if units { expects(.unit) }
        guard units, kind == .word, !isGlued || list.tokens[index - 1].kind == .rightParen,
            !(isNextGlued && next.kind == .leftParen)
        else { return amount }
        let unitWord = text(token).lowercased()
        if let unit = Literals.unit(unitWord) {
            advance()
            height += 1
            return aged(ExpressionSyntax(.duration(amount, unit), range(from: amount.range.lower)))
        }
        guard DurationUnit.inexactWords.contains(unitWord) else { return amount }
        report(unitWord == "m" ? .loneM(token.range) : .inexactUnit(unitWord), at: token.range)
        advance()
        return aged(ExpressionSyntax(.duration(amount, .minutes), range(from: amount.range.lower)))
    }

    private func aged(_ duration: ExpressionSyntax) -> ExpressionSyntax {
        guard take("ago") else { return duration }
        height += 1
        return ExpressionSyntax(.ago(duration), range(from: duration.range.lower))
    }

    /// `$p`, `$p.number`, `$rows[0].number`: all glued.
    private func path(_ mode: WordMode) -> ExpressionSyntax {
        let start = token
        var value = ExpressionSyntax(.variable(String(text(start).dropFirst())), start.range)
        advance()
        while isGlued, !isPanicking {
            if kind == .leftBracket {
                let outer = height
                height = 0
                let opening = open()
                let position = expression(mode == .fields ? .fields : .text)
                close(opening, with: .rightBracket)
                height = max(outer, height) + 1
                value = ExpressionSyntax(.index(value, position), range(from: start.lower))
            } else if kind == .word, let names = memberNames(token) {
                for name in names {
                    height += 1
                    value = ExpressionSyntax(
                        .member(value, name: name.name, nameRange: name.range),
                        SourceRange(start.lower, name.range.upper))
                }
                advance()
            } else {
                break
            }
            guard isShallow(height) else { break }
        }
        return value
    }

    /// `.a.b` as its names, or `nil` where the word is something else (`.csv-old`).
    private func memberNames(_ token: Token) -> [NameSyntax]? {
        let word = text(token)
        guard word.utf8.first == 0x2E, word.utf8.count > 1, word.utf8.count < 2_000 else { return nil }
        var names: [NameSyntax] = []
        var lower = token.lower + 1
        for part in word.dropFirst().split(separator: ".", omittingEmptySubsequences: false) {
            guard Literals.isName(String(part)) else { return nil }
            let upper = lower + part.utf8.count
            names.append(NameSyntax(String(part), SourceRange(lower, min(upper, token.upper))))
            lower = upper + 1
        }
        return names
    }

    /// `len($rows)`: the parenthesis is glued.
    private func call(_ mode: WordMode) -> ExpressionSyntax {
        let name = token
        advance()
        if !Literals.isName(text(name)) { report(.badFunctionName(text(name)), at: name.range) }
        let arguments = items(.rightParen, mode, of: text(name))
        return ExpressionSyntax(
            .call(name: text(name), nameRange: name.range, arguments: arguments), range(from: name.lower))
    }

    /// Expressions separated by commas, with the marks around them.
    private func items(_ closer: Token.Kind, _ mode: WordMode, of owner: String? = nil) -> [ExpressionSyntax] {
        let outer = height
        height = 0
        var result: [ExpressionSyntax] = []
        let opening = open()
        func expectArgument() {
            if let owner { expects(.argument(of: owner, result.count)) }
        }
        while kind != closer, kind != .end, !isPanicking {
            result.append(expression(mode))
            if !take(.comma) { break }
            expectArgument()
            demandOperand(mode == .fields ? mode : .text)
        }
        if result.isEmpty { expectArgument() }
        if result.isEmpty { demandOperand(mode == .fields ? mode : .text) }
        close(opening, with: closer)
        height = max(outer, height + 1)
        return result
    }

    /// `[a, b]`, `[country: jp]`, `[]`, `[:]`.
    private func list(_ mode: WordMode) -> ExpressionSyntax {
        let lower = token.lower
        let mode: WordMode = mode == .fields ? .fields : .text
        guard isRecord else { return ExpressionSyntax(.list(items(.rightBracket, mode)), range(from: lower)) }
        var record: [RecordItemSyntax] = []
        let opening = open()
        if at(":") { advance() }
        while kind != .rightBracket, kind != .end, !isPanicking {
            record.append(recordItem(mode))
            if !take(.comma) { break }
        }
        close(opening, with: .rightBracket)
        return ExpressionSyntax(.record(record), range(from: lower))
    }

    /// Whether the first thing after `[` is a key or the lone `:` of an empty record.
    private var isRecord: Bool {
        var position = index + 1
        while position < list.tokens.count, list.tokens[position].kind == .newline { position += 1 }
        guard position < list.tokens.count, list.tokens[position].kind == .word else { return false }
        return text(list.tokens[position]).utf8.last == 0x3A
    }

    private func recordItem(_ mode: WordMode) -> RecordItemSyntax {
        let key = token
        guard kind == .word, text(key).utf8.last == 0x3A, key.upper - key.lower > 1 else {
            report(.itemWithoutKey, at: key.range)
            let value = expression(mode)
            return RecordItemSyntax(key: "", keyRange: key.range, value: value)
        }
        let name = String(text(key).dropLast())
        advance()
        return RecordItemSyntax(key: name, keyRange: key.range, value: expression(mode))
    }
}
