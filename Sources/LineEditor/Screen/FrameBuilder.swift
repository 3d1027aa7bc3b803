import TMSBase

/// Lays text out into the rows of a frame.
struct FrameBuilder {
    private let columns: Int
    private let colors: Bool
    private var rows: [Row] = []
    private var row = Row()
    private var style = Style.plain
    private var cursor = (row: 0, column: 0)
    private var cursorIsPending = false
    /// Where the characters stand, while that is asked for.
    private var places: [Place]?
    private var placeIsPending: Int?

    /// The cell of a character of a text.
    struct Place {
        /// In UTF-8.
        var offset: Int
        var row: Int
        var column: Int
    }

    init(columns: Int, colors: Bool) {
        self.columns = max(1, columns)
        self.colors = colors
    }

    mutating func append(_ prompt: Prompt) {
        for span in prompt.spans { append(span.text, span.style) }
    }

    mutating func append(_ text: String, _ style: Style = .plain) {
        append(text, runs: [StyledRun(0..<text.utf8.count, style)], cursor: nil, continuation: nil)
    }

    /// Adds as much of a text as fits into the row, with a sign where it is cut.
    mutating func append(fitting text: String, _ style: Style) {
        let room = columns - row.width - 1
        if room > 1 { append(DisplayWidth.truncate(text, to: room), style) }
    }

    /// Adds text whose parts are coloured by `runs`; marks the cursor at a UTF-8 offset; starts each further line with
    /// the continuation prompt.
    mutating func append(_ text: String, runs: [StyledRun], cursor offset: Int?, continuation: Prompt?) {
        var text = text
        let wideParts = text.withUTF8 { !$0.allSatisfy { $0 < 0x80 } }
        var runIndex = 0
        var position = text.startIndex
        var byteOffset = 0
        let utf8 = text.utf8
        while position < text.endIndex {
            if byteOffset == offset { markCursor() }
            if places != nil, offset != nil { placeIsPending = byteOffset }
            while runIndex < runs.count, runs[runIndex].range.upperBound <= byteOffset { runIndex += 1 }
            let isStyled = runIndex < runs.count && runs[runIndex].range.lowerBound <= byteOffset
            let look = isStyled ? runs[runIndex].style : .plain
            let byte = utf8[position]
            let next = utf8.index(after: position)
            if byte < 0x80 && (!wideParts || next == text.endIndex || utf8[next] < 0x80) {
                appendASCII(byte, look, continuation)
                position = next
                byteOffset += 1
            } else {
                let character = text[position]
                append(character, look, continuation)
                position = text.index(after: position)
                // A cursor inside a cluster, which only libedit's own commands can leave there, is drawn before it.
                let length = character.utf8.count
                if let offset, byteOffset < offset, offset < byteOffset + length { markCursorBeforeLast(character) }
                byteOffset += length
            }
        }
        if let offset, offset >= byteOffset { markCursor() }
    }

    /// The cursor stands where the next cell will be.
    mutating func markCursor() {
        cursorIsPending = true
    }

    mutating func breakLine() {
        settleCursor(column: min(row.width, columns - 1))
        endRow(wraps: false)
    }

    consuming func finish() -> Frame {
        if cursorIsPending {
            // A full last row: the cursor needs the next one.
            if row.width >= columns { endRow(wraps: true) }
            settleCursor(column: row.width)
        }
        endRow(wraps: false)
        return Frame(rows: rows, cursorRow: cursor.row, cursorColumn: cursor.column)
    }

    /// Where the characters of a text stand, its end last, in the order of the text.
    consuming func places(of text: String, continuation: Prompt) -> [Place] {
        places = []
        append(text, runs: [], cursor: text.utf8.count, continuation: continuation)
        if row.width >= columns { endRow(wraps: true) }
        return (places ?? []) + [Place(offset: text.utf8.count, row: rows.count, column: row.width)]
    }

    private mutating func appendASCII(_ byte: UInt8, _ look: Style, _ continuation: Prompt?) {
        switch byte {
        case 0x20..<0x7F:
            startCell(width: 1, look)
            row.bytes.append(byte)
            endCell(width: 1)
        case 0x0A:
            breakLine()
            if let continuation { append(continuation) }
        case 0x09:
            for _ in 0..<4 { appendASCII(0x20, look, nil) }
        default:
            appendASCII(UInt8(ascii: "^"), look, nil)
            appendASCII(byte ^ 0x40, look, nil)
        }
    }

    private mutating func append(_ character: Character, _ look: Style, _ continuation: Prompt?) {
        guard let first = character.unicodeScalars.first else { return }
        if first.value < 0x20 || (0x7F..<0xA0).contains(first.value) {
            return appendASCII(
                UInt8(exactly: first.value).flatMap { $0 < 0x80 ? $0 : nil } ?? UInt8(ascii: "?"), look, continuation)
        }
        let width = min(DisplayWidth.of(character), columns)
        let scalars = character.unicodeScalars
        let widths = scalars.count == 1 ? [width] : scalars.map { DisplayWidth.of($0) }.filter { $0 > 0 }
        if width == 0 {
            row.bytes.append(contentsOf: character.utf8)
        } else if widths == [width] {
            startCell(width: width, look)
            row.bytes.append(contentsOf: character.utf8)
            endCell(width: width)
        } else {
            appendDisputed(character, width: width, widthByScalars: widths.reduce(0, +), look)
        }
    }

    /// Terminals disagree about the width of joined emoji. Clearing the cells first and naming the column afterwards
    /// makes the rest of the row independent of that; keeping off the margin makes the next row so.
    private mutating func appendDisputed(_ character: Character, width: Int, widthByScalars: Int, _ look: Style) {
        if row.width > 0 && row.width + max(width, widthByScalars) >= columns { endRow(wraps: false) }
        startCell(width: width, look)
        let start = row.width
        row.bytes.append(contentsOf: "\(String(repeating: " ", count: width))\u{1B}[\(start + 1)G\(character)".utf8)
        row.bytes.append(contentsOf: "\u{1B}[\(start + width + 1)G".utf8)
        endCell(width: width)
    }

    private mutating func startCell(width: Int, _ look: Style) {
        if row.width + width > columns { endRow(wraps: true) }
        settleCursor(column: row.width)
        if colors && look != style {
            if style != .plain { row.bytes.append(contentsOf: Style.reset.utf8) }
            row.bytes.append(contentsOf: look.sequence.utf8)
            style = look
        }
    }

    private mutating func endCell(width: Int) {
        if row.width == 0 { row.headLength = row.bytes.count }
        row.width += width
    }

    private mutating func endRow(wraps: Bool) {
        if style != .plain { row.bytes.append(contentsOf: Style.reset.utf8) }
        style = .plain
        row.wraps = wraps
        rows.append(row)
        row = Row()
    }

    private mutating func settleCursor(column: Int) {
        if let offset = placeIsPending {
            places?.append(Place(offset: offset, row: rows.count, column: column))
            placeIsPending = nil
        }
        guard cursorIsPending else { return }
        cursor = (rows.count, column)
        cursorIsPending = false
    }

    private mutating func markCursorBeforeLast(_ character: Character) {
        cursor = (rows.count, max(0, row.width - DisplayWidth.of(character)))
        cursorIsPending = false
    }
}
