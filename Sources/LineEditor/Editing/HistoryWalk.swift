/// A walk through the history entries that begin with what was typed when the walk began.
struct HistoryWalk {
    private let draft: EditText
    private var index: Int
    /// What the walk has put into the line. Anything else there means that the walk is over.
    private(set) var shown: EditText

    init(from draft: EditText, in history: History) {
        self.draft = draft
        self.shown = draft
        self.index = history.entries.count
    }

    mutating func older(in history: History) -> EditText? {
        guard let found = history.newest(beginningWith: draft.text, before: index) else { return nil }
        return show(EditText(found.text), at: found.index)
    }

    /// The next newer entry; after the newest the draft again.
    mutating func newer(in history: History) -> EditText? {
        guard index < history.entries.count else { return nil }
        guard let found = history.oldest(beginningWith: draft.text, after: index) else {
            return show(draft, at: history.entries.count)
        }
        return show(EditText(found.text), at: found.index)
    }

    mutating func oldest(in history: History) -> EditText? {
        guard let found = history.oldest(beginningWith: draft.text, after: -1) else { return nil }
        return show(EditText(found.text), at: found.index)
    }

    mutating func toDraft(in history: History) -> EditText {
        show(draft, at: history.entries.count)
    }

    private mutating func show(_ text: EditText, at index: Int) -> EditText {
        self.index = index
        shown = text
        return text
    }
}
