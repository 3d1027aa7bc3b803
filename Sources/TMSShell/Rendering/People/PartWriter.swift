import LineEditor
import TMSBase
import TMSRuntime
import TMSSyntax

/// What stands inside a record, below the fields of its card: a record as lines of its own, rows as a small table.
struct PartWriter {
    let presentation: Presentation

    /// Records inside of records are told so deep; what is deeper, as JSON.
    private static let deepest = 6

    func write(_ value: Value, named name: String, depth: Int, to output: OutputBuffer) {
        let indent = depth * 2
        var lines: [String] = []
        var parts: [(String, Value)] = []
        switch value {
        case .record(let record): (lines, parts) = told(record, indent: indent + 2)
        case .list(let list) where isTable(list.items): lines = table(list.items, indent: indent + 2)
        case .list(let list):
            parts = list.items.enumerated().map { ("\(name) \($0.offset + 1)", $0.element) }
        default:
            let text = CellText(presentation).text(value, isOfService: true)
            lines = WordWrap.pieces([text], width: presentation.width, indent: indent + 2)
        }
        if !lines.isEmpty {
            output.line("")
            let heading = DisplayWidth.truncate(CellText.oneLine(name), to: max(presentation.width - indent, 8))
            output.line(
                String(repeating: " ", count: indent) + Style.dim.apply(to: heading, colors: presentation.colors))
            for line in lines { output.line(line) }
        }
        for (name, part) in parts {
            write(part, named: name, depth: min(depth + (lines.isEmpty ? 0 : 1), 4), to: output)
        }
    }

    /// The fields of a record as lines, and the parts that have lines of their own.
    private func told(_ record: Record, indent: Int) -> ([String], [(String, Value)]) {
        let text = CellText(presentation)
        var fields: [(name: String, text: String)] = []
        var parts: [(String, Value)] = []
        for column in columns(of: [record]) {
            let value = record.value(column.name, presentation.environment)
            if value.isPart, indent < Self.deepest * 2 {
                parts.append((column.name, value))
            } else if value.isPart {
                fields.append((column.name, CellText.oneLine(PrintedText.of(value, presentation.environment))))
            } else {
                fields.append((CellText.oneLine(column.name), text.text(record, column, isOfService: true)))
            }
        }
        return (LabelledLines.of(fields, presentation, indent: indent), parts)
    }

    /// Rows without records of their own.
    private func isTable(_ items: [Value]) -> Bool {
        items.allSatisfy { item in
            guard case .record(let record) = item else { return false }
            return !record.values.contains(where: \.isPart)
        }
    }

    private func table(_ items: [Value], indent: Int) -> [String] {
        let records = items.compactMap { if case .record(let record) = $0 { record } else { nil } }
        let text = CellText(presentation)
        let columns = columns(of: records)
        let cells = columns.map { column in
            records.map { text.text($0, column, isOfService: true) }
        }
        let names = columns.map { CellText.oneLine($0.name) }
        let layout = TableLayout(
            natural: zip(names, cells).map { name, cells in
                max(DisplayWidth.of(name), cells.map { DisplayWidth.of($0) }.max() ?? 0)
            },
            isFlexible: columns.map(\.isFlexible), isRequired: columns.indices.map { $0 == 0 },
            width: presentation.width - indent)
        func line(_ cell: (Int) -> String) -> String {
            let parts = layout.cells.map { DisplayWidth.fit(cell($0.index), to: $0.width) }
            return TableLayout.joined(parts)
        }
        let blanks = String(repeating: " ", count: indent)
        var lines = [blanks + Style.dim.apply(to: line { names[$0] }, colors: presentation.colors)]
        for row in records.indices { lines.append(blanks + line { cells[$0][row] }) }
        let left = layout.leftOut.map { names[$0] }
        if !left.isEmpty {
            let note = "no room for \(left.joined(separator: ", "))"
            lines += WordWrap.pieces([note], width: presentation.width, indent: indent)
                .map { Style.dim.apply(to: $0, colors: presentation.colors) }
        }
        return lines
    }

    /// The keys of the records that say something, under the names that people use.
    private func columns(of records: [Record]) -> [Column] {
        var columns: [Column] = []
        for record in records {
            for (key, value) in zip(record.shape.keys, record.values) where !value.isBlank {
                let field = record.shape.kind?.schema.field(named: key)
                let name = field?.name ?? key
                if !columns.contains(where: { $0.name == name }) {
                    columns.append(Column(name: name, kind: field?.kind))
                }
            }
        }
        return columns
    }
}

extension Value {
    /// Whether it has lines of its own below a card.
    var isPart: Bool {
        switch self {
        case .record(let record): !record.values.isEmpty
        case .list(let list): list.items.contains { if case .record = $0 { true } else { false } }
        default: false
        }
    }
}

extension ColumnChoice {
    /// Whether a row says most of what it has to say in records of its own: better read as a card.
    var isNested: Bool {
        guard let schema, !isParcel, !isWrite, description.columns == nil else { return false }
        return schema.fields.count { $0.kind == .record || $0.kind == .list } * 2 >= schema.fields.count
    }
}
