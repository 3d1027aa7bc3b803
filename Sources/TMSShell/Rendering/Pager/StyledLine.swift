import TMSBase

/// A line of a terminal as its cells, so that a part of it can be shown. Links are left out.
struct StyledLine {
    private struct Cell {
        let character: Character
        let width: Int
        /// The sequence of its colours and weights; empty for the terminal's own look.
        let style: String
    }

    private let cells: [Cell]
    /// Without styles.
    let text: String
    let width: Int

    init(_ line: some StringProtocol) {
        var cells: [Cell] = []
        var style = ""
        var rest = Substring(line)
        while let character = rest.first {
            if character == "\u{1B}" {
                let sequence = Self.sequence(rest)
                if sequence.hasPrefix("\u{1B}[") { style = sequence == "\u{1B}[0m" ? "" : style + sequence }
                rest = rest.dropFirst(sequence.count)
            } else {
                cells.append(Cell(character: character, width: DisplayWidth.of(character), style: style))
                rest = rest.dropFirst()
            }
        }
        self.cells = cells
        text = String(cells.map(\.character))
        width = cells.reduce(0) { $0 + $1.width }
    }

    /// So many cells from a place on; a wide character that would be cut is a blank.
    func part(from start: Int, width: Int, isMarked: Bool = false) -> String {
        var text = ""
        var style = ""
        var place = 0
        for cell in cells {
            defer { place += cell.width }
            guard place + cell.width > start, place < start + width else { continue }
            let wanted = isMarked ? "\u{1B}[7m" : cell.style
            if wanted != style {
                text += style.isEmpty ? wanted : "\u{1B}[0m" + wanted
                style = wanted
            }
            let isWhole = place >= start && place + cell.width <= start + width
            text += isWhole ? String(cell.character) : " "
        }
        return style.isEmpty ? text : text + "\u{1B}[0m"
    }

    /// An escape sequence from its first byte to its end.
    private static func sequence(_ text: Substring) -> String {
        let body = text.dropFirst()
        if body.first == "]", let end = body.firstRange(of: "\u{1B}\\") { return String(text[..<end.upperBound]) }
        guard body.first == "[", let end = body.dropFirst().firstIndex(where: { $0.isLetter }) else {
            return String(text.prefix(1))
        }
        return String(text[...end])
    }
}
