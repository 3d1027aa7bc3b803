/// Tab: candidates, inserted or listed below the text.
extension LineEditor {
    func complete(backwards: Bool) -> HeadlessLibEdit.Reply {
        guard line.kind == .statement else { return .nothing }
        let state = libedit.state
        let found = completer.completions(for: state.text, cursor: state.cursor)
        guard let first = found.candidates.first else { return .nothing }
        let start = max(0, min(found.replaces.lowerBound, state.cursor))
        let end = max(start, min(found.replaces.upperBound, state.text.utf8.count))
        var text = state
        if found.candidates.count == 1 {
            text.take(first, for: start..<end)
        } else {
            text = choose(from: found.candidates, for: start..<end, in: state, backwards: backwards)
        }
        libedit.write(text)
        return .changed
    }

    /// The text with what a key adds to the begun word, or takes back of it; `nil` for any other key.
    private static func narrowed(_ text: EditText, by key: KeyPress, noFurtherThan start: Int) -> EditText? {
        var text = text
        switch key {
        case .scalar("\u{7F}"), .scalar("\u{08}"):
            guard text.cursor > start else { return nil }
            text.deleteLeft()
        case .scalar(let scalar) where scalar.value > 0x20: text.insert(String(Character(scalar)))
        default: return nil
        }
        return text
    }

    /// Shows the list until a key that is not for it, which is left to be read again.
    private func choose(
        from candidates: [Completion], for range: Range<Int>, in state: EditText, backwards: Bool
    ) -> EditText {
        var (text, typedSoFar) = (state, state)
        var word = range
        let typed = String(decoding: state.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
        let prefix = CandidateList.commonPrefix(of: candidates)
        if prefix.utf8.count > typed.utf8.count && prefix.hasPrefixBytes(typed) {
            text.replace(word, with: prefix)
            word = range.lowerBound..<text.cursor
            typedSoFar = text
        }
        var list = CandidateList(candidates: candidates, settings: settings)
        if backwards { list.move(by: -1) }
        defer { modalView = nil }
        while true {
            if let selected = list.selection {
                text.replace(word, with: selected.text)
                word = range.lowerBound..<text.cursor
            }
            modalView = EditorView(text: text, below: list.rows(columns: size.columns, lines: size.lines))
            guard let key = nextKey() else { return text }
            if list.selection == nil, let narrowed = Self.narrowed(typedSoFar, by: key, noFurtherThan: state.cursor) {
                let found = completer.completions(for: narrowed.text, cursor: narrowed.cursor)
                if !found.candidates.isEmpty, found.replaces.lowerBound == range.lowerBound {
                    (text, typedSoFar) = (narrowed, narrowed)
                    word = range.lowerBound..<narrowed.cursor
                    list = CandidateList(candidates: found.candidates, settings: settings)
                    continue
                }
            }
            switch key {
            case .scalar("\t"), .named(.nextCandidate), .named(.down): list.move(by: 1)
            case .named(.previousCandidate), .named(.up): list.move(by: -1)
            case .named(.right) where list.selection != nil: list.move(by: 1)
            case .named(.left) where list.selection != nil: list.move(by: -1)
            case .named(.pageDown): list.turnPage(by: 1, lines: size.lines)
            case .named(.pageUp): list.turnPage(by: -1, lines: size.lines)
            case .escape: return state
            case .scalar("\r"), .scalar("\n"):
                guard let selected = list.selection else {
                    pushedBack.insert(key, at: 0)
                    return text
                }
                text.take(selected, for: word)
                return text
            default:
                pushedBack.insert(key, at: 0)
                return text
            }
        }
    }
}

extension EditText {
    /// Puts a candidate in place of a word, with the space it asks for unless there is one.
    fileprivate mutating func take(_ candidate: Completion, for range: Range<Int>) {
        replace(range, with: candidate.text)
        guard candidate.appendsSpace else { return }
        if after.first == " " {
            moveRight()
        } else {
            insert(" ")
        }
    }
}
