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
    /// `open "orders.csv" separator ";"`.
    case open(FileSyntax)
    case expression(ExpressionSyntax)

    public var range: SourceRange {
        switch self {
        case .command(let command): command.range
        case .open(let file): file.range
        case .expression(let expression): expression.range
        }
    }
}

/// A file that is read, and what is said of its form.
public struct FileSyntax: Sendable {
    public var path: ExpressionSyntax
    public var clauses: [FileClauseSyntax]
    public var range: SourceRange
    public init(path: ExpressionSyntax, clauses: [FileClauseSyntax] = [], range: SourceRange) {
        self.path = path
        self.clauses = clauses
        self.range = range
    }

    /// The path, and the value of each clause.
    public var parts: [ExpressionSyntax] { [path] + clauses.map(\.value) }
}

/// `encoding cp1252`.
public struct FileClauseSyntax: Sendable {
    public var label: FileClause
    public var labelRange: SourceRange
    public var value: ExpressionSyntax
    public var range: SourceRange
    public init(label: FileClause, labelRange: SourceRange, value: ExpressionSyntax, range: SourceRange) {
        self.label = label
        self.labelRange = labelRange
        self.value = value
        self.range = range
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
    /// `separator ";"`, of that file.
    public var fileClauses: [FileClauseSyntax]
    /// `number=A via="Carrier code"`: label to column, beside `from`.
    public var columns: [ColumnSyntax]
    public var range: SourceRange

    public init(
        callee: Callee, verbRange: SourceRange, subjects: [[ExpressionSyntax]] = [], clauses: [ClauseSyntax] = [],
        file: ExpressionSyntax? = nil, fileClauses: [FileClauseSyntax] = [], columns: [ColumnSyntax] = [],
        range: SourceRange
    ) {
        self.callee = callee
        self.verbRange = verbRange
        self.subjects = subjects
        self.clauses = clauses
        self.file = file
        self.fileClauses = fileClauses
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

// MARK: - What is inside

extension SyntaxWalker {
    @inlinable public mutating func walk(_ pipeline: PipelineSyntax) {
        walk(pipeline.source)
        for stage in pipeline.stages { visit(stage) }
    }

    @inlinable public mutating func walk(_ source: SourceSyntax) {
        switch source {
        case .command(let command): visit(command)
        case .open(let file): visit(file)
        case .expression(let value): visit(value)
        }
    }

    @inlinable public mutating func walk(_ file: FileSyntax) {
        visit(file.path)
        for clause in file.clauses { visit(clause) }
    }

    @inlinable public mutating func walk(_ clause: FileClauseSyntax) { visit(clause.value) }

    @inlinable public mutating func walk(_ command: CommandSyntax) {
        for values in command.subjects { visit(values) }
        for clause in command.clauses { visit(clause) }
        if let file = command.file { visit(file) }
        for clause in command.fileClauses { visit(clause) }
    }

    @inlinable public mutating func walk(_ clause: ClauseSyntax) {
        switch clause.value {
        case .flag: break
        case .value(let value): visit(value)
        case .list(let values): visit(values)
        case .range(let range): visit(range)
        }
    }
}
