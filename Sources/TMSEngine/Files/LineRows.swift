import TMSCommands
import TMSRuntime
import TMSSyntax

/// The lines of a text, one a row, in a column `text`.
final class LineRows: FileRowSource {
    private static let block = 1 << 16
    static let column = "text"

    private let source: TextSource
    private let message: FileMessage
    private let shape: Shape
    private let start: Int
    private var isFirstBlock = true
    private var rest: ArraySlice<UInt8> = []
    private var line = 1
    private var notes: [Diagnostic]

    /// - Parameter isSaid: the script asks for lines, so that no note is due.
    init(_ source: TextSource, start: Int, isSaid: Bool, _ message: FileMessage) {
        self.source = source
        self.message = message
        self.start = start
        shape = Shape(keys: [Self.column], file: DataFile(name: message.path))
        notes = message.formsOfLines(source, isSaid: isSaid)
    }

    func nextRows() throws(Failure) -> RowChunk {
        var bytes = source.head
        if !isFirstBlock {
            do throws(TextBlocks.Problem) {
                bytes = try source.blocks.read(max(Self.block, rest.count), after: rest)
            } catch {
                throw message.unreadable(error)
            }
        }
        let isLast = source.blocks.isAtEnd
        var at = isFirstBlock ? start : 0
        isFirstBlock = false
        var cells: [CellBounds] = []
        var lines = RowLines()
        for place in bytes.indices.dropFirst(at) where bytes[place] == UInt8(ascii: "\n") {
            cells.append(cell(bytes, at, place))
            lines.append(line)
            line += 1
            at = place + 1
        }
        if isLast, at < bytes.count {
            cells.append(cell(bytes, at, bytes.count))
            lines.append(line)
            at = bytes.count
        }
        guard bytes.count - at <= TableRows.longestRecord else { throw message.endlessRecord(line: line) }
        let first = lines[0]
        try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) in
            guard let fault = UTF8Text.firstFault(in: buffer, from: 0, to: at) else { return }
            let place = first + buffer[..<fault].count { $0 == UInt8(ascii: "\n") }
            throw message.notUTF8(line: place, EncodingGuess(buffer, at: fault))
        }
        rest = bytes[at...]
        let block = CellBlock(
            bytes: bytes, cells: cells, columns: 1, delimiter: 0, place: TablePlace(header: shape, lines: lines))
        defer { notes = [] }
        return RowChunk(
            rows: cells.indices.map { .record(Record(shape: shape, block: block, row: $0)) }, isLast: isLast,
            notes: notes)
    }

    private func cell(_ bytes: [UInt8], _ start: Int, _ end: Int) -> CellBounds {
        let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
        return CellBounds(start: start, end: hasReturn ? end - 1 : end, hasDoubled: false)
    }
}
