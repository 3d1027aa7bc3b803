import TMSSyntax

/// Compiles what stands around an operator: arithmetic, comparisons, `in`, `and`, `or`, `??`.
struct OperatorEmitter {
    let code: CodeWriter
    let registers: RegisterFile
    let fields: RowFields
    let values: ValueEmitter

    func negate(_ inner: ExpressionSyntax, into result: Int, _ range: SourceRange) {
        if let count = inner.immediate { return code.constant(.integer(-Int(count)), into: result, range) }
        code.emit(.negate, result, values.expression(inner), at: range)
    }

    func binary(
        _ operation: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, into result: Int,
        _ range: SourceRange
    ) {
        if operation == .otherwise { return coalesce(left, right, into: result, range) }
        let first = values.expression(left)
        if let count = right.immediate, operation == .add || operation == .subtract {
            let signed = operation == .add ? Int(count) : -Int(count)
            let flag: UInt8 = operation == .add ? 0 : 1
            return code.emit(.addImmediate, result, first, signed, flag: flag, at: range)
        }
        if let divisor = right.immediate, divisor > 0, operation == .remainder {
            return code.emit(.remainderImmediate, result, first, Int(divisor), at: range)
        }
        let second = values.expression(right)
        let op: Opcode =
            switch operation {
            case .add: .add
            case .subtract: .subtract
            case .multiply: .multiply
            case .divide: .divide
            case .remainder: .remainder
            case .range, .otherwise: .rangeList
            }
        code.emit(op, result, first, second, at: range)
    }

    private func coalesce(
        _ left: ExpressionSyntax, _ right: ExpressionSyntax, into result: Int, _ range: SourceRange
    ) {
        let end = code.makeLabel()
        // A register of its own: `result` may be one that the right side still reads.
        let value = registers.take()
        fields.optional { values.expression(left, into: value) }
        code.jump(.jumpUnlessEmpty, to: end, value, at: range)
        values.expression(right, into: value)
        code.bind(end)
        code.emit(.move, result, value, at: range)
    }

    func logic(_ expression: ExpressionSyntax, into result: Int) {
        let isFalse = code.makeLabel()
        let end = code.makeLabel()
        values.conditions.branch(expression, to: isFalse, when: false)
        code.constant(.boolean(true), into: result, expression.range)
        code.jump(.jump, to: end, at: expression.range)
        code.bind(isFalse)
        code.constant(.boolean(false), into: result, expression.range)
        code.bind(end)
    }

    func compare(
        _ operation: ComparisonOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, into result: Int,
        _ range: SourceRange
    ) {
        let flag = operation.flag
        let first = values.expression(left)
        let second = values.expression(right)
        guard let name = left.fieldName, operation.normalizesRight else {
            return code.emit(.compare, result, first, second, flag: flag, at: range)
        }
        let isConstant = right.literalText != nil && !code.pool.sharesCaches
        let op: Opcode = isConstant ? .compareFieldConstant : .compareField
        code.emit(op, result, first, second, flag: flag, extra: fields.cache(for: name, loadedInto: first), at: range)
    }

    func membership(
        _ value: ExpressionSyntax, _ membership: MembershipSyntax, into result: Int, _ range: SourceRange
    ) {
        let first = values.expression(value)
        switch membership {
        case .range(let dates):
            code.emit(.isInRange, result, first, values.times.dateRange(dates), at: range)
        case .values(let members):
            let list = registers.take()
            if members.count == 1 {
                values.expression(members[0], into: list)
            } else {
                let items = values.consecutive(members)
                code.emit(.list, list, items, members.count, at: range)
            }
            guard let name = value.fieldName else { return code.emit(.isMember, result, first, list, at: range) }
            let isConstant = members.allSatisfy { $0.literalText != nil } && !code.pool.sharesCaches
            let op: Opcode = isConstant ? .isMemberFieldConstant : .isMemberField
            code.emit(op, result, first, list, extra: fields.cache(for: name, loadedInto: first), at: range)
        }
    }
}

extension ComparisonOperator {
    private static let inOrder = allCases

    /// Its number in an instruction; there are fewer operators than numbers.
    var flag: UInt8 { UInt8(clamping: ComparisonOperator.inOrder.firstIndex(of: self) ?? 0) }

    /// - Parameter flag: of an operator.
    init(flag: UInt8) {
        let place = Int(flag)
        self = ComparisonOperator.inOrder.indices.contains(place) ? ComparisonOperator.inOrder[place] : .is
    }

    /// Whether the right side is first put in the normal form of the field on the left.
    var normalizesRight: Bool {
        switch self {
        case .is, .isNot, .equal, .notEqual: true
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .contains, .startsWith, .endsWith, .matches, .over, .under,
            .before, .after, .since:
            false
        }
    }
}
