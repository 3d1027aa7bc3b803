import TMSRuntime

/// The rows of a CSV or TSV file, a block at a time; every cell is text, and the header names the fields.
///
/// A row keeps its cells as the bytes that were read; what nobody asks for never becomes text.
final class TableRows: RowSource {
    private static let block = 1 << 16
    /// A record has no more bytes, so that a quote that never closes does not fill the memory.
    static let longestRecord = 64 << 20
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let file: FileBlocks
    private let message: FileMessage
    private let delimiter: UInt8
    private var scanner: TableScanner
    private var shape: Shape?
    /// The beginning of a record whose end has not been read.
    private var rest: ArraySlice<UInt8> = []
    private var isFirstBlock = true
    private var isDone = false
    private let longestRecord: Int
    /// How many cells the last block had, with some to spare.
    private var cellsInBlock = 0

    init(_ file: FileBlocks, delimiter: UInt8, longestRecord: Int = TableRows.longestRecord, _ message: FileMessage) {
        self.file = file
        self.message = message
        self.delimiter = delimiter
        self.longestRecord = longestRecord
        scanner = TableScanner(delimiter: delimiter)
    }

    func next() async throws(Failure) -> RowChunk { try nextRows() }

    /// The rows of the next block that has any.
    func nextRows() throws(Failure) -> RowChunk {
        var rows: [Value] = []
        while rows.isEmpty, !isDone { rows = try block() }
        return RowChunk(rows: rows, isLast: isDone)
    }

    /// The whole records of the next block.
    private func block() throws(Failure) -> [Value] {
        let bytes: [UInt8]
        do {
            // Doubling keeps a huge quoted cell from being looked through again and again.
            bytes = try file.read(max(Self.block, rest.count), after: rest)
        } catch {
            throw message.unreadable(error.code)
        }
        rest = []
        isDone = file.isAtEnd
        guard !isFirstBlock || bytes.count >= Self.mark.count || isDone else {
            rest = bytes[...]
            return []
        }
        let begin = isFirstBlock && bytes.starts(with: Self.mark) ? Self.mark.count : 0
        isFirstBlock = false
        var cells: [CellBounds] = []
        cells.reserveCapacity(cellsInBlock)
        let end = try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) -> Int in
            try scan(buffer, from: begin, into: &cells)
        }
        rest = bytes[end...]
        cellsInBlock = cells.count + cells.count / 8
        guard let shape, !cells.isEmpty else { return [] }
        let columns = shape.keys.count
        let block = CellBlock(bytes: bytes, cells: cells, columns: columns, delimiter: delimiter)
        return (0..<cells.count / columns).map { .record(Record(shape: shape, block: block, row: $0)) }
    }

    /// Gathers the cells of the whole records.
    ///
    /// - Returns: where the first record begins that is not whole.
    private func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, into cells: inout [CellBounds]
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
                if count == 1, isBlankLine(bytes, at, next) {
                    cells.removeLast()
                } else if let shape {
                    guard count == shape.keys.count else {
                        throw message.ragged(line: line, cells: count, columns: shape.keys.count)
                    }
                } else {
                    try refuseOtherThanText(bytes, from: at, to: next, line: line)
                    shape = Shape(
                        keys: try names(
                            CellBlock(
                                bytes: Array(bytes), cells: cells, columns: count, delimiter: delimiter)))
                    cells.removeAll(keepingCapacity: true)
                }
                at = next
            }
        }
        try refuseOtherThanText(bytes, from: begin, to: at, line: firstLine)
        return at
    }

    /// A record of no bytes but its newline; `""` is a cell that is there.
    private func isBlankLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ next: Int) -> Bool {
        if bytes[start] == UInt8(ascii: "\n") { return true }
        return bytes[start] == UInt8(ascii: "\r") && (next - start == 1 || bytes[start + 1] == UInt8(ascii: "\n"))
    }

    private func refuseOtherThanText(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, line: Int
    ) throws(Failure) {
        guard let fault = UTF8Text.firstFault(in: bytes, from: start, to: end) else { return }
        throw message.notUTF8(line: line + bytes[start..<fault].count { $0 == UInt8(ascii: "\n") })
    }

    private func names(_ header: CellBlock) throws(Failure) -> [String] {
        var names: [String] = []
        var known: Set<String> = []
        for column in 0..<header.columns {
            let text = header.text(row: 0, column: column)
            let name = text.isEmpty ? "column \(column + 1)" : text
            guard known.insert(name).inserted else { throw message.duplicateColumn(name) }
            names.append(name)
        }
        return names
    }
}
