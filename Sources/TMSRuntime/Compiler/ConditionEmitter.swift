import TMSSyntax

/// Compiles conditions to jumps.
struct ConditionEmitter {
    let code: CodeWriter
    let registers: RegisterFile
    let values: ValueEmitter

    /// Jumps to `label` if the condition is `sense`, else goes on. Comparisons and jumps become one instruction.
    func branch(_ condition: ExpressionSyntax, to label: CodeWriter.Label, when sense: Bool) {
        switch condition.kind {
        case .parenthesized(let inner):
            if case .pipeline = inner.kind { break }
            return branch(inner, to: label, when: sense)
        case .not(let inner): return branch(inner, to: label, when: !sense)
        case .and(let parts): return junction(parts, decidedBy: false, to: label, when: sense)
        case .or(let parts): return junction(parts, decidedBy: true, to: label, when: sense)
        case .comparison(let operation, let left, let right):
            if fused(operation, left, right, to: label, when: sense, condition.range) { return }
        // Any other is worked out, and the jump looks at what came of it.
        default: break
        }
        let mark = registers.mark
        let value = values.expression(condition)
        code.jump(sense ? .jumpIf : .jumpUnless, to: label, value, at: condition.range)
        registers.release(to: mark)
    }

    /// `and` is decided by the first false part, `or` by the first true one.
    private func junction(
        _ parts: [ExpressionSyntax], decidedBy decision: Bool, to label: CodeWriter.Label, when sense: Bool
    ) {
        guard sense != decision, let last = parts.last else {
            for part in parts { branch(part, to: label, when: sense) }
            return
        }
        let skip = code.makeLabel()
        for part in parts.dropLast() { branch(part, to: skip, when: decision) }
        branch(last, to: label, when: sense)
        code.bind(skip)
    }

    private func fused(
        _ operation: ComparisonOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        to label: CodeWriter.Label,
        when sense: Bool, _ range: SourceRange
    ) -> Bool {
        if operation.normalizesRight, left.fieldName != nil, right.immediate == nil { return false }
        guard let plan = FusedJump(operation, sense: sense) else { return false }
        let mark = registers.mark
        let first = values.expression(left)
        if let number = right.immediate {
            code.jump(plan.immediate, to: label, first, Int(number), flag: operation.flag, at: range)
        } else {
            let second = values.expression(right)
            let (b, c) = plan.isSwapped ? (second, first) : (first, second)
            code.jump(plan.op, to: label, b, c, flag: operation.flag, at: range)
        }
        registers.release(to: mark)
        return true
    }
}

/// The instruction that compares and jumps at once.
private struct FusedJump {
    let op: Opcode
    let immediate: Opcode
    /// `a > b` is `b < a`.
    let isSwapped: Bool

    init?(_ operation: ComparisonOperator, sense: Bool) {
        switch operation {
        case .less, .under:
            op = sense ? .jumpIfLess : .jumpUnlessLess
            immediate = sense ? .jumpIfLessImmediate : .jumpUnlessLessImmediate
            isSwapped = false
        case .lessOrEqual:
            op = sense ? .jumpIfLessOrEqual : .jumpUnlessLessOrEqual
            immediate = sense ? .jumpIfLessOrEqualImmediate : .jumpUnlessLessOrEqualImmediate
            isSwapped = false
        case .greater, .over:
            op = sense ? .jumpIfLess : .jumpUnlessLess
            immediate = sense ? .jumpIfGreaterImmediate : .jumpUnlessGreaterImmediate
            isSwapped = true
        case .greaterOrEqual:
            op = sense ? .jumpIfLessOrEqual : .jumpUnlessLessOrEqual
            immediate = sense ? .jumpIfGreaterOrEqualImmediate : .jumpUnlessGreaterOrEqualImmediate
            isSwapped = true
        case .is, .equal:
            op = sense ? .jumpIfIs : .jumpUnlessIs
            immediate = sense ? .jumpIfIsImmediate : .jumpUnlessIsImmediate
            isSwapped = false
        case .isNot, .notEqual:
            op = sense ? .jumpUnlessIs : .jumpIfIs
            immediate = sense ? .jumpUnlessIsImmediate : .jumpIfIsImmediate
            isSwapped = false
        case .contains, .startsWith, .endsWith, .matches, .before, .after, .since: return nil
        }
    }
}
