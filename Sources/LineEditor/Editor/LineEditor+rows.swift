/// Moves between the rows of the screen inside of a statement, and what a closing brace does to its row.
extension LineEditor {
    /// Moves to the row above or below on the screen; `nil` where the text has none there.
    func moveByRow(_ step: Int) -> HeadlessLibEdit.Reply? {
        var text = libedit.state
        let places = places(of: text)
        guard let here = places.last(where: { $0.offset <= text.cursor }) else { return nil }
        let column = line.vertical.flatMap { $0.state == text ? $0.column : nil } ?? here.column
        let row = places.filter { $0.row == here.row + step }
        guard let target = row.last(where: { $0.column <= column }) ?? row.first else { return nil }
        text.cursor = target.offset
        libedit.write(text)
        line.vertical = (libedit.state, column)
        return .changed
    }

    private func places(of text: EditText) -> [FrameBuilder.Place] {
        var builder = FrameBuilder(columns: size.columns, colors: false)
        builder.append(line.prompt)
        return builder.places(of: text.text, continuation: line.continuation)
    }

    /// A brace that is the first of its row stands under the line that its block began with.
    func closeBrace() -> HeadlessLibEdit.Reply {
        edit { text in
            let start = text.lineStart
            let blanks = text.cursor - start
            let closed = String(decoding: text.text.utf8.prefix(start), as: UTF8.self) + "}"
            var indent = blanks
            if start > 0, text.before.utf8.suffix(blanks).allSatisfy({ $0 == 0x20 }) {
                switch validator.validate(closed) {
                case .complete: indent = 0
                case .incomplete(let depth): indent = min(blanks, depth)
                }
            }
            text.replace(start + indent..<text.cursor, with: "}")
        }
    }
}
