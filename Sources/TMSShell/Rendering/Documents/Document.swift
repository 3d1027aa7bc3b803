import TMSEngine
import TMSRuntime
import TMSSyntax

/// A file that people read, written as the same result would be on the screen.
final class Document: DocumentEncoder {
    private var writer: any ResultWriter
    private let output = OutputBuffer(descriptor: nil)

    /// `nil` for a form that is no document.
    init?(
        _ format: OutputFormat, _ description: ResultDescription, _ presentation: Presentation,
        _ vocabulary: Vocabulary
    ) {
        let choice = ColumnChoice(description, vocabulary)
        switch format {
        case .md: writer = MarkdownWriter(choice, presentation)
        case .html: writer = HTMLWriter(choice, presentation)
        case .txt: writer = TableWriter(choice, presentation.onPaper)
        case .table, .card, .plain, .csv, .tsv, .json, .jsonl, .chart: return nil
        }
    }

    func append(_ row: Value, to bytes: inout [UInt8]) {
        _ = writer.row(row, to: output)
        output.move(to: &bytes)
    }

    func end(to bytes: inout [UInt8]) {
        writer.end(RunFacts(), to: output)
        output.move(to: &bytes)
    }
}

extension Presentation {
    /// The same in a file: as wide as it needs, without colours and numbers of rows.
    var onPaper: Presentation {
        var paper = self
        paper.isTerminal = false
        paper.isInteractive = false
        paper.colors = false
        paper.width = 100_000
        return paper
    }
}
