/// Answers how the line may go on. The suggestion is drawn faintly after the cursor and taken by the right arrow.
public protocol Hinter {
    /// What may follow `text`, which may be empty; `nil` for no suggestion. Asked only while the cursor is at the end.
    func hint(for text: String) -> String?
}

/// Suggests the rest of the newest history entry that begins with the text.
public struct HistoryHinter: Hinter {
    private let history: History

    public init(_ history: History) {
        self.history = history
    }

    public func hint(for text: String) -> String? {
        guard !text.isEmpty, let found = history.newest(beginningWith: text, before: history.entries.count) else {
            return nil
        }
        return String(decoding: found.text.utf8.dropFirst(text.utf8.count), as: UTF8.self)
    }
}
