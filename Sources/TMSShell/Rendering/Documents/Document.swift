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
        guard let writer = ResultForm(description, presentation, vocabulary).document(format) else { return nil }
        self.writer = writer
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

extension ColumnChoice {
    /// What a document is called: as the script says, else by what it tells.
    var documentTitle: String {
        if let title = description.title { return title }
        let subject = description.subject ?? Noun.plural(noun)
        return subject.prefix(1).uppercased() + subject.dropFirst()
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
