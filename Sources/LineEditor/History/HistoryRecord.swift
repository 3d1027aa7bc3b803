/// One statement as it was entered: the text, and what is known of its run.
public struct HistoryRecord: Sendable, Equatable {
    /// Its place among all that was ever entered, from 1 on. It stays the same as long as the file does.
    public let number: Int
    public let text: String
    /// Seconds since 1970; nil in a file that holds texts alone.
    public let when: Int?
    /// Where it was entered: the profile, or the sandbox. Empty where nobody said.
    public let place: String
    /// What became of it; nil while it runs, and where nobody wrote it down.
    public internal(set) var outcome: HistoryOutcome?
    /// How many rows its last result had; nil where it had none.
    public internal(set) var rows: Int?
    /// By which the line of its outcome names it; zero in a file that holds texts alone.
    let id: UInt64
}

/// What became of a statement.
public enum HistoryOutcome: String, Sendable, CaseIterable {
    case worked
    /// It was begun, and something of it failed.
    case failed
    /// It had a mistake, and nothing of it was run.
    case refused
    /// The person stopped it, or said no to its question.
    case stopped
}
