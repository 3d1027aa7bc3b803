import TMSRuntime

/// Finds the cells of records, following RFC 4180: quotes around a cell, doubled inside it, newlines inside quotes.
/// Nothing of a cell is trimmed or changed. Eight bytes are looked at in a step.
struct TableScanner {
    enum Step: Equatable {
        /// A record ended; where the next begins.
        case record(next: Int)
        /// The bytes end within a record.
        case needsMore
        case openQuote(line: Int)
        case textAfterQuote(line: Int)
    }

    /// The line the next record begins on, from 1.
    private(set) var line: Int
    private let delimiter: UInt8

    init(delimiter: UInt8, line: Int = 1) {
        self.delimiter = delimiter
        self.line = line
    }

    /// Adds the cells of the record that begins at `start`. Where it is not whole, some may have been added.
    ///
    /// - Parameter isLast: no bytes follow these.
    mutating func record(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, into cells: inout [CellBounds]
    ) -> Step {
        var at = start
        var lines = 0
        while true {
            if at < bytes.count, bytes[at] == quoteByte {
                let opening = line + lines
                guard let close = closingQuote(bytes, from: at + 1, &lines) else {
                    return isLast ? .openQuote(line: opening) : .needsMore
                }
                cells.append(CellBounds(start: at + 1, end: close.position, hasDoubled: close.hasDoubled))
                at = close.position + 1
                if at < bytes.count, bytes[at] == delimiter {
                    at += 1
                    continue
                }
                return end(bytes, at, isLast: isLast, lines)
            }
            switch plainCells(bytes, &at, isLast: isLast, into: &cells) {
            case .opensQuote: continue
            case .ended:
                line += lines + 1
                return .record(next: at)
            case .needsMore: return .needsMore
            }
        }
    }

    private enum Pause { case opensQuote, ended, needsMore }

    /// Adds cells without quotes, up to the end of the record or the first quoted one.
    private func plainCells(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, isLast: Bool, into cells: inout [CellBounds]
    ) -> Pause {
        var start = at
        var looked = at
        let delimiters = ByteMarks.repeated(delimiter)
        while looked < bytes.count {
            var (word, width) = ByteMarks.word(of: bytes, at: looked)
            word = ByteMarks.equal(word, delimiters) | ByteMarks.equal(word, newlineMarks)
            while let place = ByteMarks.takeFirst(&word), place < width {
                let mark = looked + place
                guard bytes[mark] == delimiter else {
                    cells.append(cell(bytes, start, mark))
                    at = mark + 1
                    return .ended
                }
                cells.append(CellBounds(start: start, end: mark, hasDoubled: false))
                start = mark + 1
                if start < bytes.count, bytes[start] == quoteByte {
                    at = start
                    return .opensQuote
                }
            }
            looked += width
        }
        guard isLast else { return .needsMore }
        cells.append(cell(bytes, start, bytes.count))
        at = bytes.count
        return .ended
    }

    /// The last cell of a record: the carriage return before the newline is not part of it.
    private func cell(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> CellBounds {
        let hasReturn = end > start && bytes[end - 1] == returnByte
        return CellBounds(start: start, end: hasReturn ? end - 1 : end, hasDoubled: false)
    }

    /// What follows the closing quote of the last cell.
    private mutating func end(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, isLast: Bool, _ lines: Int
    ) -> Step {
        var at = place
        if at < bytes.count, bytes[at] == returnByte { at += 1 }
        guard at < bytes.count || isLast else { return .needsMore }
        if at < bytes.count {
            guard bytes[at] == newlineByte else { return .textAfterQuote(line: line + lines) }
            at += 1
        }
        line += lines + 1
        return .record(next: at)
    }

    /// - Returns: nil where the bytes end first. A quote at the very end may be the first half of a doubled one, which
    ///   the caller learns when it looks at what follows.
    private func closingQuote(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ lines: inout Int
    ) -> (position: Int, hasDoubled: Bool)? {
        var looked = start
        var hasDoubled = false
        while looked < bytes.count {
            let (word, width) = ByteMarks.word(of: bytes, at: looked)
            var quotes = ByteMarks.equal(word, quoteMarks)
            let breaks = ByteMarks.equal(word, newlineMarks)
            guard let place = ByteMarks.takeFirst(&quotes), place < width else {
                lines += breaks.nonzeroBitCount
                looked += width
                continue
            }
            lines += (breaks & ByteMarks.below(place)).nonzeroBitCount
            let mark = looked + place
            guard mark + 1 < bytes.count, bytes[mark + 1] == quoteByte else { return (mark, hasDoubled) }
            hasDoubled = true
            looked = mark + 2
        }
        return nil
    }
}

private let quoteByte = UInt8(ascii: "\"")
private let newlineByte = UInt8(ascii: "\n")
private let returnByte = UInt8(ascii: "\r")
private let quoteMarks = ByteMarks.repeated(quoteByte)
private let newlineMarks = ByteMarks.repeated(newlineByte)
