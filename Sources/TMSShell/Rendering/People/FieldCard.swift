import LineEditor
import TMSBase
import TMSRuntime
import TMSSyntax

/// A record as lines: `quota    480`, a field each, and below them what holds records. Empty ones are left out unless
/// they were named.
struct FieldCard {
    let record: Record
    let choice: ColumnChoice
    let presentation: Presentation

    func write(to output: OutputBuffer) {
        var fields: [(name: String, text: String)] = []
        var parts: [(String, Value)] = []
        let text = CellText(presentation)
        for column in columns {
            let value = record.value(column.name, presentation.environment)
            if value.isPart {
                parts.append((column.name, value))
            } else {
                let cell = text.text(record, column)
                fields.append((CellText.oneLine(column.name), cell.isEmpty && isNamed(column) ? "(empty)" : cell))
            }
        }
        for line in LabelledLines.of(fields, presentation, indent: 2) { output.line(line) }
        for (name, value) in parts {
            PartWriter(presentation: presentation).write(value, named: name, depth: 1, to: output)
        }
    }

    private func isNamed(_ column: Column) -> Bool { choice.description.columns?.contains(column.name) ?? false }

    /// The columns that were named; else every field the record has, those that people know first.
    private var columns: [Column] {
        if choice.description.columns != nil { return choice.columns(for: [.record(record)]) }
        let schema = choice.schema ?? record.shape.kind?.schema
        var keys = record.shape.keys.map { schema?.field(named: $0)?.name ?? $0 }
        let known = choice.columns(for: [.record(record)]).map(\.name)
        keys =
            known.filter { keys.contains($0) || !record.value($0, presentation.environment).isBlank }
            + keys.filter { !known.contains($0) }
        return keys.map { Column(name: $0, kind: schema?.field(named: $0)?.kind) }
    }
}

/// Labels and what they name, side by side; a long text goes on below its own beginning.
enum LabelledLines {
    static func of(_ fields: [(name: String, text: String)], _ presentation: Presentation, indent: Int) -> [String] {
        let fields = fields.filter { !$0.text.isEmpty }
        let blanks = String(repeating: " ", count: indent)
        let width = min(fields.map { DisplayWidth.of($0.name) }.max() ?? 0, presentation.width / 2)
        return fields.flatMap { name, text -> [String] in
            let room = max(presentation.width - indent - width - 2, 8)
            let lines = WordWrap.lines(text, width: room)
            return lines.enumerated().map { place, line in
                let label = DisplayWidth.fit(place == 0 ? name : "", to: width)
                return blanks + Style.dim.apply(to: label, colors: presentation.colors) + "  " + line
            }
        }
    }
}
