public import TMSSyntax

/// Where a cell stands within bytes, its outer quotes left out.
public struct CellBounds: Sendable, Equatable {
    public let start: UInt32
    private let endAndMark: UInt32

    /// - Parameter hasDoubled: quotes inside it are still doubled.
    @inline(__always)
    public init(start: Int, end: Int, hasDoubled: Bool) {
        self.start = UInt32(truncatingIfNeeded: start)
        endAndMark = UInt32(truncatingIfNeeded: end) << 1 | (hasDoubled ? 1 : 0)
    }

    public var end: UInt32 { endAndMark >> 1 }
    public var hasDoubled: Bool { endAndMark & 1 != 0 }

    /// Bytes beyond this have no bounds.
    public static let limit = 1 << 31
}

/// Some rows of a table: the bytes as they stand in the file, and the bounds of every cell, row after row.
public final class CellBlock: Sendable {
    /// Valid UTF-8 wherever a cell stands.
    private let bytes: [UInt8]
    private let cells: [CellBounds]
    public let columns: Int
    /// What stands between two cells.
    public let delimiter: UInt8
    /// Where the rows were read; `nil` for rows of no file.
    public let place: TablePlace?
    /// How its cells are read where a date or a number is asked of them.
    public let reading: CellReading

    public init(
        bytes: [UInt8], cells: [CellBounds], columns: Int, delimiter: UInt8, place: TablePlace? = nil,
        reading: CellReading = CellReading()
    ) {
        self.bytes = bytes
        self.cells = cells
        self.columns = columns
        self.delimiter = delimiter
        self.place = place
        self.reading = reading
    }

    /// Whether it holds more rows than one.
    var hasSeveralRows: Bool { cells.count > columns }

    public func text(row: Int, column: Int) -> String {
        let bounds = bounds(row, column)
        return withBytes(from: bounds.start, to: bounds.end) { cell in
            bounds.hasDoubled
                ? String(decoding: Self.undoubled(cell), as: UTF8.self) : String(decoding: cell, as: UTF8.self)
        }
    }

    /// Whether two rows have the same bytes in a column.
    func hasSameCell(_ row: Int, _ other: Int, in column: Int) -> Bool {
        let left = bounds(row, column)
        let right = bounds(other, column)
        guard left.end &- left.start == right.end &- right.start, left.hasDoubled == right.hasDoubled else {
            return false
        }
        return withBytes(from: left.start, to: left.end) { left in
            withBytes(from: right.start, to: right.end) { right in
                var at = 0
                while at < left.count, at < right.count, left[at] == right[at] { at += 1 }
                return at == left.count
            }
        }
    }

    /// Calls `body` with the bytes of a cell, in which quotes may still be doubled.
    @inline(__always)
    public func withCell<R>(row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let bounds = bounds(row, column)
        return withBytes(from: bounds.start, to: bounds.end, body)
    }

    /// Where a whole row stands, the quotes around its first and last cell included and no end of the line.
    @inline(__always)
    public func bounds(ofRow row: Int) -> Range<Int> {
        let first = Int(bounds(row, 0).start)
        let last = Int(bounds(row, columns &- 1).end)
        let start = isQuoted(row: row, column: 0) ? first &- 1 : first
        let end = isQuoted(row: row, column: columns &- 1) ? last &+ 1 : last
        return start <= end && end <= bytes.count ? start..<end : 0..<0
    }

    /// Whether the cell stands in quotes.
    @inline(__always)
    public func isQuoted(row: Int, column: Int) -> Bool {
        let start = Int(bounds(row, column).start)
        return start > 0 && start <= bytes.count && bytes[start &- 1] == UInt8(ascii: "\"")
    }

    /// Calls `body` with bytes as they stand in the file.
    @inline(__always)
    public func withBytes<R>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        withBytes(
            from: UInt32(truncatingIfNeeded: range.lowerBound), to: UInt32(truncatingIfNeeded: range.upperBound), body)
    }

    public func hasDoubled(row: Int, column: Int) -> Bool { bounds(row, column).hasDoubled }

    /// A block of one row that holds no more bytes than that row has.
    func single(row: Int) -> CellBlock {
        let place = bounds(ofRow: row)
        guard (row + 1) * columns <= cells.count else { return self }
        if place.isEmpty { return gathered(row: row) }
        let own = cells[(row * columns)..<((row + 1) * columns)].map {
            CellBounds(
                start: Int($0.start) - place.lowerBound, end: Int($0.end) - place.lowerBound, hasDoubled: $0.hasDoubled)
        }
        var origin = self.place
        if let line = origin?.lines[row] { origin?.lines = RowLines([line]) }
        return CellBlock(
            bytes: Array(bytes[place]), cells: own, columns: columns, delimiter: delimiter, place: origin,
            reading: reading)
    }

    /// A block of one row that does not stand in the file in one piece: cells at its end are missing there.
    private func gathered(row: Int) -> CellBlock {
        var piece: [UInt8] = []
        var own: [CellBounds] = []
        for column in 0..<columns {
            let start = piece.count
            withCell(row: row, column: column) { piece.append(contentsOf: $0) }
            own.append(CellBounds(start: start, end: piece.count, hasDoubled: hasDoubled(row: row, column: column)))
        }
        // The last cell ends before the first, as it did: nobody takes the bytes for those of a file.
        if let last = own.indices.last, own[last].start == own[last].end {
            own[last] = CellBounds(start: 0, end: 0, hasDoubled: false)
        }
        var origin = self.place
        if let line = origin?.lines[row] { origin?.lines = RowLines([line]) }
        return CellBlock(
            bytes: piece, cells: own, columns: columns, delimiter: delimiter, place: origin, reading: reading)
    }

    /// Where a cell stands in the bytes of the block.
    @inline(__always)
    public func bounds(_ row: Int, _ column: Int) -> CellBounds {
        let place = row &* columns &+ column
        guard place >= 0, place < cells.count else { return CellBounds(start: 0, end: 0, hasDoubled: false) }
        return cells[place]
    }

    @inline(__always)
    private func withBytes<R>(from start: UInt32, to end: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        bytes.withUnsafeBufferPointer { all in
            guard start <= end, end <= all.count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
            return body(UnsafeBufferPointer(rebasing: all[Int(start)..<Int(end)]))
        }
    }

    private static func undoubled(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(cell.count)
        var at = 0
        while at < cell.count {
            plain.append(cell[at])
            at += cell[at] == UInt8(ascii: "\"") ? 2 : 1
        }
        return plain
    }
}

/// How the text of a cell is read where a date or a number is asked of it, as the script says of the file. The text
/// itself stays as it stands, so that no identifier is damaged.
public struct CellReading: Sendable, Hashable {
    public var dates: DateOrder?
    public var decimals: DecimalMark?

    public init(dates: DateOrder? = nil, decimals: DecimalMark? = nil) {
        self.dates = dates
        self.decimals = decimals
    }

    public var isPlain: Bool { dates == nil && decimals == nil }
}
