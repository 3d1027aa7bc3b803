/// A value of the language, 16 bytes: small ones inline, the rest behind one reference.
///
/// `nothing` and `null` are both *empty* to every operator; JSON writes `null` for the second and leaves the
/// first out. Text may be empty too. Equality here is identity of content, not the language's `is`.
public enum Value: Sendable {
    case nothing
    case null
    case boolean(Bool)
    case integer(Int)
    case decimal(Double)
    /// A length of time in seconds.
    case duration(Int)
    /// A point in time in seconds since 1970 UTC.
    case instant(Int)
    /// A calendar day: days since 1970-01-01, no zone.
    case day(Int)
    case text(Text)
    case list(List)
    case record(Record)
}

/// A string behind one reference.
public final class Text: Sendable {
    public let string: String
    /// A JSON number that would not print back as typed: text that is written to JSON without quotes.
    public let isNumberLexeme: Bool
    /// How a date or a number is read of it, for a cell of a file of which the script says so.
    public let reading: CellReading
    /// Given on the command line: as the name of a file it begins where it was typed, not beside the script.
    public let isTyped: Bool
    /// The script or tms wrote its line breaks, so that they stay on a terminal; those of any other text are shown as
    /// marks there.
    public let breaksLines: Bool
    public init(
        _ string: String, isNumberLexeme: Bool = false, reading: CellReading = CellReading(), isTyped: Bool = false,
        breaksLines: Bool = false
    ) {
        self.string = string
        self.isNumberLexeme = isNumberLexeme
        self.reading = reading
        self.isTyped = isTyped
        self.breaksLines = breaksLines
    }
}

extension Value {
    public static func string(_ string: String) -> Value { .text(Text(string)) }
    public static func items(_ items: [Value]) -> Value { .list(List(items)) }
}

extension Value {
    /// How many values lie in it, those of lists and records in it counted each time they are met: what going through
    /// all of it takes.
    var weight: Int {
        switch self {
        case .list(let list): list.weight
        case .record(let record): record.weight
        default: 1
        }
    }
}

/// A value holds no more values than this. Lists that hold one list twice, again and again, would soon be more than
/// anybody could print, though they take no room.
let heaviest = 1 << 28
