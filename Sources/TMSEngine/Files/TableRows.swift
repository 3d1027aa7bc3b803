import Glibc
import TMSCommands
import TMSRuntime
import TMSSyntax

/// The rows of a CSV or TSV file, some hundred at a time; every cell is text, and the header names the fields.
final class TableRows: RowSource {
    private static let block = 1 << 18
    private static let rowsAtATime = 1_000

    private let file: FileBlocks
    private let message: FileMessage
    private var records: CSVRecords
    private var buffer: [UInt8] = []
    private var position = 0
    private var shape: Shape?
    private var above = CellsAbove()
    /// Pads short records instead of refusing them.
    private let padsShort: Bool

    init(_ file: FileBlocks, delimiter: UInt8, padsShort: Bool = false, _ message: FileMessage) {
        self.file = file
        self.message = message
        self.padsShort = padsShort
        records = CSVRecords(delimiter: delimiter)
    }

    /// The names of the columns; none for an empty file.
    func header() throws(Failure) -> [String] {
        if let shape { return shape.keys }
        while shape == nil {
            var cells: [Value] = []
            guard try readRecord(&cells) else { break }
            if isBlankLine(cells) { continue }
            shape = Shape(keys: try names(cells))
        }
        return shape?.keys ?? []
    }

    func next() async throws(Failure) -> RowChunk { try nextRows() }

    func nextRows() throws(Failure) -> RowChunk {
        _ = try header()
        guard let shape else { return RowChunk(rows: [], isLast: true) }
        let columns = shape.keys.count
        var rows: [Value] = []
        rows.reserveCapacity(Self.rowsAtATime)
        var cells: [Value] = []
        while rows.count < Self.rowsAtATime {
            cells.removeAll(keepingCapacity: true)
            cells.reserveCapacity(columns)
            let line = records.line
            guard try readRecord(&cells) else { return RowChunk(rows: rows, isLast: true) }
            if cells.count != columns {
                if isBlankLine(cells) { continue }
                guard padsShort, cells.count < columns else {
                    throw message.ragged(line: line, cells: cells.count, columns: columns)
                }
                while cells.count < columns { cells.append(Self.emptyCell) }
            } else if columns == 1, wasBlank {
                continue
            }
            rows.append(.record(Record(shape: shape, values: cells)))
        }
        return RowChunk(rows: rows, isLast: false)
    }

    private static let emptyCell = Value.text(Text(""))
    /// Whether the last record was a line without any character.
    private var wasBlank = false

    private func isBlankLine(_ cells: [Value]) -> Bool { cells.count == 1 && wasBlank }

    /// False at the end of the file.
    private func readRecord(_ cells: inout [Value]) throws(Failure) -> Bool {
        while true {
            if position >= buffer.count, file.isAtEnd { return false }
            let start = position
            let step = step(&cells)
            switch step {
            case .record(let next):
                // A record of no bytes but its newline; `""` is a cell that is there.
                wasBlank = buffer[start] == 10 || (buffer[start] == 13 && next - start <= 2)
                position = next
                return true
            case .needsMore:
                cells.removeAll(keepingCapacity: true)
                try readMore()
            case .openQuote(let line): throw message.openQuote(line: line)
            case .textAfterQuote(let line): throw message.textAfterQuote(line: line)
            case .notUTF8(let line): throw message.notUTF8(line: line)
            }
        }
    }

    private func step(_ cells: inout [Value]) -> CSVRecords.Step {
        guard position < buffer.count else { return .needsMore }
        let isLast = file.isAtEnd
        var column = 0
        return buffer.withUnsafeBufferPointer { bytes in
            records.read(bytes, from: position, isLast: isLast) { cell in
                guard let value = above.value(of: cell, in: column, bytes) else { return false }
                cells.append(value)
                column += 1
                return true
            }
        }
    }

    private func readMore() throws(Failure) {
        if position > 0 {
            buffer.removeFirst(position)
            position = 0
            above.forget()
        }
        let isFirst = buffer.isEmpty && shape == nil
        do {
            // Doubling keeps a huge quoted cell from being looked through again and again.
            try file.read(max(Self.block, buffer.count), into: &buffer)
        } catch {
            throw message.unreadable(error.code)
        }
        if isFirst, buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private func names(_ cells: [Value]) throws(Failure) -> [String] {
        var names: [String] = []
        for (place, cell) in cells.enumerated() {
            let name = cell.isEmpty ? "column \(place + 1)" : cell.plainText
            guard !names.contains(name) else { throw message.duplicateColumn(name) }
            names.append(name)
        }
        return names
    }
}

/// The last cell of each column. Tables repeat themselves downwards, and an equal cell shares its text with the one above.
private struct CellsAbove {
    private var cells: [(start: Int, count: Int, value: Value)] = []

    mutating func value(of cell: CSVRecords.Cell, in column: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
        let count = cell.end - cell.start
        let isKnown = column < cells.count
        if isKnown, !cell.hasDoubled, cells[column].count == count, let base = bytes.baseAddress,
            memcmp(base + cells[column].start, base + cell.start, count) == 0
        {
            return cells[column].value
        }
        guard let text = cell.text(in: bytes) else { return nil }
        let value = Value.text(Text(text))
        let entry = (start: cell.start, count: cell.hasDoubled ? -1 : count, value: value)
        if isKnown { cells[column] = entry } else { cells.append(entry) }
        return value
    }

    /// Forgets where the cells stood, for the bytes have moved.
    mutating func forget() { cells.removeAll(keepingCapacity: true) }
}
