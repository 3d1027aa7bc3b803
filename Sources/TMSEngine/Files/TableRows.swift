import TMSCommands
import TMSRuntime
import TMSSyntax

/// The rows of a table, a block at a time; every cell is text, and the header names the fields.
///
/// A row keeps its cells as the bytes that were read; what nobody asks for never becomes text. The cells that a row
/// lacks at its end are empty; a row with more cells than the header cannot be read, and is told of among the others.
final class TableRows: FileRowSource {
    private static let block = 1 << 16
    /// A record has no more bytes, so that a quote that never closes does not fill the memory.
    static let longestRecord = 64 << 20

    private let source: TextSource
    private let dialect: TableDialect
    private let message: FileMessage
    private let reading: CellReading
    private let delimiter: UInt8
    private let longestRecord: Int
    private var scanner: TableScanner
    private var shape: Shape?
    /// The beginning of a record whose end has not been read.
    private var rest: ArraySlice<UInt8> = []
    private var isFirstBlock = true
    private var isDone = false
    /// How many cells the last block had, with some to spare.
    private var cellsInBlock = 0
    /// Rows that the block at hand holds and that cannot be read.
    private var failed: [Failure] = []
    private var shortRows = LineCount()
    /// What is to be said of the file, once.
    private(set) var notes: [Diagnostic] = []

    init(
        _ source: TextSource, _ dialect: TableDialect, reading: CellReading = CellReading(),
        longestRecord: Int = TableRows.longestRecord, _ message: FileMessage
    ) {
        self.source = source
        self.dialect = dialect
        self.message = message
        self.reading = reading
        self.longestRecord = longestRecord
        delimiter = dialect.separator
        scanner = TableScanner(delimiter: delimiter, line: dialect.line)
        notes = message.forms(of: source, dialect)
    }

    /// The rows of the next block that has any.
    func nextRows() throws(Failure) -> RowChunk {
        var rows: [Value] = []
        while rows.isEmpty, failed.isEmpty, !isDone { rows = try block() }
        if isDone, shortRows.count > 0 { notes.append(message.shortRows(shortRows)) }
        defer {
            failed = []
            notes = []
        }
        return RowChunk(rows: rows, isLast: isDone, failed: failed, notes: notes)
    }

