/// What is cut and brought back, and words of earlier lines.
extension LineEditor {
    /// Kills in a row gather in one text.
    func kill(backwards: Bool = false, _ range: (EditText) -> Range<Int>) -> HeadlessLibEdit.Reply {
        var text = libedit.state
        let goesOn = text == afterKill
        let removed = text.cut(range(text))
        kills.add(removed, joining: !goesOn ? .none : backwards ? .before : .after)
        afterKill = text
        libedit.write(text)
        return .changed
    }

    func yank() -> HeadlessLibEdit.Reply {
        guard let text = kills.current else { return .nothing }
        return insertAnew(text, in: \.yanked)
    }

    /// Puts the text cut before in place of the one just brought back.
    func yankPop() -> HeadlessLibEdit.Reply {
        guard let yanked = line.yanked, yanked.state == libedit.state, let text = kills.rotate() else {
            return .nothing
        }
        return replace(yanked, with: text, in: \.yanked)
    }

    /// The last word of the line before; again, that of an earlier line in its place.
    func insertLastWord() -> HeadlessLibEdit.Reply {
        let earlier = line.lastWord.flatMap { $0.state == libedit.state ? $0 : nil }
        var index = earlier?.index ?? history.entries.count
        while index > 0 {
            index -= 1
            guard let word = EditText.words(of: history.entries[index]).last else { continue }
            let reply =
                earlier.map { replace($0, with: word, in: \.lastWord) } ?? insertAnew(word, in: \.lastWord)
            line.lastWord?.index = index
            return reply
        }
        return .nothing
    }

    func exchangeMark() -> HeadlessLibEdit.Reply {
        edit { text in
            // The text may have become shorter; its end is then the nearest place to the mark.
            let mark = min(line.mark ?? 0, text.text.utf8.count)
            line.mark = text.cursor
            text.cursor = mark
        }
    }

    private func insertAnew(
        _ text: String, in place: WritableKeyPath<LineInProgress, Inserted?>
    ) -> HeadlessLibEdit.Reply {
        replace(
            Inserted(state: libedit.state, range: libedit.state.cursor..<libedit.state.cursor), with: text, in: place)
    }

    private func replace(
        _ inserted: Inserted, with text: String, in place: WritableKeyPath<LineInProgress, Inserted?>
    ) -> HeadlessLibEdit.Reply {
        var state = libedit.state
        state.replace(inserted.range, with: text)
        libedit.write(state)
        let start = inserted.range.lowerBound
        line[keyPath: place] = Inserted(state: libedit.state, range: start..<start + text.utf8.count)
        return .changed
    }
}

/// What a key has inserted, as long as the line is as it left it: the same key may put something else there.
struct Inserted {
    var state: EditText
    var range: Range<Int>
    /// The history entry that it came from.
    var index = 0
}
