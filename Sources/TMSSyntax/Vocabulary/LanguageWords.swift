import TMSBase

// The words the language itself brings: the parser reads them, completion offers them, colours and editor grammars tell
// them apart. Those that begin a statement or a stage stand beside its tree (`StatementWord`, `StageWord`); verbs and labels
// come from the vocabulary.

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
    public static let statements = ["in", "one", "by", "only", "calls", "quota"]

    /// Of stages, beside the word that begins them.
    public static let stages = ["by", "up", "down", "to", "on", "all", "title"]

    /// Sources that are no verbs: a file, and in the shell the rows on the screen.
    public static let sources = ["open", "those"]

    /// `from "orders.csv"`, in place of the subject of a verb, and what is said of a file.
    public static let files = ["from"] + FileClause.allCases.map(\.rawValue)

    /// Dates that are words, and the words around dates.
    public static let dates = DateWord.all + ["ago", "last", "this", "week", "month"]

    public static let units = DurationUnit.allCases.flatMap(\.spellings)
}

/// A date that is a word; a weekday is the latest of its name, today included.
public enum DateWord {
    public static let all = [
        "today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
}
