import TMSBase
import TMSSyntax

extension Checker {
    mutating func checkComparison(_ op: ComparisonOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax) {
        if reportIfWord(left) {
            _ = check(right)
            return
        }
        let leftType = check(left)
        let rightType = check(right)
        if reportIfConstant(left, [right]) { return }
        checkClock(of: left, beside: right, rightType, op)
        switch op {
        case .is, .isNot, .equal, .notEqual: checkEquality(left, leftType, right, rightType)
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .over, .under:
            if !checkMoment(op, left, leftType, right, rightType) {
                checkOrder(op.rawValue, left, leftType, right, rightType)
            }
        case .before, .after, .since: checkTimes(op.rawValue, left, leftType, right, rightType)
        case .contains, .startsWith, .endsWith, .matches:
            checkText(op, left, leftType, right, rightType)
        }
    }

    mutating func checkMembership(_ left: ExpressionSyntax, _ membership: MembershipSyntax) {
        if reportIfWord(left) { return }
        let type = check(left)
        switch membership {
        case .range(let range):
            checkRange(range)
            checkClock(of: left, in: range)
            switch type {
            case .date, .text(.text), .unknown, .empty: break
            default:
                report(
                    CheckDiagnostics.incomparable(type, "in", .date, at: place(left.range.joined(with: range.range))))
            }
        case .values(let values):
            if left.isLiteral, reportIfConstant(left, values) { return }
            for value in values {
                let valueType = check(value)
                if case .list = value.unparenthesized.kind {
                    checkItems(of: value, beside: left, type)
                } else if !valueType.isCompound {
                    checkEquality(left, type, value, valueType)
                }
            }
        }
    }

    /// `if status is delivered`: outside of `where` a bare word is text, and comparing it says the same every time; so
    /// does a word in quotes that is a field or a variable.
    mutating func reportIfWord(_ left: ExpressionSyntax) -> Bool {
        let word: String
        switch left.unparenthesized.kind {
        case .word(let bare) where bare.isName: word = bare
        case .string:
            guard let quoted = left.literalText, quoted.isName, row == nil, meant(by: quoted) != nil else {
                return false
            }
            word = quoted
        // Nothing else is a word.
        default: return false
        }
        // `print a=b`: the parser has told what the sign is.
        guard !log.hasParserError(in: SourceRange(left.range.lower, left.range.upper + 2)) else { return true }
        report(CheckDiagnostics.wordCompared(word, meant: meant(by: word), at: place(left.range)))
        return true
    }

    /// The variable of that name, else the row of a loop around that has such a field.
    private func meant(by word: String) -> String? {
        if scopes.index(of: word) != nil { return "$\(word)" }
        for name in loops.reversed().compactMap(\.variable) {
            guard let index = scopes.index(of: name), case .record(let row) = scopes[index].type else { continue }
            if case .absent = row.lookup(word) { continue }
            return "$\(name).\(word)"
        }
        return nil
    }

    private mutating func checkItems(of list: ExpressionSyntax, beside left: ExpressionSyntax, _ type: StaticType) {
        guard case .list(let items) = list.unparenthesized.kind else { return }
        // Their own mistakes have been reported with the list's.
        for item in items where item.literalText != nil { checkEquality(left, type, item, .text(.text)) }
    }
}

// MARK: - By operator

extension Checker {
    private mutating func checkEquality(
        _ leftSide: ExpressionSyntax, _ left: StaticType, _ right: ExpressionSyntax, _ rightType: StaticType
    ) {
        switch left {
        case .text(let kind):
            if kind.form == .code, let literal = right.unparenthesized.literalText, !literal.isEmpty {
                validate(literal, as: kind, at: right, otherwiseField: true)
            } else {
                warnIfField(right)
            }
        case .duration where rightType.isNumber && right.isNumberLiteral:
            reportUnitMissing(file.slice(right.range), at: right.range)
        case .duration, .date, .boolean:
            guard let literal = right.unparenthesized.literalText else { return }
            if reportIfField(right, left.phrase) { return }
            if left.mayRead(as: literal) { return }
            report(
                CheckDiagnostics.incomparable(left, "is", rightType, at: place(right.range), hint: left.exampleValue))
        case .record:
            guard let literal = right.unparenthesized.literalText, !literal.isEmpty else { return warnIfField(right) }
            reportIfRecord(leftSide, beside: literal, at: right.range)
        case .list, .oneOrMany, .number, .unknown, .empty: warnIfField(right)
        }
    }

