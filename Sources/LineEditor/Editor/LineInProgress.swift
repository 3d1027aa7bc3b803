/// What belongs to one call of `readLine`.
struct LineInProgress {
    var prompt = Prompt("")
    var continuation = Prompt("")
    var kind = LineKind.statement
    /// What the line begins with; `nil` once it is in the line.
    var initialText: String?
    var undo = UndoStack()
    var walk: HistoryWalk?
    var outcome: LineOutcome?
}
