import LineEditor
import TMSBase
import TMSRuntime
import TMSSyntax

/// Rows as bars: what is no number names a bar, the first number gives its length.
struct ChartWriter: ResultWriter {
    private let choice: ColumnChoice
    private let presentation: Presentation
    /// The most rows that are drawn; a file has room for all.
    private let most: Int
    private var rows: [Value] = []
    private var seen = 0

    init(_ choice: ColumnChoice, _ presentation: Presentation, most: Int = TableWriter.screenful) {
        self.choice = choice
        self.presentation = presentation
        self.most = most
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        seen += 1
        if rows.count < most { rows.append(value) }
        return seen < most
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        let chart = ChartBars(rows, choice, presentation)
        let bars = chart.bars
        guard let largest = bars.map(\.length).max(), largest > 0 else {
            tellReason(bars, to: output)
            return
        }
        if let caption = chart.caption {
            output.line(
                Style.dim.apply(to: DisplayWidth.truncate(caption, to: presentation.width), colors: presentation.colors)
            )
        }
        switch kind {
        case .bar: drawBars(bars, largest, to: output)
        case .column: drawColumns(bars, largest, to: output)
        case .spark: drawSpark(bars, largest, to: output)
        }
        let footer = [cutCount(facts.end), chart.leftOut].compactMap(\.self).joined(separator: " · ")
        if !footer.isEmpty { output.line(Style.dim.apply(to: footer, colors: presentation.colors)) }
    }

    /// `100 of 440 rows`, where there are more than are drawn.
    private func cutCount(_ end: ResultEnd) -> String? {
        guard seen > rows.count || end.isCut else { return nil }
        let all = (end.isCut ? end.total : seen).map { "\(Count.text(rows.count)) of \(Count.text($0)) rows" }
        return all ?? "the first \(Count.text(rows.count)) rows, more follow"
    }

    /// Why there is nothing to draw, and what would be. The stages to write stay as they are: a blank taken from between
    /// quotes would make another name.
    private func tellReason(_ bars: [ChartBars.Bar], to output: OutputBuffer) {
        let reason = "nothing to draw: " + reason(bars)
        guard !rows.isEmpty, bars.isEmpty, let counted else {
            for line in WordWrap.lines(reason, width: presentation.width) { output.line(line) }
            return
        }
        let whole = "\(reason); to count them: \(counted)"
        if DisplayWidth.of(whole) <= presentation.width { return output.line(whole) }
        for line in WordWrap.lines("\(reason); to count them:", width: presentation.width) { output.line(line) }
        output.line(counted)
    }

    private func reason(_ bars: [ChartBars.Bar]) -> String {
        if rows.isEmpty { return "no \(Noun.plural(choice.noun))" }
        return bars.isEmpty ? "the rows have no number" : "the rows have no number above zero"
    }

    private var counted: String? {
        let column = choice.settled(by: rows).columns(for: rows).first { $0.name != "number" }?.name
        return column.map { "| count by \(Quoting.field($0)) | chart" }
    }

    private func drawSpark(_ bars: [ChartBars.Bar], _ largest: Double, to output: OutputBuffer) {
        var rest = bars.map { Self.column($0.length / largest) }[...]
        while !rest.isEmpty {
            output.line(String(rest.prefix(presentation.width)))
            rest = rest.dropFirst(presentation.width)
        }
    }

    private var kind: ChartKind {
        choice.description.format?.split(separator: " ").last.flatMap { ChartKind(rawValue: String($0)) } ?? .bar
    }

    private func drawBars(_ bars: [ChartBars.Bar], _ largest: Double, to output: OutputBuffer) {
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
    private func drawColumns(_ bars: [ChartBars.Bar], _ largest: Double, to output: OutputBuffer) {
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

    /// A bar of `length` cells in eighths of a cell.
    private static func blocks(_ length: Double) -> String {
        guard length > 0, length < 10_000 else { return "" }
        let eighths = Int((length * 8).rounded())
        let tail = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + tail[eighths % 8]
    }
}
