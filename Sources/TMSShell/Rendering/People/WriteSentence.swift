import TMSCommands
import TMSRuntime
import TMSSyntax

/// One line about one write: `tracking 300403513351 · 4PX → United States · cute pillow · order #0002 · pending`.
struct WriteSentence {
    let choice: ColumnChoice
    let presentation: Presentation

    func text(_ record: Record) -> String {
        let environment = presentation.environment
        let field = { (name: String) in CellText.oneLine(record.string(name, environment)) }
        let number = field("number")
        let outcome = field("outcome")
        let status = field("status")
        var parts = [
            "\(opening(outcome)) \(number)", Route(record, presentation, schema: choice.schema).text, field("title"),
        ]
        if !field("order").isEmpty { parts.append("order \(field("order"))") }
        parts += details(record)
        if !status.isEmpty { parts.append(CellText.status(status, of: record)) }
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// `tracked` → `tracking`, for what now goes on, or would; other outcomes are said as they came.
    private func opening(_ outcome: String) -> String {
        switch outcome {
        case "": choice.verb?.words.first ?? ""
        case "tracked", "created", "added": "tracking"
        case "would be tracked": "would be tracking"
        default: outcome
        }
    }

    /// Fields that were sent and have no place of their own in the sentence.
    private func details(_ record: Record) -> [String] {
        let spoken: Set = [
            "number", "via", "to", "outcome", "title", "order", "status", "id", "created", "to_country", "updated",
        ]
        let text = CellText(presentation)
        return record.shape.keys.enumerated().compactMap { slot, key in
            let field = choice.schema?.field(named: key)
            let name = field?.name ?? key
            guard !spoken.contains(name) else { return nil }
            let shown = text.text(record.value(at: slot), kind: field?.kind)
            return shown.isEmpty ? nil : "\(name) \(shown)"
        }
    }
}

/// Writes as sentences while they are few, as a table when they are many.
struct WriteWriter: ResultWriter {
    private let choice: ColumnChoice
    private let presentation: Presentation
    private var waiting: [Value] = []
    private var table: TableWriter?

    var numbersRows: Bool { table?.numbersRows ?? false }
    var margins: (headings: Int, fixed: Int) { table?.margins ?? (0, 0) }

    private static let few = 5

    init(_ choice: ColumnChoice, _ presentation: Presentation) {
        self.choice = choice
        self.presentation = presentation
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        if table != nil { return table?.row(value, to: output) ?? true }
        waiting.append(value)
        guard waiting.count > Self.few else { return true }
        var table = TableWriter(choice, presentation)
        for value in waiting { _ = table.row(value, to: output) }
        waiting = []
        self.table = table
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        if table != nil {
            table?.end(facts, to: output)
            return
        }
        let sentence = WriteSentence(choice: choice, presentation: presentation)
        for value in waiting {
            guard case .record(let record) = value else {
                output.line(CellText(presentation).text(value))
                continue
            }
            output.line(sentence.text(record))
        }
        if let shown = facts.end.shown(waiting.count, choice) { output.line(shown) }
    }
}
