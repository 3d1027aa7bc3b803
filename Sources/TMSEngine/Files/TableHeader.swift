import TMSCommands
public import TMSRuntime
public import TMSSyntax

/// The names of a table's columns, without its rows: what the reader of its rows would make of the same bytes.
public enum TableHeader {
    private static let block = 1 << 16

    /// - Parameter format: a table or a text.
    /// - Returns: `nil` where the file cannot be read, is no table, or has a header longer than 64 KB.
    public static func columns(
        path: String, format: OutputFormat, _ options: FileOptions = FileOptions()
    ) -> [String]? {
        let message = FileMessage(path: path, location: nil)
        guard let form = try? FileForm(options, message),
            let source = try? TextSource(
                path: path, format: format, separator: form.cells, encoding: form.encoding)
        else { return nil }
        guard case .table(let dialect) = source.form else { return [LineRows.column] }
        let bytes = source.head
        var scanner = TableScanner(delimiter: dialect.separator)
        var at = dialect.start
        return bytes.withUnsafeBufferPointer { buffer in
            while at < buffer.count {
                var cells: [CellBounds] = []
                let isLast = source.blocks.isAtEnd || buffer.count < block
                guard case .record(let next) = scanner.record(buffer, from: at, isLast: isLast, into: &cells),
                    UTF8Text.firstFault(in: buffer, from: at, to: next) == nil
                else { return nil }
                // Blank lines before the header are no rows.
                if cells.count > 1
                    || !BlankLine.isBlank(buffer, from: at, to: next, separator: dialect.separator)
                {
                    let row = CellBlock(
                        bytes: bytes, cells: cells, columns: cells.count, delimiter: dialect.separator)
                    return ColumnName(header: cells.indices.map { row.text(row: 0, column: $0) }).names
                }
                at = next
            }
            return []
        }
    }
}
