import LineEditor
import TMSRuntime
import TMSSyntax

/// What stands inside a record, below the fields of its card: a record as lines of its own, rows as a small table.
struct PartWriter {
    let presentation: Presentation

    func write(_ value: Value, named name: String, depth: Int, to output: OutputBuffer) {
        let indent = String(repeating: "  ", count: depth)
        let lines: [String] =
            switch value {
            case .record(let record): fields(record)
            case .list(let list): rows(list.items)
            default: []
            }
        if !lines.isEmpty {
            output.line("")
            output.line(indent + Style.dim.apply(to: name, colors: presentation.colors))
            for line in lines { output.line(indent + "  " + line) }
        }
        guard case .record(let record) = value, depth < 4 else { return }
        for (key, part) in zip(record.shape.keys, record.values) where part.isPart {
            write(part, named: key, depth: depth, to: output)
        }
    }

    private func fields(_ record: Record) -> [String] {
        let text = CellText(presentation)
        let fields = zip(record.shape.keys, record.values).filter { !$0.1.isPart }
            .map { ($0.0, text.text($0.1)) }.filter { !$0.1.isEmpty }
        let width = fields.map { DisplayWidth.of($0.0) }.max() ?? 0
        return fields.map { name, value in
            Style.dim.apply(to: DisplayWidth.fit(name, to: width), colors: presentation.colors) + "  " + value
        }
    }

    private func rows(_ items: [Value]) -> [String] {
        let text = CellText(presentation)
        var keys: [String] = []
        for case .record(let record) in items {
            for (key, value) in zip(record.shape.keys, record.values) where !value.isEmpty && !value.isPart {
                if !keys.contains(key) { keys.append(key) }
            }
        }
        guard !keys.isEmpty else { return items.map { text.text($0) } }
        let cells = [keys] + items.map { item in keys.map { text.text(item.field($0)) } }
        let widths = keys.indices.map { column in cells.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return cells.enumerated().map { place, row in
            let line = zip(row, widths).map { DisplayWidth.fit($0, to: $1) }.joined(separator: "  ")
            return place == 0 ? Style.dim.apply(to: line, colors: presentation.colors) : line
        }
    }
}

extension Value {
    /// Whether it has lines of its own below a card.
    var isPart: Bool {
        switch self {
        case .record: true
        case .list(let list): list.items.contains { if case .record = $0 { true } else { false } }
        default: false
        }
    }

    fileprivate func field(_ name: String) -> Value {
        guard case .record(let record) = self, case .slot(let slot) = record.shape.lookup(name) else { return .nothing }
        return record.value(at: slot)
    }
}

extension ColumnChoice {
    /// The fields of a record that hold records, by the names people use.
    func parts(of record: Record) -> [(String, Value)] {
        guard description.columns == nil else { return [] }
        return zip(record.shape.keys, record.values).filter { $0.1.isPart }
            .map { (schema?.field(named: $0.0)?.name ?? $0.0, $0.1) }
    }

    /// Whether a row says most of what it has to say in records of its own: better read as a card.
    var isNested: Bool {
        guard let schema, !isParcel, !isWrite, description.columns == nil else { return false }
        return schema.fields.count { $0.kind == .record || $0.kind == .list } * 2 >= schema.fields.count
    }
}
