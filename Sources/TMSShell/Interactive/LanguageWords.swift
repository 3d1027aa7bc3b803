import TMSSyntax
import TrackingMore

/// The words the language itself brings, for completion and colour; verbs come from the vocabulary.
enum LanguageWords {
    static let statements: [(word: String, summary: String)] = [
        ("let", "name rows or a value"), ("for", "do something for every row"), ("if", "only when a condition holds"),
        ("while", "as long as a condition holds"), ("define", "a command of your own"),
        ("try", "go on when something fails"), ("print", "write a line"), ("expect", "stop unless this holds"),
        ("fail", "stop with a message"), ("plan", "show what would be sent, send nothing"),
        ("explain", "how a statement would be run"), ("curl", "the same call for curl"), ("open", "read a data file"),
        ("wait", "pause"), ("limit", "allow so many calls"), ("exit", "leave"), ("return", "end a definition"),
        ("break", "leave a loop"), ("continue", "go on with the next row"), ("use", "definitions of another file"),
        ("param", "a value the caller may set"), ("read only", "a promise to change nothing"),
    ]

    static let stages: [(word: String, summary: String)] = [
        ("where", "keep rows that match"), ("sort by", "order by fields"), ("take", "the first so many"),
        ("skip", "all but the first so many"), ("show", "these columns"), ("drop", "all but these columns"),
        ("set", "add or change a field"), ("rename", "call a field otherwise"), ("group by", "one row a value"),
        ("count", "how many"), ("count by", "how many of each"), ("sum", "add up"), ("average", "the mean"),
        ("median", "the middle"), ("min", "the smallest"), ("max", "the largest"), ("first", "the first row"),
        ("last", "the last row"), ("unique", "each once"), ("join", "add columns of other rows"),
        ("chart", "draw bars"), ("save", "write a file"), ("as", "in another form"),
    ]

    static let aggregates = stages.filter { AggregateSyntax.Function(rawValue: $0.word) != nil }

    static let control: Set<String> = [
        "in", "else", "otherwise", "one", "and", "or", "not", "is", "over", "under", "contains", "starts", "ends",
        "with", "matches", "before", "after", "since", "up", "down", "empty", "true", "false", "read", "only",
    ]
}

extension ValueKind {
    /// What could stand for a value of this kind; nothing where anything could.
    func candidates(_ prefix: String) -> [(word: String, summary: String)] {
        let prefix = prefix.lowercased()
        switch self {
        case .carrier:
            return Carrier.all.filter { $0.code.hasPrefix(prefix) || $0.name.lowercased().hasPrefix(prefix) }
                .map { ($0.code, $0.name) }
        case .country:
            return Country.all.filter {
                $0.code.lowercased().hasPrefix(prefix) || $0.name.lowercased().hasPrefix(prefix)
            }.map { ($0.code.lowercased(), $0.name) }
        case .status:
            return Status.allCases.map { ($0.rawValue, $0.meaning) }.filter { $0.0.hasPrefix(prefix) }
        case .language:
            return Language.all.map { ($0.code, $0.name) }.filter { $0.0.hasPrefix(prefix) }
        case .choice(let words):
            return words.filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        case .date:
            return days.filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        case .dateRange:
            return (["last 7 days", "last", "since", "before", "after"] + days)
                .filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        case .boolean:
            return ["true", "false"].filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        default: return []
        }
    }

    private var days: [String] {
        ["today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    }
}
