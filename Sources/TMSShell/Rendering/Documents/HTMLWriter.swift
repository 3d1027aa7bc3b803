import TMSRuntime

/// A whole web page with one table, that needs no other file.
struct HTMLWriter: ResultWriter {
    private var table: DocumentTable
    private var hasHeading = false

    init(_ choice: ColumnChoice, _ presentation: Presentation) { table = DocumentTable(choice, presentation) }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        let rows = table.take(value)
        if !rows.isEmpty { write(rows, to: output) }
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        write(table.release(), to: output)
        let total = table.count == 0 ? "no \(table.noun)s" : table.total
        output.write("</tbody>\n</table>\n<p>\(Self.escaped(total))</p>\n</body>\n</html>\n")
    }

    private mutating func write(_ rows: [Value], to output: OutputBuffer) {
        if !hasHeading {
            hasHeading = true
            writeHead(to: output)
        }
        for row in rows { write(table.cells(of: row), "td", to: output) }
    }

    private func writeHead(to output: OutputBuffer) {
        let title = table.noun.prefix(1).uppercased() + table.noun.dropFirst() + "s"
        output.write(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(title))</title>
            <style>
            body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; color: #222; background: #fff; }
            table { border-collapse: collapse; }
            th, td { padding: 0.3em 0.8em; text-align: left; vertical-align: top; border-bottom: 1px solid #ddd; }
            .number { text-align: right; }
            </style>
            </head>
            <body>
            <table>
            <thead>

            """)
        write(table.columns.map(DocumentTable.heading), "th scope=\"col\"", to: output)
        output.write("</thead>\n<tbody>\n")
    }

    private func write(_ cells: [String], _ tag: String, to output: OutputBuffer) {
        let end = tag.prefix(2)
        var line = "<tr>"
        for (cell, column) in zip(cells, table.columns) {
            let kind = column.alignsRight ? " class=\"number\"" : ""
            line += "<\(tag)\(kind)>\(Self.escaped(cell))</\(end)>"
        }
        output.line(line + "</tr>")
    }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { marks[$0] != nil }) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII, let reference = marks[UInt8(scalar.value)] {
                escaped += reference
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static let marks: [UInt8: String] = [
        UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;",
        UInt8(ascii: "\""): "&quot;", UInt8(ascii: "'"): "&#39;",
    ]
}
