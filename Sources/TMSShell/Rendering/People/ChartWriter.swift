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
        let labelWidth = min(bars.map { DisplayWidth.of($0.label) }.max() ?? 0, presentation.width / 3)
        let valueWidth = bars.map { DisplayWidth.of($0.value) }.max() ?? 0
        let room = max(presentation.width - labelWidth - valueWidth - 4, 4)
        for bar in bars {
            let label = DisplayWidth.fit(bar.label, to: labelWidth)
            let value = DisplayWidth.fit(bar.value, to: valueWidth, alignRight: true)
            output.line("\(label)  \(value)  \(Self.blocks(bar.length / largest * Double(room)))")
        }
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
