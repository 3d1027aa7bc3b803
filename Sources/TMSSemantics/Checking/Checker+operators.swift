import TMSSyntax

extension Checker {
    /// Everything with an operator in it.
    mutating func checkOperator(_ expression: ExpressionSyntax) -> StaticType {
        switch expression.kind {
        case .not(let inner):
            checkCondition(inner)
            return .boolean
        case .and(let parts), .or(let parts):
            for part in parts { checkCondition(part) }
            if case .and = expression.kind { checkTogether(parts) }
            return .boolean
        case .negate(let inner):
            let type = check(inner)
            return checkOperand(type, inner, "-") ? type : .unknown
        case .binary(let op, let left, let right): return checkBinary(op, left, right)
        case .comparison(let op, let left, let right):
            checkComparison(op, left, right)
            return .boolean
        case .isEmpty(let inner, let negated):
            if !reportIfWord(inner) {
                _ = check(inner)
                if !reportIfConstant(inner, []) { checkEmptiness(of: inner, negated: negated, at: expression.range) }
            }
            return .boolean
        case .membership(let left, let values, _):
            checkMembership(left, values)
            return .boolean
        // The others are no operators: `check` has them.
        default: return .unknown
        }
    }

    /// A condition must be true or false.
    mutating func checkCondition(_ condition: ExpressionSyntax) {
        let type = check(condition)
        switch type {
        case .boolean, .unknown, .empty: return
        case .list:
            report(
                CheckDiagnostics.notACondition(
                    type, at: place(condition.range), hint: "write `len(\(file.slice(condition.range))) > 0`"))
        default: report(CheckDiagnostics.notACondition(type, at: place(condition.range), hint: nil))
        }
    }
}

// MARK: - Arithmetic

extension Checker {
    private mutating func checkBinary(
        _ op: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax
    ) -> StaticType {
        let leftType = check(left)
        let rightType = check(right)
        switch op {
        case .otherwise:
            if case .empty = leftType { return rightType }
            return leftType.isKnown && !rightType.isKnown ? leftType : .unknown
        case .range:
            guard checkOperand(leftType, left, ".."), checkOperand(rightType, right, "..") else { return .unknown }
            return .list(.number)
        case .add where leftType.isJoined || rightType.isJoined:
            return checkJoining((leftType, left), (rightType, right))
        case .add, .subtract, .multiply, .divide, .remainder:
            guard checkOperand(leftType, left, op.rawValue), checkOperand(rightType, right, op.rawValue) else {
                return .unknown
            }
            if op == .divide || op == .remainder, right.isZero {
                report(CheckDiagnostics.divisionByZero(at: place(right.range)))
                return .unknown
            }
            return arithmetic(op, leftType, rightType, at: left.range.joined(with: right.range), right)
        }
    }

    /// `+` makes one text of two, one list of a list and a list or an item.
    private mutating func checkJoining(
        _ left: (type: StaticType, value: ExpressionSyntax), _ right: (type: StaticType, value: ExpressionSyntax)
    ) -> StaticType {
        let isWrong =
            switch (left.type, right.type) {
            case (.list, _): false
            case (.text, .list), (.text, .record), (.text, .oneOrMany), (.record, .text), (.oneOrMany, .text),
                (.text, .boolean), (.boolean, .text):
                true
            case (.text, .number), (.text, .duration): left.value.isWordLiteral
            case (.number, .text), (.duration, .text): right.value.isWordLiteral
            default: false
            }
        if isWrong {
            let range = left.value.range.joined(with: right.value.range)
            let texts = "{\(file.slice(left.value.range))}{\(file.slice(right.value.range))}"
            let isShown = !texts.contains("\"")
            report(
                CheckDiagnostics.notArithmetic(
                    left.type, "+", right.type, at: place(range),
                    hint: isShown ? "to join them write \"\(texts)\"" : #"to join texts write "{…}{…}""#))
            return .unknown
        }
        if case .list = left.type { return left.type }
        return .unknown
    }

    private mutating func arithmetic(
        _ op: BinaryOperator, _ left: StaticType, _ right: StaticType, at range: SourceRange,
        _ rightSide: ExpressionSyntax
    ) -> StaticType {
        switch (op, left, right) {
        case (_, .number, .number): return .number
        case (.subtract, .date, .date): return .duration
        case (.add, .date, .duration), (.subtract, .date, .duration), (.add, .duration, .date): return .date
        case (.add, .duration, .duration), (.subtract, .duration, .duration), (.remainder, .duration, .duration):
            return .duration
        case (.multiply, .duration, .number), (.multiply, .number, .duration), (.divide, .duration, .number):
            return .duration
        case (.divide, .duration, .duration): return .number
        case (.add, .date, .number), (.subtract, .date, .number), (.add, .duration, .number),
            (.subtract, .duration, .number):
            if rightSide.isNumberLiteral {
                reportUnitMissing(file.slice(rightSide.range), at: rightSide.range)
            } else {
                report(CheckDiagnostics.notArithmetic(left, op.rawValue, right, at: place(range)))
            }
            return left
        case (_, .number, .duration), (_, .number, .date), (_, .date, _), (_, .duration, .date),
            (_, .duration, .duration):
            guard left.isKnown, right.isKnown else { return .unknown }
            if case .text = right { return .unknown }
            report(CheckDiagnostics.notArithmetic(left, op.rawValue, right, at: place(range)))
            return .unknown
        default: return .unknown
        }
    }

    /// Whether arithmetic can take the value; what certainly cannot is reported.
    private mutating func checkOperand(_ type: StaticType, _ expression: ExpressionSyntax, _ op: String) -> Bool {
        switch type {
        case .boolean, .list, .record, .oneOrMany: break
        case .text where expression.isWordLiteral:
            break
        default: return true
        }
        let hint = type.isCompound && op == "+" ? "`len(…)` counts, `join(…)` makes text" : nil
        report(CheckDiagnostics.notArithmetic(type, op, at: place(expression.range), hint: hint))
        return false
    }
}

extension StaticType {
    /// What `+` joins rather than adds, or may.
    fileprivate var isJoined: Bool {
        switch self {
        case .text, .list, .unknown, .empty: true
        default: false
        }
    }
}

extension ExpressionSyntax {
    /// A text written out that is neither a number nor a date.
    fileprivate var isWordLiteral: Bool {
        unparenthesized.literalText.map { !$0.readsAsNumber && !$0.readsAsDate } ?? false
    }

    fileprivate var isZero: Bool {
        guard let digits = literalText, !digits.isEmpty else { return false }
        return digits.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    }
}
