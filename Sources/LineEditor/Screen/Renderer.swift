/// Knows which rows are on the screen and writes what turns them into the rows of a new frame.
///
/// All moves are relative to the cursor, so that a screen that scrolls under the frame does no harm.
struct Renderer {
    /// The rows on the screen, of a frame taller than the screen only those in sight.
    private var shown: [Row] = []
    /// The row of the terminal's cursor, counted from the first shown one.
    private var cursorRow = 0
    private var cursorColumn = 0
    /// The first row in sight of a frame taller than the screen.
    private(set) var top = 0

    /// The bytes that show `frame`; none when it is shown already.
    mutating func render(_ frame: Frame, columns: Int, lines: Int) -> [UInt8] {
        let new = window(of: frame, lines: max(1, lines))
        let target = (row: frame.cursorRow - top, column: frame.cursorColumn)
        if new == shown && target == (cursorRow, cursorColumn) { return [] }
        var out = Writer(row: cursorRow, columns: columns)
        out.write("\u{1B}[?2026h")
        if shown.isEmpty { out.clearBelow() }
        draw(new, with: &out)
        if shown.count > new.count {
            out.move(to: new.count)
            out.clearBelow()
        }
        out.move(to: target.row)
        out.write("\u{1B}[\(target.column + 1)G\u{1B}[?2026l")
        shown = new
        (cursorRow, cursorColumn) = target
        return out.bytes
    }

    /// The bytes that take the frame off the screen and put the cursor where it began.
    mutating func erase() -> [UInt8] {
        var out = Writer(row: cursorRow, columns: 0)
        out.move(to: 0)
        out.clearBelow()
        forget()
        return out.bytes
    }

    /// After the terminal's width changed: the terminal has re-wrapped the rows, so the cursor is where `frame`, laid
    /// out for the new width, has it.
    mutating func eraseAfterResize(to frame: Frame, lines: Int) -> [UInt8] {
        cursorRow = top == 0 ? min(frame.cursorRow, max(0, lines - 1)) : max(0, lines - 1)
        return erase()
    }

    /// Nothing is on the screen; the cursor stands where the next frame begins.
    mutating func forget() {
        shown = []
        (cursorRow, cursorColumn, top) = (0, 0, 0)
    }

    /// Leaves the frame as it is, the cursor on a fresh line below it.
    mutating func leave() -> [UInt8] {
        var out = Writer(row: cursorRow, columns: 0)
        out.move(to: max(0, shown.count - 1))
        out.write("\r\n")
        forget()
        return out.bytes
    }

    private mutating func window(of frame: Frame, lines: Int) -> [Row] {
        top = max(0, min(top, frame.rows.count - lines))
        if frame.cursorRow < top { top = frame.cursorRow }
        if frame.cursorRow >= top + lines { top = frame.cursorRow - lines + 1 }
        return Array(frame.rows.dropFirst(top).prefix(lines))
    }

    private func draw(_ new: [Row], with out: inout Writer) {
        var isDirty = new.indices.map { $0 >= shown.count || shown[$0] != new[$0] }
        // A row that is new on the screen is reached by wrapping out of the one before it.
        for index in new.indices.dropFirst() where index >= shown.count && new[index - 1].wraps {
            isDirty[index - 1] = true
        }
        for (index, row) in new.enumerated() {
            let follows = index > 0 && new[index - 1].wraps && out.endOfRow == index - 1
            if isDirty[index] {
                out.start(index, follows: follows, exists: index < shown.count)
                out.write(row, at: index, follows: follows)
            } else if follows {
                // Writing the first cell again makes the terminal remember that the row above wrapped.
                out.writeHead(of: row, at: index)
            }
        }
    }
}

/// Bytes for the terminal, and the row they leave its cursor in.
private struct Writer {
    private(set) var bytes: [UInt8] = []
    /// The row the cursor is in, at its end after all of its cells were written; `nil` anywhere else.
    private(set) var endOfRow: Int?
    private var row: Int
    private let columns: Int

    init(row: Int, columns: Int) {
        self.row = row
        self.columns = columns
        bytes.reserveCapacity(512)
    }

    mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Clears from the row's first cell on. Cleared from the first cell of the screen, tmux would keep what stood there as
    /// lines that have scrolled out, and bring them back when the window is resized.
    mutating func clearBelow() {
        write("\r\u{1B}[K\u{1B}[C\u{1B}[J\r")
    }

    mutating func move(to target: Int) {
        if target < row { write("\u{1B}[\(row - target)A") }
        if target > row { write("\u{1B}[\(target - row)B") }
        row = target
        endOfRow = nil
    }

    /// Goes to the first cell of a row, scrolling the screen if there is none yet.
    mutating func start(_ target: Int, follows: Bool, exists: Bool) {
        if follows { return }
        if exists || target == 0 {
            move(to: target)
            write("\r")
        } else {
            move(to: target - 1)
            write("\r\n")
            row = target
        }
    }

    mutating func write(_ content: Row, at index: Int, follows: Bool) {
        if content.bytes.isEmpty && follows { write(" \r") }
        bytes.append(contentsOf: content.bytes)
        // In a full row the cursor still stands on the last cell, which would be erased.
        if content.width < columns { write("\u{1B}[K") }
        row = index
        endOfRow = index
    }

    mutating func writeHead(of content: Row, at index: Int) {
        if content.bytes.isEmpty {
            write(" \r")
        } else {
            let head = content.bytes.prefix(content.headLength)
            bytes.append(contentsOf: head)
            if head.contains(0x1B) { write(Style.reset) }
        }
        row = index
        endOfRow = nil
    }
}
