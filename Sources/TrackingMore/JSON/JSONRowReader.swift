/// Reads rows out of bytes as they arrive: the values of JSON Lines, or the items of one top-level array.
///
/// Which of the two it is, the first character decides. Memory holds one row and one chunk, however large the file.
public struct JSONRowReader: Sendable {
    private enum Mode { case undecided, lines, array, closed }

    private let maximumRow: Int
    private var mode = Mode.undecided
    private var pending: [UInt8] = []
    /// Bytes taken off the front of `pending` so far.
    private var dropped = 0
    private var position = 0
    private var rowStart: Int?
    private var depth = 0
    private var inString = false
    private var escaped = false
    private var afterComma = false
    private var shapes = JSONShapes()
    /// Where each of the rows given last begins, in bytes from the beginning.
    public private(set) var starts: [Int] = []
    /// Where the row begins that is not complete yet.
    public var openStart: Int? { rowStart.map { dropped + $0 } }

    /// - Parameter maximumRow: bytes one row may have.
    public init(maximumRow: Int = 64 << 20) { self.maximumRow = maximumRow }

    /// Takes the next bytes and gives the rows they complete.
    public mutating func feed(_ chunk: [UInt8]) throws(JSONError) -> [JSON] {
        pending.append(contentsOf: chunk)
        starts = []
        var rows: [JSON] = []
        while position < pending.count {
            if inString, !escaped { skipPlainText() }
            guard position < pending.count else { break }
            try step(pending[position], &rows)
            position += 1
        }
        let keep = rowStart ?? position
        if position - keep > maximumRow { throw JSONError(.tooLong, at: dropped + keep) }
        pending.removeFirst(keep)
        dropped += keep
        position -= keep
        if rowStart != nil { rowStart = 0 }
        return rows
    }

    /// Says that no bytes follow, and gives the row that was still open.
    public mutating func finish() throws(JSONError) -> [JSON] {
        starts = []
        var rows: [JSON] = []
        switch mode {
        case .lines: try endRow(&rows)
        case .array: throw JSONError(.endsEarly, at: dropped + position)
        case .undecided, .closed: break
        }
        return rows
    }

    private mutating func step(_ byte: UInt8, _ rows: inout [JSON]) throws(JSONError) {
        switch mode {
        case .lines, .array:
            guard rowStart != nil else { return try between(byte, &rows) }
            try inside(byte, &rows)
        case .undecided:
            if isBlank(byte) || isMark(byte) { return }
            mode = byte == UInt8(ascii: "[") ? .array : .lines
            if mode == .lines { begin(byte) }
        case .closed:
            guard isBlank(byte) else { throw JSONError(.trailing, at: dropped + position) }
        }
    }

    private mutating func between(_ byte: UInt8, _ rows: inout [JSON]) throws(JSONError) {
        if isBlank(byte) { return }
        if mode == .array, byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",") {
            guard byte == UInt8(ascii: "]"), !afterComma else {
                throw JSONError(.expectedValue, at: dropped + position)
            }
            mode = .closed
            return
        }
        begin(byte)
    }

    private mutating func begin(_ byte: UInt8) {
        rowStart = position
        depth = 0
        inString = false
        escaped = false
        count(byte)
    }

    private mutating func inside(_ byte: UInt8, _ rows: inout [JSON]) throws(JSONError) {
        if inString {
            if escaped {
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == UInt8(ascii: "\"") {
                inString = false
            } else if byte == 0x0A {
                try endRow(&rows)
            }
            return
        }
        guard depth <= 0 else { return count(byte) }
        switch (mode, byte) {
        case (.lines, 0x0A): try endRow(&rows)
        case (.array, UInt8(ascii: ",")):
            try endRow(&rows)
            afterComma = true
        case (.array, UInt8(ascii: "]")):
            try endRow(&rows)
            mode = .closed
        default: count(byte)
        }
    }

    private mutating func count(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): inString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
    }

    private mutating func endRow(_ rows: inout [JSON]) throws(JSONError) {
        guard let start = rowStart else { return }
        rowStart = nil
        afterComma = false
        do {
            let row = try pending.withUnsafeBufferPointer { (buffer) throws(JSONError) -> JSON in
                try JSON.parse(UnsafeBufferPointer(rebasing: buffer[start..<position]), &shapes)
            }
            rows.append(row)
            starts.append(dropped + start)
        } catch {
            throw JSONError(error.reason, at: dropped + start + error.offset)
        }
    }

    /// Passes over the part of a string that neither ends it nor escapes anything, eight bytes at a step.
    private mutating func skipPlainText() {
        position = pending.withUnsafeBufferPointer { bytes in
            var index = position
            while index + 8 <= bytes.count, JSONParser.marks(in: bytes, at: index) == 0 { index += 8 }
            return index
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    /// A byte of the mark that some programs put at the beginning of a file.
    private func isMark(_ byte: UInt8) -> Bool {
        dropped + position < 3 && (byte == 0xEF || byte == 0xBB || byte == 0xBF)
    }
}