    private mutating func checkOrder(
        _ op: String, _ left: ExpressionSyntax, _ leftType: StaticType, _ right: ExpressionSyntax,
        _ rightType: StaticType
    ) {
        if reportIfField(right, "a number, duration or date") { return }
        if isUnordered(leftType, left) {
            return report(CheckDiagnostics.notOrdered(leftType, file.slice(left.range), op, at: place(left.range)))
        }
        if leftType.isNeverANumber {
            return report(CheckDiagnostics.notOrdered(leftType, file.slice(left.range), op, at: place(left.range)))
        }
        if isUnordered(rightType, right), !(leftType.isDate && right.literalText?.readsAsDate ?? false) {
            return report(CheckDiagnostics.notOrdered(rightType, file.slice(right.range), op, at: place(right.range)))
        }
        switch (leftType, rightType) {
        case (.duration, .number) where right.isNumberLiteral:
            reportUnitMissing(file.slice(right.range), at: right.range)
        case (.date, .duration):
            let words = file.slice(right.range)
            report(
                CheckDiagnostics.incomparable(
                    leftType, op, rightType, at: place(right.range),
                    hint: "write `\(op.first == ">" ? "before" : "since") \(words) ago`"))
        case (.number, .duration), (.number, .date), (.duration, .number), (.duration, .date), (.date, .number):
            report(CheckDiagnostics.incomparable(leftType, op, rightType, at: place(right.range)))
        default: break
        }
    }

    private mutating func checkTimes(
        _ op: String, _ left: ExpressionSyntax, _ leftType: StaticType, _ right: ExpressionSyntax,
        _ rightType: StaticType
    ) {
        switch leftType {
        case .date, .text(.text), .unknown, .empty: break
        case .duration:
            return report(
                CheckDiagnostics.incomparable(
                    leftType, op, .date, at: place(left.range), hint: "`over` and `under` compare durations"))
        default: return report(CheckDiagnostics.incomparable(leftType, op, .date, at: place(left.range)))
        }
        if reportIfField(right, "a date") { return }
        checkValue(right, as: .date, for: op, type: rightType)
    }

    private mutating func checkText(
        _ op: ComparisonOperator, _ left: ExpressionSyntax, _ leftType: StaticType, _ right: ExpressionSyntax,
        _ rightType: StaticType
    ) {
        warnIfField(right)
        switch leftType {
        case .boolean, .duration:
            report(CheckDiagnostics.incomparable(leftType, op.rawValue, rightType, at: place(left.range)))
        case .list where op != .contains:
            report(CheckDiagnostics.incomparable(leftType, op.rawValue, rightType, at: place(left.range)))
        default: break
        }
    }

    /// True or false, rows, and words that read as no number have no order.
    private func isUnordered(_ type: StaticType, _ expression: ExpressionSyntax) -> Bool {
        switch type {
        case .boolean, .list, .record, .oneOrMany: return true
        case .text:
            guard let literal = expression.unparenthesized.literalText else { return false }
            return !literal.readsAsNumber && !literal.readsAsDate
        default: return false
        }
    }
}

// MARK: - Words that are also fields

extension Checker {
    private func isField(_ expression: ExpressionSyntax) -> String? {
        guard let row, case .word(let word) = expression.kind, row.row?.has(word) ?? false else { return nil }
        return word
    }

    private mutating func warnIfField(_ expression: ExpressionSyntax) {
        if let word = isField(expression) { report(CheckDiagnostics.wordIsField(word, at: place(expression.range))) }
    }

    /// Where text cannot stand at all, a field's name is surely meant as the field.
    private mutating func reportIfField(_ expression: ExpressionSyntax, _ wanted: String) -> Bool {
        guard let word = isField(expression) else { return false }
        report(CheckDiagnostics.fieldReadAsText(word, wanted, at: place(expression.range)))
        return true
    }
}

extension StaticType {
    fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
    fileprivate var isDate: Bool { if case .date = self { true } else { false } }

    /// Whether some value of this kind is the same as the text: they are compared by what is printed.
    fileprivate func mayRead(as text: String) -> Bool {
        switch self {
        case .date: text.readsAsDate
        case .duration: text.readsAsDuration
        case .boolean: (try? WrittenBoolean.read(text)) != nil
        default: true
        }
    }

    /// How a value of this kind is written.
    fileprivate var exampleValue: String? {
        switch self {
        case .date: "write `2026-03-05`"
        case .duration: "write `14 days` or `36 h`"
        case .boolean: "write `true` or `false`"
        default: nil
        }
    }

    /// A carrier, a status; plain text may hold a number, as the cell of a file does.
    fileprivate var isNeverANumber: Bool {
        if case .text(let kind) = self { kind.form == .code } else { false }
    }
}

extension String {
    /// Whether a variable or field may be called so.
    fileprivate var isName: Bool {
        guard let first, first.isLetter || first == "_" else { return false }
        return allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
}
