import TMSEngine
public import TMSRuntime
public import TMSSyntax

/// Turns what a program says into text on standard output and standard error.
public final class Renderer {
    public var presentation: Presentation
    private let vocabulary: Vocabulary
    private let output: OutputBuffer
    private let errors: OutputBuffer
    /// How a diagnostic is written: text with carets, or JSON.
    private let diagnose: (Diagnostic) -> String
    /// Asked at the end of a result, for its footer.
    public var facts: () -> RunFacts = { RunFacts() }
    /// Told that a statement begins whose facts will be asked for.
    public var resultAhead: () -> Void = {}
    /// A program reads the output: what `print` says goes to standard error.
    public var printsAside = false

    private var writer: (any ResultWriter)?
    /// The rows of the last result that were shown, frozen; `nil` when none has been shown since it was taken.
    public private(set) var shown: [Value]?
    private var showing: [Value] = []
    private var rowsAreWanted = true
    /// The zone the dates of the present result are read in, if it speaks of any.
    private var zone: String?
    /// Whether the rows of the present result come of writes, which are done whoever looks.
    private var mustBeDone = false

    /// The most rows that are kept for `those` and `@n`.
    private static let keptRows = 100_000

    public init(
        _ presentation: Presentation, vocabulary: Vocabulary, output: OutputBuffer, errors: OutputBuffer,
        diagnose: @escaping (Diagnostic) -> String
    ) {
        self.presentation = presentation
        self.vocabulary = vocabulary
        self.output = output
        self.errors = errors
        self.diagnose = diagnose
    }

    /// Whether further rows are of use: somebody reads them and the screen is not full, or making them is the point.
    public var wantsMore: Bool { mustBeDone || (rowsAreWanted && !output.isClosed) }

    public func handle(_ event: OutputEvent) {
        switch event {
        case .lines(let lines): say(lines)
        case .resultAhead: resultAhead()
        case .beginResult(let description): begin(description)
        case .row(let value): row(value)
        case .endResult(let end): self.end(end)
        case .value(let value, let description): single(value, description)
        case .rowFailed(let failure): report(failure.diagnostic)
        case .diagnostic(let diagnostic): report(diagnostic)
        }
    }

    /// Ends a result that was cut short (a failure, ^C) and sends everything on.
    public func finish() {
        if writer != nil { end() }
        output.flush()
        errors.flush()
    }

    public func report(_ diagnostic: Diagnostic) {
        // What was said before is seen before.
        output.flush()
        errors.write(diagnose(diagnostic))
        errors.flush()
    }

    // MARK: - Results

    private func say(_ lines: [UInt8]) {
        // On a terminal a person reads both.
        let isAside = presentation.format?.isMachine ?? false || printsAside && !presentation.isTerminal
        let target = isAside ? errors : output
        target.append { $0 += lines }
        // They come in large pieces, or because the program pauses: for a call, or as long as `wait` says.
        target.flush()
    }

    private func begin(_ description: ResultDescription) {
        if writer != nil { end() }
        rowsAreWanted = true
        mustBeDone = description.isToBeDone
        zone = description.speaksOfDates ? presentation.environment.zoneName : nil
        showing = []
        writer = presentation.isQuiet ? nil : makeWriter(description)
    }

    private func row(_ value: Value) {
        guard var writer else { return }
        self.writer = nil
        // Those that are not shown are counted.
        rowsAreWanted = writer.row(value, to: output)
        self.writer = writer
        if rowsAreWanted, presentation.isInteractive, showing.count < Self.keptRows { showing.append(value) }
    }

    private func end(_ end: ResultEnd = ResultEnd()) {
        mustBeDone = false
        guard var writer else { return }
        self.writer = nil
        writer.end(facts(end), to: output)
        shown = showing
        showing = []
        rowsAreWanted = true
        if presentation.isTerminal { output.flush() }
    }

    private func facts(_ end: ResultEnd) -> RunFacts {
        var facts = facts()
        facts.end = end
        facts.zone = zone
        return facts
    }

    private func single(_ value: Value, _ description: ResultDescription) {
        guard !presentation.isQuiet else { return }
        let format = presentation.format(for: description)
        switch value {
        case .nothing where !format.isMachine: return
        case .list(let list) where format != .json && format != .jsonl:
            begin(description)
            for item in list.items { row(item) }
            return end()
        case .record:
            if format == .json || format == .jsonl {
                output.line(JSONText.of(value, presentation.environment))
            } else {
                showRecord(value, description, format)
            }
            if presentation.isInteractive { shown = [value] }
        default:
            let isJSON = format == .json || format == .jsonl
            let environment = presentation.environment
            output.line(isJSON ? JSONText.of(value, environment) : PrintedText.of(value, environment))
        }
    }

    /// A record on its own is a card for people and a row for everybody else.
    private func showRecord(_ value: Value, _ description: ResultDescription, _ format: OutputFormat) {
        let choice = ColumnChoice(description, vocabulary)
        let isCard = format == .table && !choice.isWrite && description.format == nil && description.columns == nil
        var writer: any ResultWriter =
            isCard ? CardWriter(choice, presentation) : makeWriter(description)
        _ = writer.row(value, to: output)
        writer.end(facts(), to: output)
    }

    private func makeWriter(_ description: ResultDescription) -> any ResultWriter {
        let choice = ColumnChoice(description, vocabulary)
        let environment = presentation.environment
        switch presentation.format(for: description) {
        case .table where choice.isWrite && description.columns == nil: return WriteWriter(choice, presentation)
        case .table where choice.isNested: return CardWriter(choice, presentation)
        case .table: return TableWriter(choice, presentation)
        case .card: return CardWriter(choice, presentation)
        case .plain: return PlainWriter(choice, presentation)
        case .csv: return DelimitedWriter(.csv, columns: description.columns, environment: environment)
        case .tsv: return DelimitedWriter(.tsv, columns: description.columns, environment: environment)
        case .json: return JSONWriter(environment: environment)
        case .jsonl: return JSONLinesWriter(environment: environment)
        case .md: return MarkdownWriter(choice, presentation)
        case .html: return HTMLWriter(choice, presentation)
        case .txt: return TableWriter(choice, presentation.onPaper)
        case .chart: return ChartWriter(choice, presentation)
        }
    }
}
