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
    case value(Value, ResultDescription)
    /// A row of a `for` failed; the loop goes on.
    case rowFailed(Failure)
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
    /// The script speaks of dates, which depend on the zone.
    public var speaksOfDates = false
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
    /// How many rows there would have been in all, where the source says so.
    public var total: Int?
    /// In the order in which the script names the fields.
    public var gaps: [Gap] = []

    public init(isCut: Bool = false, total: Int? = nil, gaps: [Gap] = []) {
        self.isCut = isCut
        self.total = total
        self.gaps = gaps
    }
}
