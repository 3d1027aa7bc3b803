/// ^R: searches the history for a part of an entry, letter by letter.
extension LineEditor {
    func search() -> HeadlessLibEdit.Reply {
        guard line.kind == .statement else { return .nothing }
        let state = libedit.state
        let found = searchLoop(from: state)
        libedit.write(found)
        return .changed
    }

    private func searchLoop(from state: EditText) -> EditText {
        var query = ""
        var index = history.entries.count
        var shown = state
        var isMissing = false
        defer { modalView = nil }

        func look(_ step: (String) -> (index: Int, text: String)?) {
            guard !query.isEmpty else { return }
            let found = step(query)
            isMissing = found == nil
            guard let found else { return }
            index = found.index
            shown = EditText(found.text, cursor: found.text.offset(ofBytes: query))
        }

        while true {
            modalView = searchView(shown, query: query, isMissing: isMissing)
            guard let key = nextKey() else { return shown }
            switch key {
            case .scalar("\u{12}"), .named(.up): look { history.newest(containing: $0, before: index) }
            case .scalar("\u{13}"), .named(.down): look { history.oldest(containing: $0, after: index) }
            case .scalar("\u{7F}"), .scalar("\u{08}"):
                if !query.isEmpty { query.removeLast() }
                index = history.entries.count
                if query.isEmpty { (shown, isMissing) = (state, false) }
                look { history.newest(containing: $0, before: index) }
            case .scalar("\u{07}"), .scalar("\u{03}"): return state
            case .scalar(let scalar) where scalar.value >= 0x20:
                query.unicodeScalars.append(scalar)
                look { history.newest(containing: $0, before: index + 1) }
            case .paste(let text):
                query += text
                look { history.newest(containing: $0, before: index + 1) }
            case .escape: return EditText(shown.text)
            default:
                pushedBack.insert(key, at: 0)
                return shown
            }
        }
    }

    private func searchView(_ shown: EditText, query: String, isMissing: Bool) -> EditorView {
        var view = EditorView(text: shown)
        let words = isMissing ? "not in the history: " : "history: "
        view.prompt = Prompt([.init(words, .dim), .init(query), .init(" ❯ ", .dim)])
        if !query.isEmpty, let start = shown.text.offset(ofBytes: query) {
            view.mark = start..<start + query.utf8.count
        }
        return view
    }
}
