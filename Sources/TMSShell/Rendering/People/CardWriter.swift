import LineEditor
import TMSRuntime
import TMSSyntax

/// One record after the other, each in full.
struct CardWriter: ResultWriter {
    private let choice: ColumnChoice
    private let presentation: Presentation
    private var count = 0

    init(_ choice: ColumnChoice, _ presentation: Presentation) {
        self.choice = choice
        self.presentation = presentation
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        count += 1
        guard case .record(let record) = value else {
            output.line(CellText(presentation).text(value))
            return true
        }
        let choice = choice.settled(by: [value])
        if choice.isParcel, !choice.isWrite {
            ParcelCard(parcel: record, presentation: presentation).write(to: output)
        } else {
            if count > 1 { output.line("") }
            writeFields(record, to: output)
        }
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        if count == 0, choice.prefix == nil {
            output.line(Style.dim.apply(to: "nothing to show", colors: presentation.colors))
        }
    }

    /// `quota    480`: a field a line, empty ones left out.
    private func writeFields(_ record: Record, to output: OutputBuffer) {
        let text = CellText(presentation)
        let columns = choice.columns(for: [.record(record)])
        let lines = columns.map { column in
            (column.name, text.text(record.value(column.name, presentation.environment), kind: column.kind))
        }
        .filter { !$0.1.isEmpty }
        let width = min(lines.map { DisplayWidth.of($0.0) }.max() ?? 0, presentation.width / 2)
        for (name, value) in lines {
            let label = Style.dim.apply(to: DisplayWidth.fit(name, to: width), colors: presentation.colors)
            output.line("  \(label)  \(value)")
        }
        for (name, value) in choice.parts(of: record) {
            PartWriter(presentation: presentation).write(value, named: name, depth: 1, to: output)
        }
    }
}

extension ColumnChoice {
    /// Whether the rows are parcels with a journey.
    var isParcel: Bool { schema?.field(named: "silent") != nil && schema?.field(named: "number") != nil }
}
