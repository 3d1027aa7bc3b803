import TMSBase
import TMSSyntax

// Conditions that are well formed and cannot mean what they say.
extension Checker {
    /// `where lower("title") is lamp`: nothing in it changes from row to row.
    mutating func reportIfConstant(_ left: ExpressionSyntax, _ others: [ExpressionSyntax]) -> Bool {
        guard isInCondition, left.isConstant, others.allSatisfy(\.isConstant) else { return false }
        let range = others.reduce(left.range) { $0.joined(with: $1.range) }
        report(CheckDiagnostics.constantCondition(file.slice(range), at: place(range)))
        return true
    }

    /// `over` and `under` beside a moment, or of one: each of the two readings is likely, and they are opposites.
    mutating func checkMoment(
        _ op: ComparisonOperator, _ left: ExpressionSyntax, _ leftType: StaticType, _ right: ExpressionSyntax,
        _ rightType: StaticType
    ) -> Bool {
        guard op == .over || op == .under else { return false }
        let operation = SourceRange(left.range.upper, right.range.lower)
        switch (leftType, rightType) {
        case (.duration, .date):
            guard case .ago(let length) = right.unparenthesized.kind else { return false }
            report(CheckDiagnostics.agoOfLength(op.rawValue, file.slice(length.range), at: place(right.range)))
        case (_, .date):
            report(
                CheckDiagnostics.momentCompared(
                    file.slice(left.range), op, file.slice(right.range), at: place(right.range), operation: operation))
        case (.date, .text):
            guard let text = right.unparenthesized.literalText, text.readsAsDate else { return false }
            report(
                CheckDiagnostics.momentCompared(
                    file.slice(left.range), op, text, at: place(right.range), operation: operation))
        case (.date, .duration):
            report(CheckDiagnostics.ageOfDate(leftType, op, at: place(right.range), operation: operation))
        default: return false
        }
        return true
    }

    // MARK: - The clock of a place

    /// The times of scans name no zone: beside a moment they may be wrong by most of a day.
    mutating func checkClock(
        of left: ExpressionSyntax, beside right: ExpressionSyntax, _ rightType: StaticType, _ op: ComparisonOperator
    ) {
        switch op {
        case .before, .after, .since, .less, .lessOrEqual, .greater, .greaterOrEqual, .over, .under: break
        case .is, .isNot, .equal, .notEqual, .contains, .startsWith, .endsWith, .matches: return
        }
        for (one, other) in [(left, right), (right, left)] {
            guard let field = declaration(of: one.timed), field.isLocalTime, isFinerThanDay(other) else { continue }
            report(CheckDiagnostics.clockOfPlace(field.name, at: place(left.range.joined(with: right.range))))
            return
        }
    }

    mutating func checkClock(of left: ExpressionSyntax, in range: DateRangeSyntax) {
        guard let field = declaration(of: left), field.isLocalTime, range.parts.contains(where: { isFinerThanDay($0) })
        else { return }
        report(CheckDiagnostics.clockOfPlace(field.name, at: place(left.range.joined(with: range.range))))
    }

    /// A moment, and no whole day: a time of day, hours, `now()`, a time of the account.
    private func isFinerThanDay(_ value: ExpressionSyntax) -> Bool {
        switch value.unparenthesized.kind {
        case .date(let text): return text.contains(":")
        case .string: return value.literalText.map { $0.readsAsDate && $0.contains(":") } ?? false
        case .duration(_, let unit): return unit.seconds < DurationUnit.days.seconds
        case .ago(let length): return isFinerThanDay(length)
        case .call(let name, _, _): return name == "now"
        case .field, .member: return declaration(of: value).map { $0.kind == .date && !$0.isLocalTime } ?? false
        // Of another value it is not certain, and only what is certain is told.
        default: return false
        }
    }

    // MARK: - Fields

    /// What is declared of the field that an expression reads.
    func declaration(of value: ExpressionSyntax) -> Field? {
        switch value.unparenthesized.kind {
        case .field(let name): row?.row?.declaration(of: name)
        case .member(let base, let name, _): type(of: base)?.row?.declaration(of: name)
        // No other value is a field.
        default: nil
        }
    }

    /// The kind of a path whose mistakes have been told.
    func type(of path: ExpressionSyntax) -> StaticType? {
        switch path.unparenthesized.kind {
        case .variable(let name): return scopes.index(of: name).map { scopes[$0].type }
        case .index(let base, _): return type(of: base)?.element
        case .member(let base, let name, _):
            guard case .field(let type)? = type(of: base)?.row?.lookup(name) else { return nil }
            return type
        // No other value is a path.
        default: return nil
        }
    }

    /// `number is empty`: every record of the kind has one.
    mutating func checkEmptiness(of value: ExpressionSyntax, negated: Bool, at range: SourceRange) {
        guard isInCondition, !negated, let field = declaration(of: value), field.isAlwaysSet else { return }
        report(
            CheckDiagnostics.neverHolds("every \(row?.row?.noun ?? "row") has `\(field.name)`", at: place(range)))
    }
}

extension ExpressionSyntax {
    /// The time that it tells the age of: `moved` of `ago(moved)` and of `now() - moved`.
    fileprivate var timed: ExpressionSyntax {
        switch unparenthesized.kind {
        case .call("ago", _, let arguments) where arguments.count == 1: arguments[0]
        case .binary(.subtract, let end, let start) where end.isNow: start
        // Any other stands for itself.
        default: self
        }
    }

    private var isNow: Bool { if case .call("now", _, _) = unparenthesized.kind { true } else { false } }

    /// The same for every row: it names no field, no variable and nothing that is asked anew.
    fileprivate var isConstant: Bool {
        var search = ChangingValue()
        search.visit(self)
        return !search.isFound
    }
}

/// Looks for a value that can be another one in the next row.
private struct ChangingValue: SyntaxWalker {
    private(set) var isFound = false

    mutating func visit(_ pipeline: PipelineSyntax) { isFound = true }

    mutating func visit(_ value: ExpressionSyntax) {
        guard !isFound else { return }
        switch value.kind {
        case .field, .variable, .those, .rows, .missing: isFound = true
        case .call(let name, _, let arguments):
            isFound = arguments.isEmpty || ["now", "today", "ask", "confirm", "random"].contains(name)
            walk(value)
        case .number, .word, .string, .boolean, .empty, .date, .duration, .ago, .member, .index, .list, .record,
            .negate,
            .not, .binary, .comparison, .isEmpty, .membership, .and, .or, .pipeline, .parenthesized:
            walk(value)
        }
    }
}
