import TMSSyntax

/// `expect`, which says of a false condition what was compared.
extension FunctionBuilder {
    func expect(_ condition: ExpressionSyntax, _ message: ExpressionSyntax?, _ range: SourceRange) {
        let holds = makeLabel()
        var compared: [(text: SourceRange, value: ExpressionSyntax)] = []
        branch(holding(condition, &compared), to: holds, when: true)
        let register = temporary()
        if let message {
            expression(message, into: register)
        } else {
            constant(.string("`\(file.slice(condition.range))` is not so"), into: register, range)
        }
        let first = registers(compared.count * 2)
        for (place, value) in compared.enumerated() {
            constant(.string(file.slice(value.text)), into: first + 2 * place, value.text)
            expression(value.value, into: first + 2 * place + 1)
        }
        emit(.expect, compared.count, register, first, at: condition.range)
        bind(holds)
    }

    /// The condition, with whatever it compares that is worked out or read held in registers, because it must not be
    /// worked out a second time to be told.
    ///
    /// - Parameter compared: receives what the condition compares and the script does not spell out.
    private func holding(
        _ condition: ExpressionSyntax, _ compared: inout [(text: SourceRange, value: ExpressionSyntax)]
    ) -> ExpressionSyntax {
        let kind: ExpressionSyntax.Kind
        switch condition.kind {
        case .parenthesized(let inner):
            if case .pipeline = inner.kind { return condition }
            kind = .parenthesized(holding(inner, &compared))
        case .not(let inner): kind = .not(holding(inner, &compared))
        case .comparison(let operation, let left, let right):
            let left = held(left, &compared)
            kind = .comparison(operation, left, held(right, &compared))
        case .membership(let value, let members, let negated):
            kind = .membership(held(value, &compared), members, negated: negated)
        case .isEmpty(let value, let negated): kind = .isEmpty(held(value, &compared), negated: negated)
        default:
            if condition.isPath { compared.append((condition.range, condition)) }
            return condition
        }
        return ExpressionSyntax(kind, condition.range)
    }

    private func held(
        _ operand: ExpressionSyntax, _ compared: inout [(text: SourceRange, value: ExpressionSyntax)]
    ) -> ExpressionSyntax {
        guard !operand.isSpelledOut else { return operand }
        guard !operand.isPath else {
            compared.append((operand.range, operand))
            return operand
        }
        // No name of a script holds a blank.
        let name = "held \(compared.count)"
        bind(name, to: expression(operand, into: registers(1)))
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
