// The words the language itself brings, each declared here: the parser reads them, completion offers them, colours and
// editor grammars tell them apart. Verbs and labels come from the vocabulary.

/// A word that begins a statement other than a pipeline, or goes on with one.
public enum StatementWord: String, Sendable, CaseIterable {
    case `let`, `for`, `if`, `while`, define, `try`, print, expect, fail, plan, explain, curl, wait, limit, exit
    case `return`, `break`, `continue`, use, param, read, `else`, otherwise

    /// What is typed: `read only`.
    public var phrase: String { self == .read ? "read only" : rawValue }

    /// Stands after the block of another statement, never at the beginning.
    public var isPartner: Bool { self == .else || self == .otherwise }

    /// A statement follows it.
    var precedesStatement: Bool {
        switch self {
        case .try, .otherwise, .plan, .explain, .curl: true
        default: false
        }
    }

    public var summary: String {
        switch self {
        case .let: "name rows or a value"
        case .for: "do something for every row"
        case .if: "only when a condition holds"
        case .while: "as long as a condition holds"
        case .define: "a command of your own"
        case .try: "go on when something fails"
        case .print: "write a line"
        case .expect: "stop unless this holds"
        case .fail: "stop with a message"
        case .plan: "show what would be sent, send nothing"
        case .explain: "how a statement would be run"
        case .curl: "the same call for curl"
        case .wait: "pause"
        case .limit: "allow so many calls"
        case .exit: "leave"
        case .return: "end a definition"
        case .break: "leave a loop"
        case .continue: "go on with the next row"
        case .use: "definitions of another file"
        case .param: "a value the caller may set"
        case .read: "a promise to change nothing"
        case .else: "when the condition does not hold"
        case .otherwise: "what to do when it fails"
        }
    }
}

/// A word that begins a stage; after `|` it wins over a verb of the same name.
public enum StageWord: String, Sendable, CaseIterable {
    case `where`, sort, take, skip, show, drop, set, rename, group, count, sum, average, median, min, max
    case first, last, unique, join, chart, save, `as`

    /// What is typed: `sort by`.
    public var phrase: String { self == .sort || self == .group ? rawValue + " by" : rawValue }

    public var summary: String {
        switch self {
        case .where: "keep rows that match"
        case .sort: "order by fields"
        case .take: "the first so many"
        case .skip: "all but the first so many"
        case .show: "these columns"
        case .drop: "all but these columns"
        case .set: "add or change a field"
        case .rename: "call a field otherwise"
        case .group: "one row a value"
        case .count: "how many"
        case .sum: "add up"
        case .average: "the mean"
        case .median: "the middle"
        case .min: "the smallest"
        case .max: "the largest"
        case .first: "the first row"
        case .last: "the last row"
        case .unique: "each once"
        case .join: "add columns of other rows"
        case .chart: "draw bars"
        case .save: "write a file"
        case .as: "in another form"
        }
    }
}

/// Words inside statements, stages and expressions.
public enum InnerWord {
    /// Of conditions: `is`, `starts`, `with`, `and`, `in`.
    public static let operators: [String] = {
        let comparisons = ComparisonOperator.allCases.map(\.rawValue).filter {
            $0.utf8.first?.isLetterOrUnderscore ?? false
        }
        var seen: Set<String> = []
        return (["and", "or", "not", "in"] + comparisons.flatMap { $0.split(separator: " ").map(String.init) })
            .filter { seen.insert($0).inserted }
    }()

    public static let constants = ["true", "false", "empty"]

    /// Of statements, beside the word that begins them: `for p one by one in …`, `read only`, `limit 200 calls`.
    public static let statements = ["in", "one", "by", "only", "calls"]

    /// Of stages, beside the word that begins them.
    public static let stages = ["by", "up", "down", "to", "on"]

    /// Sources that are no verbs: a file, and in the shell the rows on the screen.
    public static let sources = ["open", "those"]

    /// `from "orders.csv"`, in place of the subject of a verb.
    public static let files = ["from"]

    /// Dates that are words, and the words around dates.
    public static let dates = DateWord.all + ["ago", "last"]

    public static let units = DurationUnit.allCases.flatMap(\.spellings)
}

/// A date that is a word; a weekday is the latest of its name, today included.
public enum DateWord {
    public static let all = [
        "today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
}
