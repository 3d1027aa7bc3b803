import TMSSyntax

/// Compiles one `expect`, which says of a false condition what was compared.
struct ExpectationEmitter {
    private let code: CodeWriter
    private let registers: RegisterFile
    private let values: ValueEmitter
    /// What the condition compares and the script does not spell out.
    private var compared: [(text: SourceRange, value: ExpressionSyntax)] = []

    init(_ values: ValueEmitter) {
        code = values.code
        registers = values.registers
        self.values = values
    }

    mutating func expect(_ condition: ExpressionSyntax, _ message: ExpressionSyntax?, _ range: SourceRange) {
        let holds = code.makeLabel()
        values.conditions.branch(holding(condition), to: holds, when: true)
        let register = registers.take()
        if let message {
            values.expression(message, into: register)
        } else {
            code.constant(.string("`\(code.file.slice(condition.range))` is not so"), into: register, range)
        }
        let first = registers.take(compared.count * 2)
        for (place, value) in compared.enumerated() {
            code.constant(.string(code.file.slice(value.text)), into: first + 2 * place, value.text)
            values.expression(value.value, into: first + 2 * place + 1)
        }
        code.emit(.expect, compared.count, register, first, at: condition.range)
        code.bind(holds)
    }

    /// The condition, with whatever it compares that is worked out or read held in registers, because it must not be
    /// worked out a second time to be told.
    private mutating func holding(_ condition: ExpressionSyntax) -> ExpressionSyntax {
        let kind: ExpressionSyntax.Kind
        switch condition.kind {
        case .parenthesized(let inner):
            if case .pipeline = inner.kind { return condition }
            kind = .parenthesized(holding(inner))
        case .not(let inner): kind = .not(holding(inner))
        case .comparison(let operation, let left, let right):
            let left = held(left)
            kind = .comparison(operation, left, held(right))
        case .membership(let value, let members, let negated):
            kind = .membership(held(value), members, negated: negated)
        case .isEmpty(let value, let negated): kind = .isEmpty(held(value), negated: negated)
        default:
            if condition.isPath { compared.append((condition.range, condition)) }
            return condition
        }
        return ExpressionSyntax(kind, condition.range)
    }

    private mutating func held(_ operand: ExpressionSyntax) -> ExpressionSyntax {
        guard !operand.isSpelledOut else { return operand }
        guard !operand.isPath else {
            compared.append((operand.range, operand))
            return operand
        }
        // No name of a script holds a blank.
        let name = "held \(compared.count)"
        registers.bind(name, to: values.expression(operand, into: registers.take()))
        let value = ExpressionSyntax(.variable(name), operand.range)
        compared.append((operand.range, value))
        return value
    }
}

extension ExpressionSyntax {
    /// What can be looked at a second time without anything happening.
    fileprivate var isPath: Bool {
        switch kind {
        case .variable: true
        case .member(let inner, _, _), .parenthesized(let inner): inner.isPath
        case .index(let inner, let place): inner.isPath && (place.isPath || place.immediate != nil)
        case .call("len", _, let arguments): arguments.allSatisfy(\.isPath)
        default: false
        }
    }

    /// Whether the script says the value itself.
    fileprivate var isSpelledOut: Bool {
        switch kind {
        case .number, .word, .boolean, .empty, .date, .duration, .ago, .field, .missing: true
        case .string: !isTemplate
        case .negate(let inner), .parenthesized(let inner): inner.isSpelledOut
        case .list(let items): items.allSatisfy(\.isSpelledOut)
        case .record(let items): items.allSatisfy(\.value.isSpelledOut)
        default: false
        }
    }
}
