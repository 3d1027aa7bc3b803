import TMSBase
import TMSSemantics
import TMSSyntax

/// Compiles expressions: each into a register.
struct ValueEmitter {
    let code: CodeWriter
    let registers: RegisterFile
    let fields: RowFields
    /// The frame in which names stand that live outside of all functions; `nil` in that one itself.
    private let outermost: RegisterFile?
    private unowned let function: FunctionBuilder

    init(_ function: FunctionBuilder) {
        code = function.code
        registers = function.registers
        fields = function.fields
        outermost = function.main?.registers
        self.function = function
    }

    var conditions: ConditionEmitter { ConditionEmitter(code: code, registers: registers, values: self) }
    var calls: CallEmitter { CallEmitter(code: code, registers: registers, fields: fields, values: self) }
    private var operators: OperatorEmitter {
        OperatorEmitter(code: code, registers: registers, fields: fields, values: self)
    }
    var times: TimeEmitter { TimeEmitter(code: code, registers: registers, values: self) }

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
        let result = target ?? registers.take()
        let mark = registers.mark
        compute(expression, into: result)
        registers.release(to: mark)
        return result
    }

    /// Computes into registers that follow each other; returns the first.
    func consecutive(_ expressions: [ExpressionSyntax]) -> Int {
        let first = registers.take(expressions.count)
        for (offset, expression) in expressions.enumerated() { self.expression(expression, into: first + offset) }
        return first
    }

    private func compute(_ expression: ExpressionSyntax, into result: Int) {
        let range = expression.range
        switch expression.kind {
        case .number(let digits):
            code.constant(Numeral(reading: digits)?.value ?? .string(digits), into: result, range)
        case .word(let word): code.constant(.string(word), into: result, range)
        case .string(let segments): string(segments, into: result, range)
        case .boolean(let flag): code.constant(.boolean(flag), into: result, range)
        case .empty: code.constant(.nothing, into: result, range)
        case .date(let text): times.date(text, into: result, range)
        case .duration(let amount, let unit): times.duration(amount, unit, into: result, range)
        case .ago(let length):
            code.emit(.ago, result, self.expression(length), at: range)
        case .rows(let from, let to):
            let last = variable("last", range, into: nil)
            let first = code.pool.constant(.integer(from))
            _ = code.pool.constant(.integer(to))
            code.emit(.rows, result, last, first, at: range)
        case .field(let name):
            guard let row = fields.row else { return code.constant(.string(name), into: result, range) }
            fields.read(name, of: row, into: result, range)
        case .member(let base, let name, let nameRange):
            if case .variable("it") = base.kind, let row = fields.row {
                return fields.read(name, of: row, into: result, nameRange)
            }
            let record = self.expression(base)
            code.emit(.field, result, record, fields.cache(name, at: nameRange), at: nameRange)
        case .index(let base, let place):
            let container = self.expression(base)
            code.emit(.index, result, container, self.expression(place), at: range)
        case .call(let name, let nameRange, let arguments):
            calls.call(name, nameRange, arguments, into: result, range)
        case .list(let items): list(items, into: result, range)
        case .record(let items):
            let first = consecutive(items.map(\.value))
            code.emit(.record, result, first, code.pool.shape(Shape(written: items.map(\.key))), at: range)
        case .negate(let inner): operators.negate(inner, into: result, range)
        case .not, .and, .or: operators.logic(expression, into: result)
        case .binary(let operation, let left, let right): operators.binary(operation, left, right, into: result, range)
        case .comparison(let operation, let left, let right):
            operators.compare(operation, left, right, into: result, range)
        case .isEmpty(let inner, let negated):
            fields.uncounted { code.emit(.isEmpty, result, self.expression(inner), at: range) }
            if negated { code.emit(.not, result, result, at: range) }
        case .membership(let value, let membership, let negated):
            operators.membership(value, membership, into: result, range)
            if negated { code.emit(.not, result, result, at: range) }
        case .pipeline(let pipeline): function.pipelines.pipeline(pipeline, sink: .value(result))
        case .variable, .those, .parenthesized: self.expression(expression, into: result)
        case .missing: code.raise(.unknownName("value"), at: range)
        }
    }

    /// The register of a variable; one from outside a definition is copied in.
    private func variable(_ name: String, _ range: SourceRange, into target: Int?) -> Int {
        let source: Int
        if name == "it", let row = fields.row {
            source = row
        } else if let local = registers.local(name) {
            source = local
        } else if let outermost {
            let result = target ?? registers.take()
            code.emit(.global, result, outermost.global(name), at: range)
            return result
        } else {
            source = registers.global(name)
        }
        guard let target, target != source else { return source }
        code.emit(.move, target, source, at: range)
        return target
    }

    /// A list; a long one is put together of parts, so that it does not need a register for each item.
    private func list(_ items: [ExpressionSyntax], into result: Int, _ range: SourceRange) {
        let most = 1_000
        guard items.count > most else {
            return code.emit(.list, result, consecutive(items), items.count, at: range)
        }
        let starts = Array(stride(from: 0, to: items.count, by: most))
        let parts = registers.take(starts.count)
        let mark = registers.mark
        for (place, start) in starts.enumerated() {
            let part = Array(items[start..<min(start + most, items.count)])
            code.emit(.list, parts + place, consecutive(part), part.count, at: range)
            registers.release(to: mark)
        }
        code.emit(.flatten, result, parts, starts.count, at: range)
    }
}

// MARK: Strings

extension ValueEmitter {
    private func string(_ segments: [StringSegmentSyntax], into result: Int, _ range: SourceRange) {
        var isFilled = false
        for case .expression in segments { isFilled = true }
        if !isFilled {
            var text = ""
            for case .text(let piece) in segments { text += piece }
            return code.constant(.written(text), into: result, range)
        }
        let (template, first) = template(segments)
        code.emit(.concat, result, first, template, at: range)
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
        return (code.pool.text(pieces), consecutive(values))
    }
}

extension ExpressionSyntax {
    /// A string with something to fill in.
    var isTemplate: Bool {
        guard case .string = kind else { return false }
        return literalText == nil
    }

    /// A whole number that fits an instruction.
    var immediate: Int32? {
        switch kind {
        case .number(let digits): Int32(digits)
        case .parenthesized(let inner): inner.immediate
        // Nothing else is a number that is written out.
        default: nil
        }
    }
}
