import TMSCommands
import TMSRuntime

/// Rows as the text of a table: cells that would be misread stand in quotes, all others as they are.
public struct TableText: Sendable {
    public static let csv = TableText(delimiter: UInt8(ascii: ","))
    public static let tsv = TableText(delimiter: UInt8(ascii: "\t"))

    /// What stands between the cells.
    let delimiter: UInt8

    /// Adds the names of the columns. What might be taken for a mark of the file or for another separator stands in
    /// quotes, so that the header is read as it was written.
    public func append(header names: [String], to bytes: inout [UInt8]) {
        let begin = bytes.count
        for (place, name) in names.enumerated() {
            if place > 0 { bytes.append(delimiter) }
            let isMarked = place == 0 && name.unicodeScalars.first == "\u{FEFF}"
            append(name, to: &bytes, quotes: isMarked || name.utf8.contains { ";\t|,".utf8.contains($0) })
        }
        endRow(begin, to: &bytes)
    }

    /// Adds one record.
    public func append(_ cells: [String], to bytes: inout [UInt8]) {
        let begin = bytes.count
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(delimiter) }
            append(cell, to: &bytes)
        }
        endRow(begin, to: &bytes)
    }

    /// - Parameters:
    ///   - slots: the slot of the record that fills each column; -1 for an empty cell.
    ///   - padding: how many empty cells follow.
    func append(_ record: Record, _ slots: [Int], padding: Int, to bytes: inout [UInt8]) {
        let begin = bytes.count
        for place in slots.indices {
            if place > 0 { bytes.append(delimiter) }
            let slot = slots[place]
            if slot < 0 { continue }
            if let block = record.block {
                append(block, record.row, slot, to: &bytes)
            } else if case .text(let text) = record.value(at: slot) {
                append(text.string, to: &bytes)
            } else {
                append(record.value(at: slot).cellText, to: &bytes)
            }
        }
        if padding > 0 { bytes += repeatElement(delimiter, count: padding) }
        endRow(begin, to: &bytes)
    }

    private func endRow(_ begin: Int, to bytes: inout [UInt8]) {
        // A lone cell of nothing or of blanks would be a blank line, which is no row.
        if bytes[begin...].allSatisfy({ $0 == UInt8(ascii: " ") || ($0 == UInt8(ascii: "\t") && $0 != delimiter) }) {
            bytes.insert(quote, at: begin)
            bytes.append(quote)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Whether a row stands in its file as it would be written here.
    func isWritten(_ row: Int, of block: CellBlock) -> Bool {
        let place = block.bounds(ofRow: row)
        guard block.delimiter == delimiter, block.columns > 1, !place.isEmpty else { return false }
        let isPlain = block.withBytes(place) { text in
            var at = 0
            while at < text.count {
                let (word, width) = ByteMarks.word(of: text, at: at)
                if ByteMarks.equal(word, quotes) | ByteMarks.equal(word, returns) != 0 { return false }
                at += width
            }
            return true
        }
        return isPlain || (0..<block.columns).allSatisfy { isWritten(row, $0, of: block) }
    }

    /// Whether a cell stands in quotes just if it needs them.
    private func isWritten(_ row: Int, _ column: Int, of block: CellBlock) -> Bool {
        block.withCell(row: row, column: column) { needsQuotes($0) == block.isQuoted(row: row, column: column) }
    }

    private func append(_ block: CellBlock, _ row: Int, _ column: Int, to bytes: inout [UInt8]) {
        let hasDoubled = block.hasDoubled(row: row, column: column)
        block.withCell(row: row, column: column) { cell in
            guard hasDoubled else { return append(cell, to: &bytes) }
            bytes.append(quote)
            bytes.append(contentsOf: cell)
            bytes.append(quote)
        }
    }

    private func append(_ cell: String, to bytes: inout [UInt8], quotes: Bool = false) {
        var cell = cell
        cell.withUTF8 { append($0, to: &bytes, quotes: quotes) }
    }

    private func append(_ cell: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], quotes: Bool = false) {
        guard quotes || needsQuotes(cell) else { return bytes.append(contentsOf: cell) }
        bytes.append(quote)
        for byte in cell {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let delimiters = ByteMarks.repeated(delimiter)
        var at = 0
        while at < cell.count {
            let (word, width) = ByteMarks.word(of: cell, at: at)
            let marks =
                ByteMarks.equal(word, delimiters) | ByteMarks.equal(word, quotes) | ByteMarks.equal(word, newlines)
                | ByteMarks.equal(word, returns)
            if marks != 0 { return true }
            at += width
        }
        return false
    }
}

/// Gives the records of a table that was written with fewer columns the cells they lack; its header is left out.
struct TablePadding {
    let columns: Int
    let delimiter: UInt8
    private var cells = 1
    private var isQuoted = false
    private var isHeader = true

    init(columns: Int, delimiter: UInt8) {
        self.columns = columns
        self.delimiter = delimiter
    }

    /// The next bytes of the table, padded; they may end anywhere.
    mutating func padded(_ block: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(block.count + block.count / 8)
        for byte in block {
            if byte == quote { isQuoted.toggle() }
            if !isQuoted, byte == delimiter { cells += 1 }
            let endsRecord = !isQuoted && byte == UInt8(ascii: "\n")
            if endsRecord, !isHeader, cells < columns { bytes += repeatElement(delimiter, count: columns - cells) }
            if !isHeader { bytes.append(byte) }
            if endsRecord {
                cells = 1
                isHeader = false
            }
        }
        return bytes
    }
}

private let quote = UInt8(ascii: "\"")
private let quotes = ByteMarks.repeated(quote)
private let newlines = ByteMarks.repeated(UInt8(ascii: "\n"))
private let returns = ByteMarks.repeated(UInt8(ascii: "\r"))
