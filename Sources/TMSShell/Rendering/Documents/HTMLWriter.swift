import TMSRuntime

/// A whole web page with one table, that needs no other file.
struct HTMLWriter: ResultWriter {
    private var table: DocumentTable
    private var hasHeading = false

    private let page: HTMLPage

    init(_ choice: ColumnChoice, _ presentation: Presentation) {
        table = DocumentTable(choice, presentation)
        page = HTMLPage(title: choice.documentTitle)
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        let rows = table.take(value)
        if !rows.isEmpty { write(rows, to: output) }
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        write(table.release(), to: output)
        output.write("</tbody>\n</table>\n<p>\(HTMLPage.escaped(table.total))</p>\n" + page.tail)
    }

    private mutating func write(_ rows: [Value], to output: OutputBuffer) {
        if !hasHeading {
            hasHeading = true
            writeHead(to: output)
        }
        for row in rows { write(table.cells(of: row), "td", to: output) }
    }

    private func writeHead(to output: OutputBuffer) {
        output.write(page.head + "<table>\n<thead>\n")
        write(table.columns.map(DocumentTable.heading), "th scope=\"col\"", to: output)
        output.write("</thead>\n<tbody>\n")
    }

    private func write(_ cells: [String], _ tag: String, to output: OutputBuffer) {
        let end = tag.prefix(2)
        var line = "<tr>"
        for (cell, column) in zip(cells, table.columns) {
            let kind = column.alignsRight ? " class=\"number\"" : ""
            line += "<\(tag)\(kind)>\(HTMLPage.escaped(cell))</\(end)>"
        }
        output.line(line + "</tr>")
    }
}
