import LineEditor
import TMSRuntime
import TMSSyntax

/// Rows as bars: the first cell that is no number names the bar, the first that is one gives its length.
struct ChartWriter: ResultWriter {
    private let choice: ColumnChoice
    private let presentation: Presentation
    private var rows: [Value] = []

    init(_ choice: ColumnChoice, _ presentation: Presentation) {
        self.choice = choice
        self.presentation = presentation
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        rows.append(value)
        return rows.count < TableWriter.screenful
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        let bars = rows.compactMap(bar)
        guard let largest = bars.map(\.length).max(), largest > 0 else {
            output.line("nothing to draw: the rows have no number above zero")
            return
        }
        switch kind {
        case .bar: drawBars(bars, largest, to: output)
        case .column: drawColumns(bars, largest, to: output)
        case .spark: output.line(String(bars.map { Self.column($0.length / largest) }))
        }
    }

    private var kind: ChartKind {
        choice.description.format?.split(separator: " ").last.flatMap { ChartKind(rawValue: String($0)) } ?? .bar
    }

    private func drawBars(_ bars: [Bar], _ largest: Double, to output: OutputBuffer) {
        let labelWidth = min(bars.map { DisplayWidth.of($0.label) }.max() ?? 0, presentation.width / 3)
        let valueWidth = bars.map { DisplayWidth.of($0.value) }.max() ?? 0
        let room = max(presentation.width - labelWidth - valueWidth - 4, 4)
        for bar in bars {
            let label = DisplayWidth.fit(bar.label, to: labelWidth)
            let value = DisplayWidth.fit(bar.value, to: valueWidth, alignRight: true)
            output.line("\(label)  \(value)  \(Self.blocks(bar.length / largest * Double(room)))")
        }
    }

    /// As many columns as fit side by side, each with its value above and its name below.
    private func drawColumns(_ bars: [Bar], _ largest: Double, to output: OutputBuffer) {
        let widest = bars.map { max(DisplayWidth.of($0.label), DisplayWidth.of($0.value)) }.max() ?? 1
        let width = min(max(widest, 3), 12)
        let shown = bars.prefix(max(1, (presentation.width + 1) / (width + 1)))
        func write(_ cells: [String]) {
            let line = cells.map { DisplayWidth.fit($0, to: width) }.joined(separator: " ")
            output.line(String(line.reversed().drop { $0 == " " }.reversed()))
        }
        for row in (0...Self.height).reversed() {
            write(
                shown.map { bar in
                    let filled = bar.length / largest * Double(Self.height) - Double(row)
                    if filled <= 0, filled > -1 { return bar.value }
                    return filled <= 0 ? "" : String(repeating: Self.column(min(filled, 1)), count: width)
                })
        }
        write(shown.map(\.label))
        if shown.count < bars.count { output.line("\(bars.count - shown.count) more") }
    }

    /// Lines a chart of columns takes.
    private static let height = 8

    /// A column of one cell, `part` of it filled.
    private static func column(_ part: Double) -> Character {
        let steps: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        return steps[min(max(Int((part * 8).rounded(.up)), 0), 8)]
    }

    private struct Bar {
        var label: String
        var value: String
        var length: Double
    }

    private func bar(_ value: Value) -> Bar? {
        guard case .record(let record) = value else {
            return number(value).map { Bar(label: "", value: CellText(presentation).text(value), length: $0) }
        }
        let text = CellText(presentation)
        var label: String?
        var amount: (String, Double)?
        for value in record.values {
            if let found = number(value) {
                if amount == nil { amount = (text.text(value), found) }
            } else if label == nil {
                label = text.text(value)
            }
        }
        guard let amount else { return nil }
        return Bar(label: label.flatMap { $0.isEmpty ? nil : $0 } ?? "(empty)", value: amount.0, length: amount.1)
    }

    private func number(_ value: Value) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .decimal(let number): number.isFinite ? number : nil
        case .duration(let seconds): Double(seconds)
        default: nil
        }
    }

    /// A bar of `length` cells in eighths of a cell.
    private static func blocks(_ length: Double) -> String {
        guard length > 0, length < 10_000 else { return "" }
        let eighths = Int((length * 8).rounded())
        let tail = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + tail[eighths % 8]
    }
}
