import TMSBase

/// What became of the rows of a loop or of a command: `8,796 tracked · 120 already tracked · 1,125 failed (792 without a
/// carrier, 333 damaged numbers) → failed.csv · 251 calls · quota 8,796`.
public struct RowsSummary: Sendable, Equatable {
    /// How many, and the word for it or what they have in common.
    public struct Count: Sendable, Equatable {
        public let word: String
        public var rows: Int

        public init(_ word: String, _ rows: Int) {
            self.word = word
            self.rows = rows
        }
    }

    /// Of what was done: `tracked`, `already tracked`, `deleted`.
    public var outcomes: [Count] = []
    /// Why rows failed, the most frequent cause first.
    public var causes: [Count] = []
    public var failed = 0
    public var unsent = 0
    public var calls = 0
    /// What was used of it, or would be.
    public var quota = 0
    /// What the account has left of it, where it does not cover what is planned.
    public var quotaLeft: Int?
    /// Nothing was sent: it says what would be.
    public var isPlanned = false

    public init() {}

    /// - Parameter failures: the file that holds the rows that failed, if there is one.
    public func text(failures: String?) -> String {
        var parts = outcomes.map { "\(TMSBase.Count.text($0.rows)) \(isPlanned ? "would be " : "")\($0.word)" }
        if failed > 0 {
            let grouped = causes.map { "\(TMSBase.Count.text($0.rows)) \($0.word)" }.joined(separator: ", ")
            parts.append("\(TMSBase.Count.text(failed)) failed" + (grouped.isEmpty ? "" : " (\(grouped))"))
        }
        if unsent > 0 { parts.append("\(TMSBase.Count.text(unsent)) not sent") }
        if parts.isEmpty { parts.append("no rows") }
        if failed + unsent > 0, let failures { parts[parts.count - 1] += " → \(failures)" }
        parts.append(calls == 1 ? "1 call" : "\(TMSBase.Count.text(calls)) calls")
        if quota > 0 { parts.append("quota \(TMSBase.Count.text(quota))") }
        if let quotaLeft { parts.append("what is left of it covers \(TMSBase.Count.text(quotaLeft))") }
        return parts.joined(separator: " · ")
    }
}
