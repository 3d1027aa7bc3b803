/// `list status transit | where silent over 10 days | sort by silent down`.
public struct PipelineSyntax: Sendable {
    public var source: SourceSyntax
    public var stages: [StageSyntax]
    public var range: SourceRange
    public init(source: SourceSyntax, stages: [StageSyntax], range: SourceRange) {
        self.source = source
        self.stages = stages
        self.range = range
    }
}

/// Where the rows of a pipeline come from.
public enum SourceSyntax: Sendable {
    case command(CommandSyntax)
    /// `open "orders.csv"`.
    case open(ExpressionSyntax, SourceRange)
    case expression(ExpressionSyntax)

    public var range: SourceRange {
        switch self {
        case .command(let command): command.range
        case .open(_, let range): range
        case .expression(let expression): expression.range
        }
    }
}

/// A verb with what it was given: `track 300403513351 via 4px to us`.
public struct CommandSyntax: Sendable {
    public enum Callee: Sendable {
        case verb(VerbID)
        /// A definition, or a word nobody knows: bound by the checker. Its arguments are in `subjects`.
        case named(String)
    }

    public var callee: Callee
    public var verbRange: SourceRange
    /// Unlabelled values in order, each a comma list of at least one. A verb with one list subject
    /// (`show A, B`) has one entry with two expressions.
    public var subjects: [[ExpressionSyntax]]
    public var clauses: [ClauseSyntax]
    /// `from "orders.csv"` where the signature takes a file.
    public var file: ExpressionSyntax?
    /// `number=A via="Carrier code"`: label to column, beside `from`.
    public var columns: [ColumnSyntax]
    public var range: SourceRange

    public init(
        callee: Callee, verbRange: SourceRange, subjects: [[ExpressionSyntax]] = [], clauses: [ClauseSyntax] = [],
        file: ExpressionSyntax? = nil, columns: [ColumnSyntax] = [], range: SourceRange
    ) {
        self.callee = callee
        self.verbRange = verbRange
        self.subjects = subjects
        self.clauses = clauses
        self.file = file
        self.columns = columns
        self.range = range
    }
}

/// `via 4px`, `status transit, pickup`, `created last 7 days`, `exact`.
public struct ClauseSyntax: Sendable {
    public enum Value: Sendable {
        case flag
        case value(ExpressionSyntax)
        case list([ExpressionSyntax])
        case range(DateRangeSyntax)
    }
    /// The index in `Signature.clauses`.
    public var index: Int
    public var labelRange: SourceRange
    public var value: Value
    public var range: SourceRange
    public init(index: Int, labelRange: SourceRange, value: Value, range: SourceRange) {
        self.index = index
        self.labelRange = labelRange
        self.value = value
        self.range = range
    }
}

public struct ColumnSyntax: Sendable {
    /// `number`, or the label of a clause.
    public var label: String
    public var labelRange: SourceRange
    public var column: String
    public var range: SourceRange
    public init(label: String, labelRange: SourceRange, column: String, range: SourceRange) {
        self.label = label
        self.labelRange = labelRange
        self.column = column
        self.range = range
    }
}

/// A field named in a stage.
public struct FieldSyntax: Sendable {
    public var name: String
    public var range: SourceRange
    public init(_ name: String, _ range: SourceRange) {
        self.name = name
        self.range = range
    }
}

/// One step of a pipeline, after `|`.
public struct StageSyntax: Sendable {
    public indirect enum Kind: Sendable {
        case `where`(ExpressionSyntax)
        case sort([SortKeySyntax])
        case take(ExpressionSyntax)
        case skip(ExpressionSyntax)
        case show([FieldSyntax])
        case drop([FieldSyntax])
        case set(FieldSyntax, ExpressionSyntax)
        case rename([(from: FieldSyntax, to: FieldSyntax)])
        /// `group by via | count, median silent`; an empty `by` for aggregates over all rows.
        case aggregate(by: [FieldSyntax], [AggregateSyntax])
        case first
        case last
        case unique(by: [FieldSyntax])
        case join(ExpressionSyntax, on: FieldSyntax)
        case chart(String?)
        case save(ExpressionSyntax)
        case `as`(String, SourceRange)
        /// A verb or definition whose target is the row.
        case command(CommandSyntax)
        case missing
    }
    public var kind: Kind
    public var range: SourceRange
    public init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

public struct SortKeySyntax: Sendable {
    public var field: FieldSyntax
    public var isDescending: Bool
    public init(field: FieldSyntax, isDescending: Bool) {
        self.field = field
        self.isDescending = isDescending
    }
}

public struct AggregateSyntax: Sendable {
    public enum Function: String, Sendable, CaseIterable { case count, sum, average, median, min, max }
    public var function: Function
    /// `nil` for `count`.
    public var field: FieldSyntax?
    public var range: SourceRange
    public init(function: Function, field: FieldSyntax?, range: SourceRange) {
        self.function = function
        self.field = field
        self.range = range
    }
}
