import TMSRuntime

/// Rows that follow each other in a file as they would be written: they are copied as one piece.
struct TableSpan {
    private let block: CellBlock
    private var bytes: Range<Int>

    init(_ row: Int, of block: CellBlock) {
        self.block = block
        bytes = block.bounds(ofRow: row)
    }

    /// Takes one more row; false if it does not stand right behind the others.
    mutating func take(_ row: Int, of block: CellBlock) -> Bool {
        let next = block.bounds(ofRow: row)
        // One byte between them is a newline: nothing else ends a row.
        guard block === self.block, next.lowerBound == bytes.upperBound + 1 else { return false }
        bytes = bytes.lowerBound..<next.upperBound
        return true
    }

    func append(to text: inout [UInt8]) {
        block.withBytes(bytes) { text.append(contentsOf: $0) }
        text.append(UInt8(ascii: "\n"))
    }
}
