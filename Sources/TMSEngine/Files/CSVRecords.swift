/// Splits the bytes of a table into records and cells, following RFC 4180: quotes around a cell, doubled inside it,
/// newlines inside quotes. Nothing of a cell is trimmed or changed.
struct CSVRecords {
    enum Step: Equatable {
        /// A record ended; where the next begins.
        case record(next: Int)
        /// The bytes end within a record.
        case needsMore
        case openQuote(line: Int)
        case textAfterQuote(line: Int)
        case notUTF8(line: Int)
    }

    let delimiter: UInt8
    /// The line the next record begins on, from 1.
    var line = 1

    /// A cell within the bytes, its outer quotes left out.
    struct Cell {
        let start: Int
        let end: Int
        /// Quotes inside it are still doubled.
        let hasDoubled: Bool
    }

    /// Reads the record that begins at `start` and hands over its cells one by one.
    ///
    /// - Parameters:
    ///   - isLast: no bytes follow these.
    ///   - take: false for a cell that is not UTF-8.
    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, take: (Cell) -> Bool
    ) -> Step {
        let end = bytes.count
        var at = start
        var lines = 0
        while true {
            let cell: Cell
            if at < end, bytes[at] == Self.quote {
                let opening = line + lines
                guard let close = closingQuote(bytes, from: at + 1, &lines) else {
                    return isLast ? .openQuote(line: opening) : .needsMore
                }
                // A quote at the very end may be the first half of a doubled one.
                guard close.position + 1 < end || isLast else { return .needsMore }
                cell = Cell(start: at + 1, end: close.position, hasDoubled: close.hasDoubled)
                at = close.position + 1
            } else {
                let begin = at
                while at < end, bytes[at] != delimiter, bytes[at] != Self.newline { at += 1 }
                guard at < end || isLast else { return .needsMore }
                var stop = at
                if at == end || bytes[at] == Self.newline, stop > begin, bytes[stop - 1] == Self.carriageReturn {
                    stop -= 1
                }
                cell = Cell(start: begin, end: stop, hasDoubled: false)
            }
            guard take(cell) else { return .notUTF8(line: line + lines) }
            if at < end, bytes[at] == delimiter {
                at += 1
                continue
            }
            if at < end, bytes[at] == Self.carriageReturn {
                guard at + 1 < end || isLast else { return .needsMore }
                at += 1
            }
            if at < end, bytes[at] == Self.newline {
                line += lines + 1
                return .record(next: at + 1)
            }
            guard at >= end else { return .textAfterQuote(line: line + lines) }
            guard isLast else { return .needsMore }
            line += lines + 1
            return .record(next: end)
        }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private func closingQuote(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ lines: inout Int
    ) -> (position: Int, hasDoubled: Bool)? {
        var at = start
        var hasDoubled = false
        while at < bytes.count {
            let byte = bytes[at]
            if byte == Self.newline { lines += 1 }
            if byte == Self.quote {
                guard at + 1 < bytes.count, bytes[at + 1] == Self.quote else { return (at, hasDoubled) }
                hasDoubled = true
                at += 1
            }
            at += 1
        }
        return nil
    }
}

extension CSVRecords.Cell {
    /// The text of the cell; nil where it is not UTF-8.
    func text(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard start < end else { return "" }
        let cell = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if hasDoubled { return unescaped(cell) }
        // Most cells are ASCII, which needs no validation; `String(validating:)` is many times slower than this.
        var union: UInt8 = 0
        for byte in cell { union |= byte }
        return union < 0x80 ? String(decoding: cell, as: UTF8.self) : String(validating: cell, as: UTF8.self)
    }

    private func unescaped(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(cell.count)
        var at = 0
        while at < cell.count {
            plain.append(cell[at])
            at += cell[at] == UInt8(ascii: "\"") ? 2 : 1
        }
        return String(validating: plain, as: UTF8.self)
    }
}
