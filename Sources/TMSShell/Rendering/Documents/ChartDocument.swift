import TMSRuntime
import TMSSyntax

/// A chart in a file: text of bars, between fences where the file is Markdown.
struct ChartDocument: ResultWriter {
    private var chart: ChartWriter
    private let isFenced: Bool

    /// Columns of a text file that any editor shows whole.
    private static let width = 80

    init(_ choice: ColumnChoice, _ presentation: Presentation, isMarkdown: Bool) {
        var paper = presentation.onPaper
        paper.width = Self.width
        chart = ChartWriter(choice, paper, most: .max)
        isFenced = isMarkdown
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool { chart.row(value, to: output) }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        if isFenced { output.line("```") }
        chart.end(facts, to: output)
        if isFenced { output.line("```") }
    }
}

/// A chart as a web page: a bar for each row, its name to the left.
struct HTMLChartWriter: ResultWriter {
    private let choice: ColumnChoice
    private let presentation: Presentation
    private var rows: [Value] = []

    init(_ choice: ColumnChoice, _ presentation: Presentation) {
        self.choice = choice
        self.presentation = presentation
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        rows.append(value)
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        let chart = ChartBars(rows, choice, presentation)
        let page = HTMLPage(title: choice.documentTitle)
        output.write(page.head)
        if let caption = chart.caption { output.line("<p>\(HTMLPage.escaped(caption))</p>") }
        let largest = chart.bars.map(\.length).max() ?? 0
        if largest > 0 {
            output.line("<table>\n<tbody>")
            for bar in chart.bars {
                // In tenths of a percent, so that the page is the same everywhere.
                let part = max(0, Int((bar.length / largest * 1_000).rounded()))
                output.line(
                    "<tr><th scope=\"row\">\(HTMLPage.escaped(bar.label))</th><td class=\"number\">"
                        + "\(HTMLPage.escaped(bar.value))</td><td class=\"bar\"><div style=\"width: "
                        + "\(part / 10).\(part % 10)%\"></div></td></tr>")
            }
            output.line("</tbody>\n</table>")
            if let leftOut = chart.leftOut { output.line("<p>\(HTMLPage.escaped(leftOut))</p>") }
        } else {
            output.line("<p>nothing to draw: the rows have no number above zero</p>")
        }
        output.write(page.tail)
    }
}
