import TMSRuntime

/// A table as Markdown writes it. What Markdown would take for its own marks is escaped.
struct MarkdownWriter: ResultWriter {
    private var table: DocumentTable
    private var hasHeading = false

    init(_ choice: ColumnChoice, _ presentation: Presentation) { table = DocumentTable(choice, presentation) }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        write(table.take(value), to: output)
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        write(table.release(), to: output)
        if table.count == 0 { output.line(table.total.prefix(1).uppercased() + table.total.dropFirst() + ".") }
    }

    private mutating func write(_ rows: [Value], to output: OutputBuffer) {
        guard !rows.isEmpty else { return }
        if !hasHeading {
            hasHeading = true
            output.line(line(table.columns.map(DocumentTable.heading)))
            output.line("|" + table.columns.map { $0.alignsRight ? " ---: |" : " --- |" }.joined())
        }
        for row in rows { output.line(line(table.cells(of: row))) }
    }

    private func line(_ cells: [String]) -> String { "|" + cells.map { " \(Self.escaped($0)) |" }.joined() }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: marks.contains) else { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isASCII, marks.contains(UInt8(scalar.value)) { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    private static let marks = Set("\\`*_[]<>|~&".utf8)
}
