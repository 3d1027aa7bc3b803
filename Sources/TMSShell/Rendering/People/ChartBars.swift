import TMSBase
import TMSRuntime
import TMSSyntax

/// The bars of a chart: what names each of them, and how long it is.
struct ChartBars {
    struct Bar {
        var label: String
        var value: String
        var length: Double
    }

    private(set) var bars: [Bar] = []
    /// What is drawn, where the query does not say it: `silent by number`.
    private(set) var caption: String?
    /// The rows without a bar: `3 parcels without silent`.
    private(set) var leftOut: String?

    private let text: CellText
    private let environment: Environment

    init(_ rows: [Value], _ choice: ColumnChoice, _ presentation: Presentation) {
        text = CellText(presentation)
        environment = presentation.environment
        let records = rows.compactMap { if case .record(let record) = $0 { record } else { nil } }
        guard records.count == rows.count, !rows.isEmpty else {
            bars = rows.compactMap { value in
                amount(value).map { Bar(label: "", value: text.text(value), length: $0) }
            }
            return
        }
        let choice = choice.settled(by: rows)
        let columns = choice.columns(for: rows).map { $0.settled(by: rows, presentation.environment) }
        if records.count == 1, let record = records.first, let fields = numbersAlone(record, columns) {
            bars = fields
            return
        }
        guard let drawn = drawn(columns, records) else { return }
        let isNamed = choice.description.columns != nil
        let before = columns.prefix { $0 != drawn }.filter { !isAmount($0, records) }
        let first = Array(columns.filter { $0 != drawn && !isAmount($0, records) }.prefix(1))
        let names = isNamed && !before.isEmpty ? before : telling(before, records) ?? first
        bars = records.compactMap { record in
            let value = record.value(drawn.name, environment)
            guard let length = amount(value) ?? readAmount(value) else { return nil }
            let label = self.label(record, names)
            return Bar(
                label: label.isEmpty && !names.isEmpty ? "(empty)" : label, value: text.text(value), length: length)
        }
        let rest = records.count - bars.count
        if rest > 0 {
            let noun = rest == 1 ? choice.noun : Noun.plural(choice.noun)
            leftOut = "\(Count.text(rest)) \(noun) without \(CellText.oneLine(drawn.name))"
        }
        if !isNamed, choice.isParcel, let name = names.first {
            caption = CellText.oneLine("\(drawn.name) by \(name.name)")
        }
    }

    private func label(_ record: Record, _ names: [Column]) -> String {
        names.map { text.text(record, $0) }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// The fewest columns from the left by which no two rows are called the same; `nil` where there are none.
    private func telling(_ columns: [Column], _ records: [Record]) -> [Column]? {
        columns.indices.lazy.map { Array(columns[...$0]) }.first { names in
            Set(records.map { label($0, names) }).count == records.count
        }
    }

    /// A row of numbers alone, such as `count by status` answers with: each field is a bar.
    private func numbersAlone(_ record: Record, _ columns: [Column]) -> [Bar]? {
        var durations = 0
        var bars: [Bar] = []
        for column in columns {
            let value = record.value(column.name, environment)
            if value.isBlank { continue }
            guard let length = amount(value) else { return nil }
            if case .duration = value { durations += 1 }
            bars.append(Bar(label: CellText.oneLine(column.name), value: text.text(value), length: length))
        }
        return bars.count > 1 && (durations == 0 || durations == bars.count) ? bars : nil
    }

    /// The column that gives the lengths: the first of numbers; else the first but for the names whose cells, as those of
    /// a file, all read as numbers.
    private func drawn(_ columns: [Column], _ records: [Record]) -> Column? {
        if let typed = columns.first(where: { isAmount($0, records) }) { return typed }
        return columns.dropFirst().first { column in
            let values = records.map { $0.value(column.name, environment) }.filter { !$0.isBlank }
            return !values.isEmpty && values.allSatisfy { readAmount($0) != nil }
        }
    }

    private func isAmount(_ column: Column, _ records: [Record]) -> Bool {
        var isFound = false
        for record in records {
            let value = record.value(column.name, environment)
            if value.isBlank { continue }
            if amount(value) == nil { return false }
            isFound = true
        }
        return isFound
    }

    private func amount(_ value: Value) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .decimal(let number): number.isFinite ? number : nil
        case .duration(let seconds): Double(seconds)
        default: nil
        }
    }

    /// The number that a cell of a file reads as.
    private func readAmount(_ value: Value) -> Double? {
        guard case .text(let text) = value, text.string.utf8.count <= 15 else { return nil }
        let digits = text.string.hasPrefix("-") ? text.string.dropFirst() : text.string[...]
        guard let first = digits.utf8.first, (0x30...0x39).contains(first),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
        else { return nil }
        return Double(text.string)
    }
}
