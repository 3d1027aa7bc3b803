import TMSRuntime
import TMSSyntax

/// A result that is kept back until it is known whether it is longer than the screen.
final class HeldResult {
    /// As it fits the width of the screen.
    let output = OutputBuffer(descriptor: nil)
    /// The same with all its columns.
    let wide: WideResult
    /// It was cut short, and its end will not come.
    var isCut = false

    /// nil for forms that are for programs, and are written as they come.
    init?(_ description: ResultDescription, _ presentation: Presentation, _ vocabulary: Vocabulary) {
        guard presentation.isInteractive, presentation.isTerminal, !presentation.isQuiet,
            [.table, .card, .chart].contains(presentation.format(for: description))
        else { return nil }
        wide = WideResult(description, presentation, vocabulary)
    }
}

/// A table as wide as it needs.
final class WideResult {
    private let output = OutputBuffer(descriptor: nil)
    private var writer: (any ResultWriter)?

    /// A screen of this width has room for every column of every table.
    private static let width = 10_000

    init(_ description: ResultDescription, _ presentation: Presentation, _ vocabulary: Vocabulary) {
        // Cards and charts fit the screen that they are read on.
        guard presentation.format(for: description) == .table, !presentation.isFlat else { return }
        var wide = presentation
        wide.width = Self.width
        writer = ResultForm(description, wide, vocabulary).writer
    }

    func row(_ value: Value) { _ = writer?.row(value, to: output) }

    /// nil for what has no rows and columns.
    func page(_ facts: RunFacts) -> Pager.Page? {
        writer?.end(facts, to: output)
        guard let writer, writer.numbersRows else { return nil }
        let margins = writer.margins
        return Pager.Page(output.text, headings: margins.headings, fixed: margins.fixed)
    }
}
