public import TMSSyntax

/// What a program asks of the world. The machine suspends on it and is resumed with an `Answer`.
///
/// Effects are values: nothing has happened when one exists.
public enum Effect: Sendable {
    /// A verb with its evaluated arguments. Answered with `.value` or `.rows`.
    case command(CommandCall)
    /// The next rows of an earlier answer. Answered with `.rows`.
    case next(CursorID)
    /// The next rows of an earlier answer, for a run that has ended: they are told as not sent. Answered with `.rows`, or
    /// with `.done` where it would take a call to have them.
    case rest(CursorID)
    /// The rows are not wanted any more (`take 5`, `break`). Answered with `.done`.
    case close(CursorID)
    /// `open "orders.csv"`. Answered with `.rows` or `.value`.
    case open(FileName, FileOptions, SourceLocation)
    /// `save "late.csv"`: starts a file; answered with `.writer`. Then `write` any number of times, then `commit`
    /// (or `abandon` after a failure); nothing stands under the name before the commit.
    case save(FileName, ResultDescription, SourceLocation)
    case write(WriterID, [Value])
    case commit(WriterID)
    case abandon(WriterID)
    /// More rows than the memory should hold, to be kept behind those of a store that may be there already. Answered
    /// with `.kept`, or with `.done` by a host that keeps nothing.
    case keep([Value], in: (any StoredRows)?, SourceLocation)
    /// The rows of a store from the first on. Answered with `.rows`.
    case recall(any StoredRows)
    /// `wait 5 min`: seconds.
    case wait(Int, SourceLocation)
    /// `limit 200 calls, 40 quota, 30 min {`: until `endLimit`, no more calls, no more of the account's quota and no more
    /// seconds than these. Answered with `.done`; what goes beyond fails with kind `limit`.
    case limit(calls: Int?, quota: Int? = nil, seconds: Int?, SourceLocation)
    case endLimit
    /// A statement begins that is only planned, explained or shown as curl, and ends. Answered with `.done`.
    case prefixBegins
    case prefixEnds
    /// Under `explain`: rows that nobody has read would each be given to these verbs, `together` in as few calls as
    /// possible. Answered with `.done`.
    case perRow([VerbID], together: Bool)
    /// A loop begins that does what cannot be taken back, so that a person is asked once for all of it; then how many
    /// rows it has at most. All answered with `.done`.
    case loopBegins
    case loopHas(rows: Int)
    case loopEnds
    /// So many rows are to come, each of which asks the service for one thing at a time. Answered with `.done`.
    case rowsHave(Int)
    /// Rows begin that each send a write, and end: what became of them is told in one line. Both answered with `.done`.
    case rowsBegin
    /// - Parameter isWhole: they were gone through to the end, rather than left because of a failure.
    case rowsEnd(isWhole: Bool)
    /// `ask("which carrier?")` and `confirm("go on?")`. Answered with `.value`: text, or true or false.
    case ask(String, SourceLocation)
    case confirm(String, SourceLocation)
    /// Output the fiber has gathered is large enough to be taken. Answered with `.done`.
    case flush
}

extension Effect {
    /// Whether it only releases something, so that it is carried out when the run has ended too.
    public var tidiesUp: Bool {
        switch self {
        case .close, .abandon, .endLimit, .loopEnds, .rowsEnd, .prefixEnds, .flush, .rest: true
        default: false
        }
    }
}

/// A verb and everything it was given, by place in its signature.
public struct CommandCall: Sendable {
    public var verb: VerbID
    /// One entry a subject slot; each the values given there (rows, records, numbers as text or numbers).
    public var subjects: [CallArgument]
    /// The clauses given, in source order.
    public var clauses: [CallClause]
    /// `from "orders.csv"`.
    public var file: CallArgument?
    /// `separator ";"`, of that file.
    public var fileOptions = FileOptions()
    public var columns: [ColumnSyntax]
    /// The whole command, and its verb, in the script.
    public var location: SourceLocation
    public var verbRange: SourceRange
    /// Under `plan`, `explain` or `curl`: nothing is to be run.
    public var prefix: StatementSyntax.Prefix?
    /// How many rows will be looked at, where the script says so: `list | take 20`; none where they are only counted.
    public var wanted: Int?
    /// A `where` behind the command leaves some of its rows out.
    public var isSifted: Bool

    public init(
        verb: VerbID, subjects: [CallArgument] = [], clauses: [CallClause] = [], file: CallArgument? = nil,
        columns: [ColumnSyntax] = [], location: SourceLocation, verbRange: SourceRange,
        prefix: StatementSyntax.Prefix? = nil, wanted: Int? = nil, isSifted: Bool = false
    ) {
        self.verb = verb
        self.subjects = subjects
        self.clauses = clauses
        self.file = file
        self.columns = columns
        self.location = location
        self.verbRange = verbRange
        self.prefix = prefix
        self.wanted = wanted
        self.isSifted = isSifted
    }
}

/// Values with the words they came from, so that a refusal can underline them.
public struct CallArgument: Sendable {
    public var values: [Value]
    public var range: SourceRange
    /// Where each value was written, if they were written one by one.
    public var valueRanges: [SourceRange]
    /// They are the items of one list, rather than said one by one.
    public var isList = false
    public init(_ values: [Value], _ range: SourceRange, valueRanges: [SourceRange] = []) {
        self.values = values
        self.range = range
        self.valueRanges = valueRanges.count == values.count ? valueRanges : []
    }

    /// The place of value `index` in the script; of all of them where it has no place of its own.
    public func range(of index: Int) -> SourceRange {
        valueRanges.indices.contains(index) ? valueRanges[index] : range
    }
}

public struct CallClause: Sendable {
    /// The index in `Signature.clauses`.
    public var index: Int
    public var value: CallValue
    public var labelRange: SourceRange
    /// Of the value; of the label for a flag.
    public var range: SourceRange
    public init(index: Int, value: CallValue, labelRange: SourceRange, range: SourceRange) {
        self.index = index
        self.value = value
        self.labelRange = labelRange
        self.range = range
    }
}

public enum CallValue: Sendable {
    case flag
    case values([Value])
    /// Seconds since 1970 UTC, both ends included; `nil` for open.
    case range(from: Int?, to: Int?)
}

public struct CursorID: Sendable, Hashable {
    public let raw: Int
    public init(_ raw: Int) { self.raw = raw }
}

public struct WriterID: Sendable, Hashable {
    public let raw: Int
    public init(_ raw: Int) { self.raw = raw }
}

/// What the world says to an effect.
public enum Answer: Sendable {
    case done
    case value(Value)
    /// Some rows, and where the rest is; no cursor when these are the last. `total`: how many the source has in all, if it
    /// knows. `written`: how many there were of a write that is done, behind its last.
    case rows([Value], more: CursorID?, total: Int? = nil, written: Int? = nil)
    case writer(WriterID)
    case kept(any StoredRows)
    case failed(Failure)
}
