import TMSEngine
import TMSRuntime
import TMSSyntax

/// Who writes a result in which form: where the forms of `OutputFormat` and their writers meet.
struct ResultForm {
    private let description: ResultDescription
    private let presentation: Presentation
    private let choice: ColumnChoice

    init(_ description: ResultDescription, _ presentation: Presentation, _ vocabulary: Vocabulary) {
        self.description = description
        self.presentation = presentation
        choice = ColumnChoice(description, vocabulary)
    }

    /// On the screen or in a pipe, in the form that the result or the run asks for.
    var writer: any ResultWriter {
        switch presentation.format(for: description) {
        case .table where choice.isWrite && description.columns == nil: WriteWriter(choice, presentation)
        case .table where choice.isNested: CardWriter(choice, presentation)
        case .table where presentation.isFlat: FlatWriter(choice, presentation)
        case .table: TableWriter(choice, presentation)
        case .card: CardWriter(choice, presentation)
        case .plain: PlainWriter(choice, presentation)
        case .csv: delimited(.csv)
        case .tsv: delimited(.tsv)
        case .json: JSONWriter(environment: presentation.environment)
        case .jsonl: JSONLinesWriter(environment: presentation.environment)
        case .md: markdown
        case .html: HTMLWriter(choice, presentation)
        case .txt: text
        case .chart: ChartWriter(choice, presentation)
        }
    }

    /// In a file for people, which a chart and a card may be saved in; `nil` for a form that is no document.
    func document(_ format: OutputFormat) -> (any ResultWriter)? {
        let asked = description.format.flatMap { OutputFormat(word: $0) }
        switch format {
        case .md where asked == .chart, .txt where asked == .chart:
            let chart = ChartDocument(choice, presentation, isMarkdown: format == .md)
            return TitledWriter.around(chart, description, mark: format == .md ? "# " : "")
        case .html where asked == .chart: return HTMLChartWriter(choice, presentation)
        case .txt where description.format == "card":
            var paper = presentation.onPaper
            paper.width = 100
            return CardWriter(choice, paper)
        case .md: return markdown
        case .html: return HTMLWriter(choice, presentation)
        case .txt: return text
        default: return nil
        }
    }

    private var markdown: any ResultWriter {
        TitledWriter.around(MarkdownWriter(choice, presentation), description, mark: "# ")
    }

    private var text: any ResultWriter {
        TitledWriter.around(TableWriter(choice, presentation.onPaper), description)
    }

    private func delimited(_ text: TableText) -> DelimitedWriter {
        DelimitedWriter(
            text, columns: description.columns, isOpen: description.isJoined, environment: presentation.environment)
    }
}
