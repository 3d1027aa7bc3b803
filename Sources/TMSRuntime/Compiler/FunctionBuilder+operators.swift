import TMSSyntax

// What stands around an operator: arithmetic, comparisons, `in`, `and`, `or`, `??`.
extension FunctionBuilder {
    func negate(_ inner: ExpressionSyntax, into result: Int, _ range: SourceRange) {
        if let count = inner.immediate { return constant(.integer(-Int(count)), into: result, range) }
        emit(.negate, result, expression(inner), at: range)
    }

    func binary(
        _ operation: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, into result: Int,
        _ range: SourceRange
    ) {
        if operation == .otherwise { return coalesce(left, right, into: result, range) }
        let first = expression(left)
        if let count = right.immediate, operation == .add || operation == .subtract {
            let signed = operation == .add ? Int(count) : -Int(count)
            let flag: UInt8 = operation == .add ? 0 : 1
            return emit(.addImmediate, result, first, signed, flag: flag, at: range)
        }
        if let divisor = right.immediate, divisor > 0, operation == .remainder {
            return emit(.remainderImmediate, result, first, Int(divisor), at: range)
        }
        let second = expression(right)
        let op: Opcode =
            switch operation {
            case .add: .add
            case .subtract: .subtract
            case .multiply: .multiply
            case .divide: .divide
            case .remainder: .remainder
            case .range, .otherwise: .rangeList
            }
        emit(op, result, first, second, at: range)
    }

    private func coalesce(
        _ left: ExpressionSyntax, _ right: ExpressionSyntax, into result: Int, _ range: SourceRange
    ) {
        let end = makeLabel()
        // A register of its own: `result` may be one that the right side still reads.
        let value = temporary()
        let use = fieldUse
        fieldUse = .optional
        _ = uncounted { expression(left, into: value) }
        fieldUse = use
        jump(.jumpUnlessEmpty, to: end, value, at: range)
        expression(right, into: value)
        bind(end)
        emit(.move, result, value, at: range)
    }

    func logic(_ expression: ExpressionSyntax, into result: Int) {
        let isFalse = makeLabel()
        let end = makeLabel()
        branch(expression, to: isFalse, when: false)
        constant(.boolean(true), into: result, expression.range)
        jump(.jump, to: end, at: expression.range)
        bind(isFalse)
        constant(.boolean(false), into: result, expression.range)
        bind(end)
    }

    func compare(
        _ operation: ComparisonOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, into result: Int,
        _ range: SourceRange
    ) {
        let flag = operation.flag
        let first = expression(left)
        let second = expression(right)
        guard let name = left.fieldName, operation.normalizesRight else {
            return emit(.compare, result, first, second, flag: flag, at: range)
        }
        let isConstant = right.literalText != nil && !pool.sharesCaches
        let op: Opcode = isConstant ? .compareFieldConstant : .compareField
        emit(op, result, first, second, flag: flag, extra: fieldCache(for: name, loadedInto: first), at: range)
    }

    func membership(
        _ value: ExpressionSyntax, _ membership: MembershipSyntax, into result: Int, _ range: SourceRange
    ) {
        let first = expression(value)
        switch membership {
        case .range(let dates):
            emit(.isInRange, result, first, dateRange(dates), at: range)
        case .values(let values):
            let list = temporary()
            if values.count == 1 {
                expression(values[0], into: list)
            } else {
                let items = consecutive(values)
                emit(.list, list, items, values.count, at: range)
            }
            guard let name = value.fieldName else { return emit(.isMember, result, first, list, at: range) }
            let isConstant = values.allSatisfy { $0.literalText != nil } && !pool.sharesCaches
            let op: Opcode = isConstant ? .isMemberFieldConstant : .isMemberField
            emit(op, result, first, list, extra: fieldCache(for: name, loadedInto: first), at: range)
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
