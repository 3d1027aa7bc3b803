import TMSBase

/// A terminal in memory: what the bytes of a program would show.
public struct TerminalEmulator: Sendable {
    /// How a terminal measures joined emoji: each scalar for itself, or the whole cluster.
    public enum Widths: Sendable { case byScalar, byCluster }

    private struct Cell {
        var text = " "
        /// The right half of a wide character.
        var isRightHalf = false
    }

    public private(set) var columns: Int
    public private(set) var lines: Int
    public private(set) var row = 0
    public private(set) var column = 0
    private let widths: Widths
    private var cells: [[Cell]]
    private var wrapIsPending = false
    private var waiting: [UInt8] = []
    /// How many rows have scrolled out at the top.
    public private(set) var scrolled = 0

    public init(columns: Int, lines: Int, widths: Widths = .byScalar, row: Int = 0) {
        self.columns = columns
        self.lines = lines
        self.widths = widths
        self.row = row
        cells = Array(repeating: Array(repeating: Cell(), count: columns), count: lines)
    }

    /// The screen without blanks at the ends of rows and without empty rows at the end.
    public var screen: [String] {
        var rows = (0..<lines).map(text)
        while rows.last == "" { rows.removeLast() }
        return rows
    }

    public func text(row: Int) -> String {
        let text = cells[row].filter { !$0.isRightHalf }.map(\.text).joined()
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    public mutating func resize(columns: Int, lines: Int) {
        self = TerminalEmulator(columns: columns, lines: lines, widths: widths)
    }

    public mutating func feed(_ bytes: [UInt8]) {
        waiting += bytes
        var index = 0
        while index < waiting.count, let length = consume(from: index) { index += length }
        waiting.removeFirst(index)
    }

    /// Takes one character or sequence and returns its length, or `nil` when it is not complete.
    private mutating func consume(from start: Int) -> Int? {
        let byte = waiting[start]
        switch byte {
        case 0x1B:
            guard start + 1 < waiting.count else { return nil }
            if let string = length(ofStringAt: start) { return string }
            guard waiting[start + 1] == 0x5B else { return waiting[start + 1] == 0x5D ? nil : 2 }
            guard let end = waiting[(start + 2)...].firstIndex(where: { (0x40...0x7E).contains($0) }) else {
                return nil
            }
            control(
                String(decoding: waiting[(start + 2)..<end], as: UTF8.self), Character(Unicode.Scalar(waiting[end])))
            return end - start + 1
        case 0x0D:
            column = 0
            wrapIsPending = false
        case 0x0A: lineFeed()
        case 0x08, 0x07: break
        case 0x20..<0x7F: put(Unicode.Scalar(byte))
        default:
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard start + length <= waiting.count else { return nil }
            put(String(decoding: waiting[start..<start + length], as: UTF8.self).unicodeScalars.first!)
            return length
        }
        return 1
    }

    /// Of an operating system command, `ESC ] … BEL` or `ESC ] … ESC \\`, which shows nothing.
    private func length(ofStringAt start: Int) -> Int? {
        guard waiting[start + 1] == 0x5D else { return nil }
        for index in waiting.indices.dropFirst(start + 2) {
            if waiting[index] == 0x07 { return index - start + 1 }
            if waiting[index] == 0x5C, waiting[index - 1] == 0x1B { return index - start + 1 }
        }
        return nil
    }

    private mutating func control(_ parameters: String, _ final: Character) {
        let number = Int(parameters.split(separator: ";").first ?? "")
        switch final {
        case "A": row = max(0, row - max(1, number ?? 1))
        case "B": row = min(lines - 1, row + max(1, number ?? 1))
        case "C": column = min(columns - 1, column + max(1, number ?? 1))
        case "G": column = min(columns, max(1, number ?? 1)) - 1
        case "H": (row, column) = (0, 0)
        case "J":
            if number == 2 {
                clear(rows: 0..<lines)
            } else {
                clear(row: row, from: column)
                if row + 1 < lines { clear(rows: row + 1..<lines) }
            }
            return
        case "K":
            clear(row: row, from: column)
            return
        // A style, a mode, the shape of the cursor; what is none of these is shown so that a test sees it.
        case "m", "h", "l", "q", "c", "n": return
        default:
            for scalar in "CSI \(parameters)\(final)".unicodeScalars { put(scalar) }
        }
        wrapIsPending = false
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        if join(scalar) { return }
        let width = DisplayWidth.of(scalar)
        if width == 0 { return }
        if wrapIsPending || column + width > columns {
            column = 0
            lineFeed()
        }
        place(String(scalar), width: width, at: column)
        advance(to: column + width)
    }

    /// Adds a scalar to the cell before the cursor, if it belongs there.
    private mutating func join(_ scalar: Unicode.Scalar) -> Bool {
        var last = wrapIsPending ? column : column - 1
        guard last >= 0 else { return false }
        if cells[row][last].isRightHalf { last -= 1 }
        let joined = cells[row][last].text + String(scalar)
        guard DisplayWidth.of(scalar) == 0 || (widths == .byCluster && joined.count == 1) else { return false }
        guard widths == .byCluster, joined.count == 1, !wrapIsPending else {
            cells[row][last].text = joined
            return true
        }
        let width = DisplayWidth.of(Character(joined))
        place(joined, width: width, at: last)
        advance(to: max(column, last + width))
        return true
    }

    private mutating func place(_ text: String, width: Int, at column: Int) {
        for index in column..<min(columns, column + width) where cells[row][index].isRightHalf && index == column {
            cells[row][index - 1].text = " "
        }
        let end = column + width
        if end < columns && cells[row][end].isRightHalf { cells[row][end] = Cell() }
        cells[row][column] = Cell(text: text)
        if width == 2 && column + 1 < columns { cells[row][column + 1] = Cell(text: "", isRightHalf: true) }
    }

    private mutating func advance(to next: Int) {
        wrapIsPending = next >= columns
        column = min(next, columns - 1)
    }

    private mutating func lineFeed() {
        wrapIsPending = false
        if row < lines - 1 {
            row += 1
            return
        }
        cells.removeFirst()
        cells.append(Array(repeating: Cell(), count: columns))
        scrolled += 1
    }

    private mutating func clear(rows: Range<Int>) {
        for row in rows { clear(row: row, from: 0) }
    }

    private mutating func clear(row: Int, from column: Int) {
        if cells[row][column].isRightHalf { cells[row][column - 1] = Cell() }
        for index in column..<columns { cells[row][index] = Cell() }
    }
}
