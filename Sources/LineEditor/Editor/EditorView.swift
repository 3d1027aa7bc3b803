/// What the editor shows at one moment.
struct EditorView {
    var text: EditText
    /// In place of the line's prompt.
    var prompt: Prompt?
    /// Drawn over the highlighter's colours.
    var mark: Range<Int>?
    /// Rows below the text.
    var below: [Prompt] = []
    /// Whether the line is being left, so that no suggestion belongs to it any more.
    var isLeaving = false
}

extension LineEditor {
    func draw() {
        show(isInserting ? .bar : .block)
        send(renderer.render(frame(of: currentView), columns: size.columns, lines: size.lines))
    }

    func frame(of view: EditorView) -> Frame {
        var builder = FrameBuilder(columns: size.columns, colors: settings.colors)
        builder.append(view.prompt ?? line.prompt)
        var shown = view.text
        if line.kind == .secret { shown = Self.concealed(shown) }
        builder.append(shown.text, runs: runs(for: view), cursor: shown.cursor, continuation: line.continuation)
        switch hint(for: view) {
        case .rest(let rest): builder.append(rest, settings.hintStyle)
        case .note(let note): builder.append(fitting: note, settings.hintStyle)
        case nil: break
        }
        for row in view.below {
            builder.breakLine()
            builder.append(row)
        }
        return builder.finish()
    }

    /// The suggestion that belongs behind the text now. Without colours it could not be told from the text.
    func hint(for view: EditorView) -> Hint? {
        guard line.kind == .statement, settings.colors, !view.isLeaving, view.below.isEmpty, view.prompt == nil,
            view.text.isAtEnd, let hint = hinter.hint(for: view.text.text)
        else { return nil }
        return hint
    }

    var currentView: EditorView { modalView ?? EditorView(text: libedit.state) }

    private func runs(for view: EditorView) -> [StyledRun] {
        guard line.kind == .statement, settings.colors else { return [] }
        let runs = highlighter.highlight(view.text.text, cursor: view.isLeaving ? nil : view.text.cursor)
        guard let mark = view.mark else { return runs }
        let before = runs.filter { $0.range.lowerBound < mark.lowerBound }.map { run in
            StyledRun(run.range.lowerBound..<min(run.range.upperBound, mark.lowerBound), run.style)
        }
        let after = runs.filter { $0.range.upperBound > mark.upperBound }.map { run in
            StyledRun(max(run.range.lowerBound, mark.upperBound)..<run.range.upperBound, run.style)
        }
        return before + [StyledRun(mark, settings.selectionStyle)] + after
    }

    private static func concealed(_ edit: EditText) -> EditText {
        let dot = "•"
        return EditText(
            String(repeating: dot, count: edit.text.count), cursor: edit.before.count * dot.utf8.count)
    }
}
