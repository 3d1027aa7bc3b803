/// One terminal row of a frame, ready to be written from its first cell.
struct Row: Equatable {
    /// UTF-8 with its escape sequences; begins and ends in the plain look.
    var bytes: [UInt8] = []
    /// How many cells it fills.
    var width = 0
    /// Whether the text goes on in the next row, so that the terminal has to wrap it by itself: copying and the
    /// terminal's own reflow then see one line.
    var wraps = false
    /// The part of `bytes` that draws the first cell.
    var headLength = 0
}

/// What the editor shows: rows, and the cell of the cursor in them.
struct Frame: Equatable {
    var rows: [Row]
    var cursorRow: Int
    var cursorColumn: Int
}
