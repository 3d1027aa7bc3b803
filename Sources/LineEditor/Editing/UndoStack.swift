/// Earlier states of the text. A run of typed letters is one step, up to the next blank.
struct UndoStack {
    private var earlier: [EditText] = []
    private var last = EditText()
    private var isTyping = false

    /// Takes notice of the state before a key is read.
    mutating func note(_ state: EditText) {
        if state.text != last.text {
            let added = state.text.utf8.count - last.text.utf8.count
            let typed = (1...4).contains(added) && state.cursor == last.cursor + added && state.before.last != " "
            if !(typed && isTyping) { earlier.append(last) }
            isTyping = typed
        }
        last = state
    }

    /// The state before the last change.
    mutating func undo() -> EditText? {
        guard let state = earlier.popLast() else { return nil }
        last = state
        isTyping = false
        return state
    }
}
