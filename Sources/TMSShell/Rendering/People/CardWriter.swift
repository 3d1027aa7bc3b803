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
        if presentation.isFlat {
            FlatCard(record: record, choice: choice, presentation: presentation).write(to: output)
            return true
        }
        // Columns that were named are what is asked for, and no journey.
        if choice.isParcel, !choice.isWrite, choice.description.columns == nil {
            ParcelCard(parcel: record, presentation: presentation).write(to: output)
        } else {
            if count > 1 { output.line("") }
            FieldCard(record: record, choice: choice, presentation: presentation).write(to: output)
        }
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        if count == 0, choice.prefix == nil {
            output.line(Style.dim.apply(to: "nothing to show", colors: presentation.colors))
        }
    }
}

extension ColumnChoice {
    /// Whether the rows are parcels with a journey.
    var isParcel: Bool { schema?.field(named: "silent") != nil && schema?.field(named: "number") != nil }
}