    /// The whole records of the next block.
    private func block() throws(Failure) -> [Value] {
        var bytes = source.head
        if !isFirstBlock {
            do throws(TextBlocks.Problem) {
                // Doubling keeps a huge quoted cell from being looked through again and again.
                bytes = try source.blocks.read(max(Self.block, rest.count), after: rest)
            } catch {
                throw message.unreadable(error)
            }
        }
        let begin = isFirstBlock ? dialect.start : 0
        isFirstBlock = false
        rest = []
        isDone = source.blocks.isAtEnd
        var lines = RowLines()
        var cells: [CellBounds] = []
        cells.reserveCapacity(cellsInBlock)
        let end = try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) -> Int in
            try scan(buffer, from: begin, into: &cells, &lines)
        }
        rest = bytes[end...]
        cellsInBlock = cells.count + cells.count / 8
        guard let shape, !cells.isEmpty else { return [] }
        let columns = shape.keys.count
        let block = CellBlock(
            bytes: bytes, cells: cells, columns: columns, delimiter: delimiter,
            place: TablePlace(header: shape, lines: lines), reading: reading)
        return (0..<cells.count / columns).map { .record(Record(shape: shape, block: block, row: $0)) }
    }

    /// Gathers the cells of the whole records.
    ///
    /// - Returns: where the first record begins that is not whole.
    private func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, into cells: inout [CellBounds], _ lines: inout RowLines
    ) throws(Failure) -> Int {
        let firstLine = scanner.line
        var at = begin
        scanning: while at < bytes.count {
            let line = scanner.line
            let before = cells.count
            switch scanner.record(bytes, from: at, isLast: isDone, into: &cells) {
            case .openQuote(let line): throw message.openQuote(line: line)
            case .textAfterQuote(let line): throw message.textAfterQuote(line: line)
            case .needsMore:
                guard bytes.count - at <= longestRecord else { throw message.endlessRecord(line: line) }
                cells.removeLast(cells.count - before)
                break scanning
            case .record(let next):
                let count = cells.count - before
                if count == 1, BlankLine.isBlank(bytes, from: at, to: next, separator: delimiter) {
                    cells.removeLast()
                } else if let shape {
                    if count == shape.keys.count {
                        lines.append(line)
                    } else if count < shape.keys.count {
                        // Bounds of nothing: the row is not in its file as it would be written.
                        let missing = CellBounds(start: 0, end: 0, hasDoubled: false)
                        cells += repeatElement(missing, count: shape.keys.count - count)
                        lines.append(line)
                        shortRows.add(line)
                    } else if cells[(before + shape.keys.count)...].allSatisfy({ $0.start == $0.end }) {
                        // Separators too many at its end: nothing is lost without them.
                        cells.removeLast(count - shape.keys.count)
                        lines.append(line)
                    } else {
                        try setAside(bytes, from: at, to: next, cells[before...], shape, line: line)
                        cells.removeLast(count)
                    }
                } else {
                    try refuseOtherThanText(bytes, from: at, to: next, line: line)
                    shape = header(bytes, cells)
                    cells.removeAll(keepingCapacity: true)
                }
                at = next
            }
        }
        try refuseOtherThanText(bytes, from: begin, to: at, line: firstLine)
        return at
    }

    /// A row with more cells than the header. Where that has one column, the separator was not found, and nothing can be
    /// read.
    private func setAside(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to next: Int, _ cells: ArraySlice<CellBounds>,
        _ shape: Shape, line: Int
    ) throws(Failure) {
        try refuseOtherThanText(bytes, from: start, to: next, line: line)
        let columns = shape.keys.count
        guard columns > 1 else { throw message.noColumns(line: line, cells: cells.count) }
        // Of the row alone, so that it does not keep the whole block.
        let own = cells.map { cell in
            CellBounds(start: Int(cell.start) - start, end: Int(cell.end) - start, hasDoubled: cell.hasDoubled)
        }
        let row = Array(bytes[start..<next])
        let surplus = CellBlock(
            bytes: row, cells: Array(own[columns...]), columns: own.count - columns, delimiter: delimiter)
        let block = CellBlock(
            bytes: row, cells: Array(own[..<columns]), columns: columns, delimiter: delimiter,
            place: TablePlace(header: shape, lines: RowLines([line])), reading: reading)
        var failure = message.longRow(
            cells: cells.count, columns: columns, dialect,
            surplus: (0..<surplus.columns).map { surplus.text(row: 0, column: $0) })
        failure.row = .record(Record(shape: shape, block: block, row: 0))
        failed.append(failure)
    }

    private func refuseOtherThanText(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, line: Int
    ) throws(Failure) {
        guard let fault = UTF8Text.firstFault(in: bytes, from: start, to: end) else { return }
        let place = line + bytes[start..<fault].count { $0 == UInt8(ascii: "\n") }
        throw message.notUTF8(
            line: place, EncodingGuess(UnsafeBufferPointer(rebasing: bytes[start...]), at: fault - start))
    }

    private func header(_ bytes: UnsafeBufferPointer<UInt8>, _ cells: [CellBounds]) -> Shape {
        let row = CellBlock(bytes: Array(bytes), cells: cells, columns: cells.count, delimiter: delimiter)
        let columns = ColumnName(header: cells.indices.map { row.text(row: 0, column: $0) })
        if !columns.doubled.isEmpty { notes.append(message.doubled(columns.doubled)) }
        return Shape(
            keys: columns.names, kind: RecordKind.ofFile(columns.names), file: DataFile(name: message.path))
    }
}

/// Lines that have something in common: how many, and the first of them.
struct LineCount {
    private(set) var count = 0
    private(set) var first: [Int] = []

    mutating func add(_ line: Int) {
        count += 1
        if first.count < 5 { first.append(line) }
    }

    /// `line 3`, `lines 3, 7, 9, …`.
    var phrase: String {
        let list = first.map(String.init).joined(separator: ", ")
        return count == 1 ? "line \(list)" : "lines \(list)\(count > first.count ? ", …" : "")"
    }
}
