/// A function of the language, called with a glued parenthesis: `len($rows)`.
///
/// One declaration for its readers: the checker (names, arity, kinds), the machine (which must implement every
/// name listed here), completion and help.
public struct Function: Sendable {
    public struct Parameter: Sendable {
        public var name: String
        public var kind: Kind
        public var isOptional: Bool
        public init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
            self.name = name
            self.kind = kind
            self.isOptional = isOptional
        }
    }

    /// What a function asks for or gives.
    public enum Kind: String, Sendable {
        case any, number, text, boolean, date, duration, list, record
        /// Text, a list or a record: what has a length.
        case sized
    }

    public var name: String
    public var parameters: [Parameter]
    /// The last parameter may be repeated: `max(1, 2, 3)`.
    public var isVariadic: Bool
    public var result: Kind
    /// One sentence, with a capital and a full stop.
    public var summary: String
    public var example: String

    public var minimumCount: Int { parameters.count { !$0.isOptional } }
    /// `nil` for any number.
    public var maximumCount: Int? { isVariadic ? nil : parameters.count }

    init(
        _ name: String, _ parameters: [Parameter], _ result: Kind, isVariadic: Bool = false, _ summary: String,
        _ example: String
    ) {
        self.name = name
        self.parameters = parameters
        self.isVariadic = isVariadic
        self.result = result
        self.summary = summary
        self.example = example
    }
}

extension Function {
    /// Every function, in the order of the reference.
    public static let all: [Function] = [
        // Any value
        Function("len", [.init("value", .sized)], .number, "How many characters, items or fields.", "len($late)"),
        Function("text", [.init("value", .any)], .text, "The value as it would be printed.", "text(3.50)"),
        Function("number", [.init("value", .any)], .number, "The number a text reads as.", #"number("12")"#),
        Function("date", [.init("value", .any)], .date, "The date a text reads as.", #"date("2026-03-05")"#),

        // Text
        Function("upper", [.init("text", .text)], .text, "The text in capitals.", "upper($p.title)"),
        Function("lower", [.init("text", .text)], .text, "The text in small letters.", "lower($p.title)"),
        Function("trim", [.init("text", .text)], .text, "The text without the space around it.", "trim($p.title)"),
        Function(
            "split", [.init("text", .text), .init("separator", .text, isOptional: true)], .list,
            "The pieces of a text between separators; without one, its words.", #"split("a,b", ",")"#),
        Function(
            "join", [.init("list", .list), .init("separator", .text, isOptional: true)], .text,
            "The items of a list as one text; a comma and a space unless told otherwise.", #"join($numbers, " ")"#),
        Function(
            "replace", [.init("text", .text), .init("old", .text), .init("new", .text)], .text,
            "The text with every `old` made `new`.", #"replace($p.title, "_", " ")"#),
        Function(
            "numbers", [.init("text", .text)], .list, "The tracking numbers in a text, in the order they stand there.",
            #"numbers("sent today: 1Z999AA10123456784")"#),
        Function(
            "slice", [.init("value", .sized), .init("from", .number), .init("count", .number, isOptional: true)], .any,
            "Part of a text or a list, counted from 0.", "slice($p.number, 0, 2)"),

        // Numbers
        Function(
            "round", [.init("number", .number), .init("places", .number, isOptional: true)], .number,
            "The nearest number with so many decimal places, none unless told otherwise.", "round(2.345, 1)"),
        Function("floor", [.init("number", .number)], .number, "The whole number below or equal.", "floor(2.7)"),
        Function("ceil", [.init("number", .number)], .number, "The whole number above or equal.", "ceil(2.1)"),
        Function("abs", [.init("number", .any)], .any, "The number or duration without its sign.", "abs(-3)"),
        Function(
            "min", [.init("values", .any)], .any, isVariadic: true,
            "The least of its values, or of one list.", "min(3, 1, 2)"),
        Function(
            "max", [.init("values", .any)], .any, isVariadic: true,
            "The greatest of its values, or of one list.", "max(3, 1, 2)"),
        Function("sum", [.init("list", .list)], .any, "The items of a list added up.", "sum([1, 2, 3])"),

        // Time
        Function("now", [], .date, "This moment.", "now()"),
        Function("today", [], .date, "The present day.", "today()"),
        Function("days", [.init("duration", .duration)], .number, "A duration in days.", "days($p.silent)"),
        Function("day", [.init("date", .date)], .date, "The day of a date on the profile's clock.", "day($p.created)"),
        Function("week", [.init("date", .date)], .date, "The Monday of the week of a date.", "week($p.created)"),
        Function("month", [.init("date", .date)], .text, "The month of a date, as in 2026-11.", "month($p.created)"),
        Function("ago", [.init("date", .date)], .duration, "How long ago a date was.", "ago($p.created)"),
        Function(
            "format", [.init("date", .date), .init("pattern", .text), .init("language", .text, isOptional: true)],
            .text,
            "A date as a pattern says, its names in a language, English unless told otherwise.",
            #"format($p.created, "d. MMMM yyyy", German)"#),

        // Records
        Function("keys", [.init("record", .record)], .list, "The names of the fields of a record.", "keys($p)"),
        Function("values", [.init("record", .record)], .list, "The values of a record, in order.", "values($p)"),

        // Questions
        Function("ask", [.init("question", .text)], .text, "What the person at the terminal types.", #"ask("Which?")"#),
        Function(
            "confirm", [.init("question", .text)], .boolean, "Whether the person at the terminal says yes.",
            #"confirm("Go on?")"#),
    ]

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    public static func named(_ name: String) -> Function? { byName[name] }

    /// Asks a person, so that its turn must be certain.
    public var isQuestion: Bool { name == "ask" || name == "confirm" }
}
