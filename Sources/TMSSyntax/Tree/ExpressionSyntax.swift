public import TMSBase

/// A value written in a script: `14`, `"to {$name}"`, `$p.number`, `$n + 1`, `(list status transit | count)`.
public struct ExpressionSyntax: Sendable {
    public indirect enum Kind: Sendable {
        /// A bare number that prints back as typed: `14`, `3.5`.
        case number(String)
        /// A bare word that is text: `4px`, `0012345678905`, `transit`.
        case word(String)
        /// `"…"` or `'…'`; a string without `{}` has one text segment (or none when empty).
        case string([StringSegmentSyntax])
        case boolean(Bool)
        case empty
        /// `2026-03-05`, `2026-03-05 14:30`, as written, time joined by one space; `today`, `yesterday`, `monday`.
        case date(String)
        /// `14 days`, `$d weeks`, `(1 + 2) h`.
        case duration(ExpressionSyntax, DurationUnit)
        /// `3 days ago`.
        case ago(ExpressionSyntax)
        /// `$late`, `$it`, `$error`, `$failures`, `$last`.
        case variable(String)
        /// `those` (as `$last`) and `@3`, `@2-5`: rows of the last answer, counted from 1.
        case those
        case rows(Int, Int)
        /// A bare word that names a field of the row, left of an operator in `where` and in `set`: `silent`.
        case field(String)
        case member(ExpressionSyntax, name: String, nameRange: SourceRange)
        case index(ExpressionSyntax, ExpressionSyntax)
        case call(name: String, nameRange: SourceRange, arguments: [ExpressionSyntax])
        case list([ExpressionSyntax])
        case record([RecordItemSyntax])
        case negate(ExpressionSyntax)
        case not(ExpressionSyntax)
        /// `+ - * / % .. ??`
        case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
        /// `is`, `==`, `over`, `contains` …
        case comparison(ComparisonOperator, ExpressionSyntax, ExpressionSyntax)
        /// `is empty` / `is not empty`.
        case isEmpty(ExpressionSyntax, negated: Bool)
        /// `in transit, pickup`, `in $list`, `in last 7 days`; negated for `not in`.
        case membership(ExpressionSyntax, MembershipSyntax, negated: Bool)
        case and([ExpressionSyntax])
        case or([ExpressionSyntax])
        /// `( pipeline )`.
        case pipeline(PipelineSyntax)
        /// `( expression )`, kept so that printing gives back what was written.
        case parenthesized(ExpressionSyntax)
        /// Where the parser could not read a value; a diagnostic has been given.
        case missing
    }

    public var kind: Kind
    public var range: SourceRange

    public init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

// MARK: - What is inside

extension SyntaxWalker {
    @inlinable public mutating func walk(_ value: ExpressionSyntax) {
        switch value.kind {
        case .number, .word, .boolean, .empty, .date, .variable, .those, .rows, .field, .missing: break
        case .string(let segments): for case .expression(let inner) in segments { visit(inner) }
        case .duration(let inner, _), .ago(let inner), .member(let inner, _, _), .negate(let inner), .not(let inner),
            .isEmpty(let inner, _), .parenthesized(let inner):
            visit(inner)
        case .index(let left, let right), .binary(_, let left, let right), .comparison(_, let left, let right):
            visit(left)
            visit(right)
        case .membership(let left, let right, _):
            visit(left)
            switch right {
            case .values(let values): visit(values)
            case .range(let range): visit(range)
            }
        case .call(_, _, let items), .list(let items), .and(let items), .or(let items): visit(items)
        case .record(let items): for item in items { visit(item.value) }
        case .pipeline(let pipeline): visit(pipeline)
        }
    }

    @inlinable public mutating func walk(_ range: DateRangeSyntax) {
        switch range.kind {
        case .last(let value), .since(let value), .before(let value), .after(let value), .on(let value): visit(value)
        case .between(let from, let to):
            visit(from)
            visit(to)
        case .period: break
        }
    }
}

/// A piece of a string: text with its escapes already read, or an expression in braces.
public enum StringSegmentSyntax: Sendable {
    case text(String)
    case expression(ExpressionSyntax)
}

/// `country: jp` in a record.
public struct RecordItemSyntax: Sendable {
    public var key: String
    public var keyRange: SourceRange
    public var value: ExpressionSyntax
    public init(key: String, keyRange: SourceRange, value: ExpressionSyntax) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }
}

/// What stands after `in`.
public enum MembershipSyntax: Sendable {
    /// Values separated by commas, or one value that is a list.
    case values([ExpressionSyntax])
    case range(DateRangeSyntax)
}

/// `last 7 days`, `since D`, `before D`, `after D`, `D .. D`, `D`, `this week`, `last month`, `2026-11`.
public struct DateRangeSyntax: Sendable {
    public indirect enum Kind: Sendable {
        case last(ExpressionSyntax)
        case since(ExpressionSyntax)
        case before(ExpressionSyntax)
        case after(ExpressionSyntax)
        case between(ExpressionSyntax, ExpressionSyntax)
        case on(ExpressionSyntax)
        /// `this week`, `last month`, `2026-11`
        case period(DatePeriod)
    }
    public var kind: Kind
    public var range: SourceRange
    public init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

public enum BinaryOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case range = ".."
    case otherwise = "??"
}

public enum ComparisonOperator: String, Sendable, CaseIterable {
    case `is` = "is"
    case isNot = "is not"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains = "contains"
    case startsWith = "starts with"
    case endsWith = "ends with"
    case matches = "matches"
    case over = "over"
    case under = "under"
    case before = "before"
    case after = "after"
    case since = "since"
}
