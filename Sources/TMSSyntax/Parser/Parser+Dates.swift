import TMSBase

extension Parser {
    /// Whether `last 7 days`, `since D`, `before D` or `after D` begins here.
    var startsRange: Bool {
        if period != nil { return true }
        guard at("last") || at("since") || at("before") || at("after") else { return false }
        return startsValue(next) || next.kind == .end || next.kind == .newline
    }

    /// The week or month that begins here, and of how many words it is.
    private var period: (period: DatePeriod, words: Int)? {
        guard let word, !(isNextGlued && next.kind == .leftParen) else { return nil }
        if let month = DatePeriod(word) { return (month, 1) }
        guard word == "this" || word == "last", next.kind == .word,
            let period = DatePeriod("\(word) \(text(next).lowercased())")
        else { return nil }
        return (period, 2)
    }

    /// `last 7 days`, `since D`, `before D`, `after D`, `D .. D`, `D`, `this week`, `last month`, `2026-11`.
    func dateRange() -> DateRangeSyntax {
        let lower = token.lower
        let kind: DateRangeSyntax.Kind
        if let (period, words) = period {
            for _ in 0..<words { advance() }
            kind = .period(period)
        } else if startsRange, let word {
            advance()
            switch word {
            case "last": kind = .last(duration())
            case "since": kind = .since(date())
            case "before": kind = .before(date())
            default: kind = .after(date())
            }
        } else {
            kind = days()
        }
        return DateRangeSyntax(kind, range(from: lower))
    }

    /// `D .. D` or `D`.
    private func days() -> DateRangeSyntax.Kind {
        if let (first, _) = takeValueOnSign(where: { $0 == .range }) { return .between(first, date()) }
        let first = date()
        if let found = signOnValue(), found.sign == .range { return .between(first, takeSignOnValue(found)) }
        guard at("..") else { return .on(first) }
        reportGluedSign(.range)
        advanceAcrossLines()
        return .between(first, date())
    }

    /// `2026-03-05`, `2026-03-05 14:30`, `today`, `monday`, `3 days ago`, or a value that is one.
    func date(_ mode: WordMode = .text) -> ExpressionSyntax {
        guard startsValue(token) else {
            demands(.value(.date))
            failExpecting("a date")
            return missing()
        }
        let start = token
        if let word {
            if Literals.dateWords.contains(word), !(isNextGlued && next.kind == .leftParen) {
                height = max(height, 1)
                advance()
                return ExpressionSyntax(.date(word), start.range)
            }
            if let refused = refusedMeasure() {
                return take("ago") ? ExpressionSyntax(.ago(refused), range(from: start.lower)) : refused
            }
            if Literals.isoDate(word) == .impossible {
                report(.noSuchDay(text(token)), at: start.range)
                advance()
                return ExpressionSyntax(.missing, start.range)
            }
        }
        let value = primary(mode)
        switch value.kind {
        case .word(let word): report(.notADate(word, value.range), at: value.range)
        case .number(let number): report(.notADate(number, value.range), at: value.range)
        case .duration(let amount, _):
            if case .number = amount.kind {
                report(.durationAsDate(file.slice(value.range), value.range), at: value.range)
            }
        default: break
        }
        return value
    }

    /// `14 days`; a number alone is told that it lacks its unit.
    func duration() -> ExpressionSyntax {
        guard startsValue(token) else {
            demands(.value(.duration))
            failExpecting("a duration such as 14 days")
            return missing()
        }
        if let refused = refusedMeasure() { return refused }
        if let word, kind == .word, !isGluedCall, !word.utf8.contains(where: \.isDigit) {
            let start = token.range
            advance()
            report(.notADuration(word, start), at: start)
            return ExpressionSyntax(.missing, start)
        }
        let value = primary(.text)
        switch value.kind {
        case .number where nearestUnit != nil:
            report(.misspeltUnit(text(token), nearestUnit ?? "", token.range), at: token.range)
            advance()
        case .number(let number):
            if kind == .end { stopExpecting() }
            report(.durationWithoutUnit(number, value.range), at: value.range)
        case .word(let word): report(.notADuration(word, value.range), at: value.range)
        // `last 7 days ago` is none.
        case .duration: expectations?.removeAll { $0 == .words("ago") }
        default: break
        }
        return value
    }

    func duration(after owner: String) -> ExpressionSyntax {
        guard startsValue(token) else {
            demands(.value(.duration))
            if kind != .bad { report(.needsValue(owner, found: describe(token)), at: token.range) }
            panic()
            return missing()
        }
        return duration()
    }

    private var isGluedCall: Bool { isNextGlued && next.kind == .leftParen }

    /// `14d` and `03/04/2026`, where a duration or date is looked for: refused with how to write them.
    func refusedMeasure() -> ExpressionSyntax? {
        guard kind == .word else { return nil }
        let start = token.range
        let word = text(token)
        if let (number, unit) = Literals.gluedDuration(word) {
            report(.gluedDuration(number, unit, start), at: start)
            advance()
            let amount = ExpressionSyntax(.number(number), start)
            return ExpressionSyntax(.duration(amount, Literals.unit(unit) ?? .minutes), start)
        }
        if let readings = Literals.ambiguousDate(word) {
            report(.ambiguousDate(word, readings, start), at: start)
            advance()
            return ExpressionSyntax(readings.first.map { .date($0.iso) } ?? .missing, start)
        }
        return nil
    }
}
