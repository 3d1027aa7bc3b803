import TMSRuntime
import TMSSyntax

/// What a pipe gets unasked: tab-separated cells under friendly names, no colour, no footer.
struct PlainWriter: ResultWriter {
    private let choice: ColumnChoice
    private let environment: Environment
    private let text: CellText
    private var columns: [Column]?
    private var waiting: [Value] = []

    /// Rows of an unknown kind wait until this many have shown their keys.
    private static let patience = 10_000

    init(_ choice: ColumnChoice, _ presentation: Presentation) {
        self.choice = choice
        environment = presentation.environment
        text = CellText(presentation)
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        if let columns {
            write(value, columns, to: output)
            return true
        }
        waiting.append(value)
        let isKnown = choice.description.columns != nil || (choice.schema != nil && !choice.isWrite)
        if isKnown || waiting.count >= Self.patience { release(to: output) }
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        if columns == nil, !waiting.isEmpty { release(to: output) }
    }

    private mutating func release(to output: OutputBuffer) {
        let chosen = choice.settled(by: waiting).columns(for: waiting)
        columns = chosen
        output.line(chosen.map { CellText.oneLine($0.name) }.joined(separator: "\t"))
        for value in waiting { write(value, chosen, to: output) }
        waiting = []
    }

    private func write(_ value: Value, _ columns: [Column], to output: OutputBuffer) {
        guard case .record(let record) = value else {
            return output.line(CellText.oneLine(PrintedText.of(value, environment)))
        }
        output.line(
            columns.map { cell(record.value($0.name, environment), $0) }.joined(separator: "\t"))
    }

    /// Values as `print` shows them, and dates on the clock of the profile.
    private func cell(_ value: Value, _ column: Column) -> String {
        if column.kind == .date, case .text = value { return text.text(value, kind: .date) }
        return CellText.oneLine(PrintedText.of(value, environment))
    }
}
