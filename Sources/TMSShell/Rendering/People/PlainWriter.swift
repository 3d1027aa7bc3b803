import TMSRuntime
import TMSSyntax

/// What a pipe gets unasked: tab-separated cells under friendly names, no colour, no footer.
struct PlainWriter: ResultWriter {
    private let choice: ColumnChoice
    private let environment: Environment
    private let text: CellText
    private var columns: [PlainColumn]?
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
        let isKnown =
            !choice.description.isJoined && !choice.isNested
            && (choice.description.columns != nil || (choice.schema != nil && !choice.isWrite))
        if isKnown || waiting.count >= Self.patience { release(to: output) }
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        if columns == nil, !waiting.isEmpty { release(to: output) }
    }

    private mutating func release(to output: OutputBuffer) {
        let choice = choice.settled(by: waiting)
        let chosen =
            choice.isNested ? PlainColumn.flat(waiting) : choice.columns(for: waiting).map { PlainColumn([$0]) }
        columns = chosen
        output.line(chosen.map(\.heading).joined(separator: "\t"))
        for value in waiting { write(value, chosen, to: output) }
        waiting = []
    }

    private func write(_ value: Value, _ columns: [PlainColumn], to output: OutputBuffer) {
        guard case .record(let record) = value else {
            return output.line(CellText.oneLine(PrintedText.of(value, environment)))
        }
        output.line(columns.map { cell(record, $0) }.joined(separator: "\t"))
    }

    /// Values as `print` shows them, dates on the clock of the profile, and the service's text without markup.
    private func cell(_ record: Record, _ path: PlainColumn) -> String {
        let (value, column) = path.value(in: record, environment)
        guard case .text(let string) = value else { return CellText.oneLine(PrintedText.of(value, environment)) }
        if column.kind == .date { return text.text(value, kind: .date) }
        return record.isOfService ? CellText.plainLine(string.string) : CellText.oneLine(string.string)
    }
}
