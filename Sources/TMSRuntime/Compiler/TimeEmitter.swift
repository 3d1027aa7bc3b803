import TMSBase
import TMSSyntax

/// Compiles dates, durations and ranges of dates.
struct TimeEmitter {
    let code: CodeWriter
    let registers: RegisterFile
    let values: ValueEmitter

    func date(_ text: String, into result: Int, _ range: SourceRange) {
        // A plain day means the same everywhere; the others depend on the zone or on the moment.
        if let date = WrittenDate(text), date.secondOfDay == nil {
            return code.constant(.day(date.day.daysSinceEpoch), into: result, range)
        }
        code.emit(.date, result, code.pool.constant(.string(text)), at: range)
    }

    func duration(_ amount: ExpressionSyntax, _ unit: DurationUnit, into result: Int, _ range: SourceRange) {
        if let count = amount.immediate {
            return code.constant(.duration(Int(count) * unit.seconds), into: result, range)
        }
        code.emit(.duration, result, values.expression(amount), unit.seconds, at: range)
    }

    /// Two registers that will hold from and to; returns the first.
    ///
    /// - Parameter label: of a clause, which must not be empty.
    func dateRange(_ dates: DateRangeSyntax, of label: String? = nil) -> Int {
        let result = registers.take(2)
        if case .period(let period) = dates.kind {
            let text = registers.take()
            code.constant(.string(period.text), into: text, dates.range)
            code.emit(.dateRange, result, text, text, flag: 5, at: dates.range)
            return result
        }
        let bounds = dates.parts.map { bound($0, of: label) }
        guard let first = bounds.first, let last = bounds.last else { return result }
        let flag: UInt8 =
            switch dates.kind {
            case .last: 0
            case .since: 1
            case .before: 2
            case .after: 3
            case .between, .on: 4
            case .period: 5
            }
        code.emit(.dateRange, result, first, last, flag: flag, at: dates.range)
        return result
    }

    private func bound(_ date: ExpressionSyntax, of label: String?) -> Int {
        let register = values.expression(date)
        guard let label, case .variable = date.root.kind else { return register }
        let isGiven = code.makeLabel()
        code.jump(.jumpUnlessEmpty, to: isGiven, register, at: date.range)
        code.raise(.emptyArgument(label, at: date.range), at: date.range)
        code.bind(isGiven)
        return register
    }
}

extension ExpressionSyntax {
    /// `$p` of `$p.created[0]`.
    fileprivate var root: ExpressionSyntax {
        switch kind {
        case .member(let base, _, _), .index(let base, _), .parenthesized(let base): base.root
        // Nothing else is a part of something.
        default: self
        }
    }
}
