public import TMSSyntax

/// What a fiber has to say, in order; the host renders it.
public enum OutputEvent: Sendable {
    /// What `print` said: whole lines as UTF-8, each with its newline.
    case lines([UInt8])
    /// A pipeline at top level begins whose result will be shown: what it costs is counted from here.
    case resultAhead
    /// The result of a pipeline at top level begins: rows follow until `endResult`.
    case beginResult(ResultDescription)
    case row(Value)
    case endResult(ResultEnd)
    /// A result that is one value and no rows.
    case value(Value, ResultDescription, ResultEnd = ResultEnd())
    /// A row failed; the others go on.
    case rowFailed(Failure)
    /// A row that is written down and counted, and not told of: it was not sent, or failed as the one before it.
    case rowLeft(Failure)
    /// What became of the rows of a loop or a command.
    case summary(RowsSummary)
    /// What was planned, and what it costs; `isWhole` of a whole script rather than of a statement behind `plan`.
    case plan(PlanPrice, isWhole: Bool)
    /// A file stands under its name, as the script writes it.
    case saved(rows: Int, String)
    case diagnostic(Diagnostic)
}

extension OutputEvent {
    /// One line, without its newline.
    public static func line(_ text: String) -> OutputEvent { .lines(Array(text.utf8) + [UInt8(ascii: "\n")]) }
}

/// What is known of a result before its first row.
public struct ResultDescription: Sendable {
    /// Columns the user named with `show`; `nil` lets the renderer choose.
    public var columns: [String]?
    /// Fields that `set` and `rename` add to the rows of a schema.
    public var added: [String] = []
    /// Fields that `drop` and `rename` take from them.
    public var taken: Set<String> = []
    /// `join` adds the fields of other rows, whatever they are.
    public var isJoined = false
    /// What the rows tell, where a stage made them of others: `count by via`.
    public var subject: String?
    /// What the script calls a file for people: `title "Late parcels"`.
    public var title: String?
    /// A person is told that the file stands: the statement is one of the top.
    public var isToldOf = false
    /// The schema of the rows, if one verb made them.
    public var schema: String?
    /// The verb that made it, for a renderer that has a sentence for it (`track`).
    public var verb: VerbID?
    /// `as card`.
    public var format: String?
    /// Rows of the source were left out by `where`.
    public var isSifted = false
    /// The script says how many rows it wants (`take 120`).
    public var isBounded = false
    /// Its rows come of writes: all must be made, whoever looks at them.
    public var isToBeDone = false
    /// How its columns come to be.
    public var header = HeaderPlan(.unknown)
    /// The script speaks of dates, which depend on the zone.
    public var speaksOfDates = false
    /// The fields the statement speaks of, as it calls them: in conditions, stages and the labels of its verb.
    public var mentioned: Set<String> = []
    /// What keeps the statement from being run: `plan`, `explain`, `curl`.
    public var prefix: StatementSyntax.Prefix?
    public var location: SourceLocation
    public init(
        columns: [String]? = nil, schema: String? = nil, verb: VerbID? = nil, format: String? = nil,
        location: SourceLocation
    ) {
        self.columns = columns
        self.schema = schema
        self.verb = verb
        self.format = format
        self.location = location
    }
}

/// What is known of a result after its last row.
public struct ResultEnd: Sendable, Equatable {
    /// Rows that a condition saw without a field it compares.
    public struct Gap: Sendable, Equatable {
        public let field: String
        public var rows: Int
    }

    /// Nobody wanted the rows that were still to come.
    public var isCut = false
    /// How many rows the write behind it gave, of which only some are shown.
    public var written: Int?
    /// How many rows there would have been in all, where the source says so.
    public var total: Int?
    /// In the order in which the script names the fields.
    public var gaps: [Gap] = []
    /// The columns of the rows, where there are none and the script tells it.
    public var header: [String]?

    public init(isCut: Bool = false, written: Int? = nil, total: Int? = nil, gaps: [Gap] = []) {
        self.isCut = isCut
        self.written = written
        self.total = total
        self.gaps = gaps
    }
}
