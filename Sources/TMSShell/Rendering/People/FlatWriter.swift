import TMSBase
import TMSRuntime
import TMSSyntax

/// Rows for a screen reader: each in one line that says what is what, `1: number RB1CN, via dhl, status in transit`.
struct FlatWriter: ResultWriter {
    private var table: TableWriter

    init(_ choice: ColumnChoice, _ presentation: Presentation) {
        var wide = presentation
        // A line is as long as it is: nothing has to fit beside anything.
        wide.width = 1_000_000
        wide.colors = false
        table = TableWriter(choice, wide)
        table.isFlat = true
    }

    var numbersRows: Bool { table.numbersRows }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool { table.row(value, to: output) }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) { table.end(facts, to: output) }
}

/// One record for a screen reader: a line for each field, then one for each scan.
struct FlatCard {
    let record: Record
    let choice: ColumnChoice
    let presentation: Presentation

    func write(to output: OutputBuffer) {
        let environment = presentation.environment
        let text = CellText(presentation)
        let columns = choice.columns(for: [.record(record)])
        var lines = columns.compactMap { column -> String? in
            let cell = text.text(record, column)
            return cell.isEmpty ? nil : "\(CellText.oneLine(column.name)): \(cell)"
        }
        if choice.isParcel, choice.description.columns == nil {
            for event in Timeline(record, environment).events {
                let told = [event.clock(seenFrom: nil), event.place, event.text] + event.others
                lines.append(told.filter { !$0.isEmpty }.joined(separator: ", "))
            }
        }
        for line in lines { output.line(line) }
    }
}
