import TMSRuntime

/// A document with the title that the script gives it above its rows.
struct TitledWriter: ResultWriter {
    private var writer: any ResultWriter
    private let title: String
    private var isBegun = false

    /// - Returns: the writer itself where there is no title.
    static func around(_ writer: any ResultWriter, _ description: ResultDescription, mark: String = "")
        -> any ResultWriter
    {
        guard let title = description.title else { return writer }
        return TitledWriter(writer: writer, title: mark + CellText.oneLine(title))
    }

    private init(writer: any ResultWriter, title: String) {
        self.writer = writer
        self.title = title
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        begin(output)
        return writer.row(value, to: output)
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        begin(output)
        writer.end(facts, to: output)
    }

    private mutating func begin(_ output: OutputBuffer) {
        guard !isBegun else { return }
        isBegun = true
        output.line(title)
        output.line("")
    }
}
