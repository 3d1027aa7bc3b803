import TMSBase
import TMSSemantics
import TMSSyntax

extension FunctionBuilder {
    /// Computes into `target`, or wherever is least work; returns the register that holds the value.
    @discardableResult
    func expression(_ expression: ExpressionSyntax, into target: Int? = nil) -> Int {
        let range = expression.range
        switch expression.kind {
        case .variable(let name): return variable(name, range, into: target)
        case .those: return variable("last", range, into: target)
        case .parenthesized(let inner): return self.expression(inner, into: target)
        // Any other needs a register to be worked out into.
        default: break
        }
        let result = target ?? temporary()
        let mark = self.mark
        compute(expression, into: result)
        release(to: mark)
        return result
    }

    /// Computes into registers that follow each other; returns the first.
    func consecutive(_ expressions: [ExpressionSyntax]) -> Int {
        let first = registers(expressions.count)
        for (offset, expression) in expressions.enumerated() { self.expression(expression, into: first + offset) }
        return first
    }

    private func compute(_ expression: ExpressionSyntax, into result: Int) {
        let range = expression.range
        switch expression.kind {
        case .number(let digits):
            constant(Numeral(reading: digits)?.value ?? .string(digits), into: result, range)
        case .word(let word): constant(.string(word), into: result, range)
        case .string(let segments): string(segments, into: result, range)
        case .boolean(let flag): constant(.boolean(flag), into: result, range)
        case .empty: constant(.nothing, into: result, range)
        case .date(let text): date(text, into: result, range)
        case .duration(let amount, let unit): duration(amount, unit, into: result, range)
        case .ago(let length):
            emit(.ago, result, self.expression(length), at: range)
        case .rows(let from, let to):
            let last = variable("last", range, into: nil)
            let first = pool.constant(.integer(from))
            _ = pool.constant(.integer(to))
            emit(.rows, result, last, first, at: range)
        case .field(let name):
            guard let row else { return constant(.string(name), into: result, range) }
            field(name, of: row, into: result, range)
        case .member(let base, let name, let nameRange):
            if case .variable("it") = base.kind, let row { return field(name, of: row, into: result, nameRange) }
            let record = self.expression(base)
            emit(.field, result, record, fieldCache(name, at: nameRange), at: nameRange)
        case .index(let base, let place):
            let container = self.expression(base)
            emit(.index, result, container, self.expression(place), at: range)
        case .call(let name, let nameRange, let arguments):
            call(name, nameRange, arguments, into: result, range)
        case .list(let items): list(items, into: result, range)
        case .record(let items):
            let first = consecutive(items.map(\.value))
            emit(.record, result, first, pool.shape(Shape(written: items.map(\.key))), at: range)
        case .negate(let inner): negate(inner, into: result, range)
        case .not, .and, .or: logic(expression, into: result)
        case .binary(let operation, let left, let right): binary(operation, left, right, into: result, range)
        case .comparison(let operation, let left, let right): compare(operation, left, right, into: result, range)
        case .isEmpty(let inner, let negated):
            emit(.isEmpty, result, uncounted { self.expression(inner) }, at: range)
            if negated { emit(.not, result, result, at: range) }
        case .membership(let value, let membership, let negated):
            self.membership(value, membership, into: result, range)
            if negated { emit(.not, result, result, at: range) }
        case .pipeline(let pipeline): self.pipeline(pipeline, sink: .value(result))
        case .variable, .those, .parenthesized: self.expression(expression, into: result)
        case .missing: raise(.unknownName("value"), at: range)
        }
    }

    /// A list; a long one is put together of parts, so that it does not need a register for each item.
    private func list(_ items: [ExpressionSyntax], into result: Int, _ range: SourceRange) {
        let most = 1_000
        guard items.count > most else {
            return emit(.list, result, consecutive(items), items.count, at: range)
        }
        let starts = Array(stride(from: 0, to: items.count, by: most))
        let parts = registers(starts.count)
        let mark = self.mark
        for (place, start) in starts.enumerated() {
            let part = Array(items[start..<min(start + most, items.count)])
            emit(.list, parts + place, consecutive(part), part.count, at: range)
            release(to: mark)
        }
        emit(.flatten, result, parts, starts.count, at: range)
    }

    func constant(_ value: Value, into result: Int, _ range: SourceRange) {
        emit(.constant, result, pool.constant(value), at: range)
    }

    private func string(_ segments: [StringSegmentSyntax], into result: Int, _ range: SourceRange) {
        var isFilled = false
        for case .expression in segments { isFilled = true }
        if !isFilled {
            var text = ""
            for case .text(let piece) in segments { text += piece }
            return constant(.written(text), into: result, range)
        }
        let (template, first) = template(segments)
        emit(.concat, result, first, template, at: range)
    }

    /// A text template, and the first of the registers that fill it.
    func template(_ segments: [StringSegmentSyntax]) -> (template: Int, first: Int) {
        var pieces: [String?] = []
        var values: [ExpressionSyntax] = []
        for segment in segments {
            switch segment {
            case .text(let text): pieces.append(text)
            case .expression(let inner):
                pieces.append(nil)
                values.append(inner)
            }
        }
        return (pool.text(pieces), consecutive(values))
    }
}
