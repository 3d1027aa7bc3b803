import TMSRuntime

/// The names of a table's columns, without its rows.
public enum TableHeader {
    private static let block = 1 << 16

    /// - Returns: `nil` where the file cannot be read, is no table, or has a header longer than 64 KB.
    public static func columns(path: String, delimiter: UInt8) -> [String]? {
        guard let bytes = try? FileBlocks(path: path).read(block) else { return nil }
        var scanner = TableScanner(delimiter: delimiter)
        var at = bytes.starts(with: TableRows.mark) ? TableRows.mark.count : 0
        return bytes.withUnsafeBufferPointer { buffer in
            while at < buffer.count {
                var cells: [CellBounds] = []
                let isLast = buffer.count < block
                guard case .record(let next) = scanner.record(buffer, from: at, isLast: isLast, into: &cells) else {
                    return nil
                }
                let row = CellBlock(bytes: Array(buffer), cells: cells, columns: cells.count, delimiter: delimiter)
                let names = cells.indices.map { row.text(row: 0, column: $0) }
                // Blank lines before the header are no rows.
                if names != [""] { return names }
                at = next
            }
            return []
        }
    }
}
