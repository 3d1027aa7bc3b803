/// Earlier states of the text, and those that were undone. A run of typed letters is one step, up to the next blank.
struct UndoStack {
    private var earlier: [EditText] = []
    private var undone: [EditText] = []
    private var last = EditText()
    private var isTyping = false

    /// Takes notice of the state before a key is read.
    mutating func note(_ state: EditText) {
        if state.text != last.text {
            let added = state.text.utf8.count - last.text.utf8.count
            let typed = (1...4).contains(added) && state.cursor == last.cursor + added && state.before.last != " "
            if !(typed && isTyping) { earlier.append(last) }
            isTyping = typed
            undone = []
        }
        last = state
    }

    /// The state before the last change.
    mutating func undo() -> EditText? { step(from: \.earlier, to: \.undone) }

    /// The state before the last undo, where nothing was changed since.
    mutating func redo() -> EditText? { step(from: \.undone, to: \.earlier) }

    private mutating func step(
        from states: WritableKeyPath<Self, [EditText]>, to others: WritableKeyPath<Self, [EditText]>
    ) -> EditText? {
        guard let state = self[keyPath: states].popLast() else { return nil }
        self[keyPath: others].append(last)
        last = state
        isTyping = false
        return state
    }
}
