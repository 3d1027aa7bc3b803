import LineEditor
import TMSBase
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
    /// Reviews the proposals of what a run says; nobody is shown one that was not reviewed.
    public var settle: (Diagnostic) -> Diagnostic = { $0 }
    /// A program reads the output: what `print` says goes to standard error.
    public var printsAside = false
    /// Diagnostics are for people: what is the same for many rows is said once.
    public var abbreviatesRows = true
    /// The plan of a script is told.
    public var tellsPlan = true
    /// Rows that are planned were shown one by one.
    private var hasShownPlan = false
    /// The file that rows which failed are written to.
    public var failures: String?
    private var lastRowLocation: SourceLocation?

    /// Shows what is longer than the screen; nil where nobody sits before one.
    public var pager: Pager?
    private var writer: (any ResultWriter)?
    /// A result that may go to the pager: as it fits the screen, and with all its columns.
    private var held: HeldResult?
    /// The rows of the last result whose rows were numbered on the screen, frozen; `nil` when there was none in this
    /// text.
    public private(set) var shown: [Value]?
    /// The record that was shown last on its own, if one was in this text.
    private(set) var card: Value?
    /// How many rows the last result of this text had, shown or not; nil where it had none.
    private(set) var rowCount: Int?
    private var count = 0
    private var showing: [Value] = []
    /// Rows are kept although nobody can name them: what is said next goes by them.
    var keepsRows = false
    private var rowsAreWanted = true
    /// The program is ending because nobody can be told anything: what its parts say of that is left out.
    private var endsEarly = false
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
    public var wantsMore: Bool { mustBeDone || (rowsAreWanted && !output.isClosed && !output.readerHasLeft) }

    /// Whether nothing more can be written, so that the program is to end. Writes that were begun are done first.
    public var isAbandoned: Bool {
        if !mustBeDone, output.readerHasLeft || output.isClosed || errors.failure != nil { endsEarly = true }
        return endsEarly
    }

    public func handle(_ event: OutputEvent) {
        switch event {
        case .lines(let lines): say(lines)
        case .resultAhead: resultAhead()
        case .beginResult(let description): begin(description)
        case .row(let value): row(value)
        case .endResult(let end): self.end(end)
        case .value(let value, let description, let end): single(value, description, end)
        case .rowFailed(let failure): report(row: failure)
        case .rowLeft: break
        case .summary(let summary): report(summary)
        case .plan(let price, let isWhole): tell(price, isWhole: isWhole)
        case .saved(let rows, let name): told(rows, name)
        case .diagnostic(let diagnostic): report(diagnostic)
        }
    }

    /// Ends a result that was cut short (a failure, ^C) and sends everything on.
    public func finish() {
        // Who presses ^C asks for the prompt, and for no pager.
        held?.isCut = true
        if writer != nil { end() }
        output.flush()
        errors.flush()
    }

    public func report(_ diagnostic: Diagnostic) {
        guard !endsEarly else { return }
        // What was said before is seen before.
        output.flush()
        errors.write(diagnose(diagnostic.proposals.isEmpty ? diagnostic : settle(diagnostic)))
        errors.flush()
    }

    /// The place in the script is shown once for rows of a file that fail one after the other: each names its own.
    private func report(row failure: Failure) {
        var told = failure.told
        if abbreviatesRows, failure.row?.origin != nil {
            if told.location == lastRowLocation { told.location = nil } else { lastRowLocation = told.location }
        }
        report(told)
    }

    private func report(_ summary: RowsSummary) {
        guard !presentation.isQuiet else { return }
        report(plain: Diagnostic(.note, "N0743", summary.text(failures: failures)))
    }

    /// Says it in a line of its own to people, with its code to programs.
    func report(plain diagnostic: Diagnostic) {
        output.flush()
        errors.write(abbreviatesRows ? diagnostic.message + "\n" : diagnose(diagnostic))
        errors.flush()
    }

    /// A plan of a script is what was asked for; behind one of a statement its rows are, and it stands beside them.
    private func tell(_ price: PlanPrice, isWhole: Bool) {
        defer { hasShownPlan = false }
        guard isWhole ? tellsPlan : !presentation.isQuiet else { return }
        let isForMachines = presentation.format?.isMachine ?? false
        let text = price.lines(showsSamples: !hasShownPlan).joined(separator: "\n")
        output.flush()
        if isWhole || presentation.isTerminal && !isForMachines {
            output.line(text)
            output.flush()
        } else {
            errors.write(abbreviatesRows ? text + "\n" : diagnose(Diagnostic(.note, "N0761", text)))
            errors.flush()
        }
    }

    /// Tells a person the line that is proposed to be run next.
    func suggest(_ line: String) {
        guard !presentation.isQuiet, abbreviatesRows else { return }
        let text = "next: \(CellText.oneLine(line))"
        output.flush()
        if presentation.isTerminal {
            output.line(Style.dim.apply(to: text, colors: presentation.colors))
            output.flush()
        } else {
            errors.write(text + "\n")
            errors.flush()
        }
    }

    /// Tells that a plan stands under its name.
    func tellSaved(plan path: String, rows: Int) {
        guard tellsPlan else { return }
        output.line("saved in \(CellText.oneLine(path)): \(Count.text(rows)) row\(rows == 1 ? "" : "s")")
        output.flush()
    }

    /// A person sees that the file is there; a pipe and a file hold results alone.
    private func told(_ rows: Int, _ name: String) {
        guard presentation.isTerminal, !presentation.isQuiet, !(presentation.format?.isMachine ?? false) else { return }
        let text = "\(Count.text(rows)) row\(rows == 1 ? "" : "s") saved in \(CellText.oneLine(name))"
        output.line(Style.dim.apply(to: text, colors: presentation.colors))
        output.flush()
    }

    // MARK: - Results

    /// Where what `print` says goes. On a terminal a person reads both.
    private var printed: OutputBuffer {
        let isAside = presentation.format?.isMachine ?? false || printsAside && !presentation.isTerminal
        return isAside ? errors : output
    }

    /// Whether what `print` says is read on a terminal.
    var printsOnTerminal: Bool { printed.isTerminal }

    private func say(_ lines: [UInt8]) {
        let target = printed
        target.appendForeign { $0 += lines }
        // They come in large pieces, or because the program pauses: for a call, or as long as `wait` says.
        target.flush()
    }

    private func begin(_ description: ResultDescription) {
        lastRowLocation = nil
        if writer != nil { end() }
        if description.prefix == .plan { hasShownPlan = true }
        rowsAreWanted = true
        mustBeDone = description.isToBeDone
        zone = description.speaksOfDates ? presentation.environment.zoneName : nil
        showing = []
        count = 0
        writer = presentation.isQuiet ? nil : makeWriter(description)
        held = pager.flatMap { _ in HeldResult(description, presentation, vocabulary) }
    }

    /// Shows lines that belong to no result.
    func show(_ text: String) {
        output.appendForeign { $0 += (text + "\n").utf8 }
        output.flush()
    }

    /// Forgets what the text before has shown.
    func beginText() { (shown, card, rowCount) = (nil, nil, nil) }

    private func row(_ value: Value) {
        guard var writer else { return }
        self.writer = nil
        count += 1
        // Those that are not shown are counted.
        rowsAreWanted = writer.row(value, to: held?.output ?? output)
        held?.wide.row(value)
        self.writer = writer
        if rowsAreWanted, presentation.isInteractive || keepsRows, showing.count < Self.keptRows {
            showing.append(value)
        }
    }

    private func end(_ end: ResultEnd = ResultEnd()) {
        mustBeDone = false
        guard var writer else { return }
        self.writer = nil
        let facts = self.facts(end)
        writer.end(facts, to: held?.output ?? output)
        release(facts)
        if let remark = writer.remark { report(remark) }
        if writer.numbersRows || keepsRows { shown = showing }
        rowCount = count
        showing = []
        rowsAreWanted = true
        // What is there is seen before the next call waits for its turn.
        output.flush()
    }

    /// Shows a result that was held, in the pager where it is longer than the screen.
    private func release(_ facts: RunFacts) {
        guard let held, let pager else { return }
        self.held = nil
        let text = held.output.text
        let page = held.wide.page(facts)
        if let page { pager.keep(page) }
        let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
        guard lines >= pager.rows, !held.isCut else { return output.write(text) }
        show(page ?? Pager.Page(text), in: pager)
        output.write(Self.beginning(of: text, lines: pager.rows - 2))
    }

    /// What stays on the screen of a text that was read in the pager: its first lines, and its last, the footer.
    private static func beginning(of text: String, lines count: Int) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.prefix(max(count - 3, 1)) + ["…"] + lines.suffix(2)
        return kept.joined(separator: "\n")
    }

    private func facts(_ end: ResultEnd) -> RunFacts {
        var facts = facts()
        facts.end = end
        facts.zone = zone
        return facts
    }

    private func single(_ value: Value, _ description: ResultDescription, _ end: ResultEnd) {
        guard !presentation.isQuiet else { return }
        if description.prefix == .plan { hasShownPlan = true }
        let format = presentation.format(for: description)
        if format == .json {
            // One array, however many rows or values there are.
            begin(description)
            switch value {
            case .nothing, .null: break
            case .list(let list): for item in list.items { row(item) }
            default: row(value)
            }
            return self.end(end)
        }
        switch value {
        case .nothing, .null: return
        case .list(let list) where format != .jsonl:
            begin(description)
            for item in list.items { row(item) }
            return self.end(end)
        case .record:
            if format == .jsonl {
                writeAlone(JSONText.of(value, presentation.environment))
            } else {
                showRecord(value, description, format, end)
            }
            card = value
            rowCount = 1
        default:
            let environment = presentation.environment
            if format == .jsonl { return writeAlone(JSONText.of(value, environment)) }
            let text = PrintedText.of(value, environment)
            guard presentation.isTerminal, format == .table else { return writeAlone(text) }
            // Such as help, which people read to the ends of its lines; text from outside is one line.
            var isPage = false
            if case .text(let own) = value { isPage = own.breaksLines }
            read(WordWrap.page(isPage ? text : LineBreaks.marked(text), width: presentation.width))
        }
    }

    /// A text of any length for a person.
    private func read(_ text: String) {
        let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        guard let pager, lines >= pager.rows else { return writeAlone(text) }
        show(Pager.Page(TerminalCleaner(keepsStyles: false).clean(text)), in: pager)
    }

    /// The pager has the screen to itself.
    private func show(_ page: Pager.Page, in pager: Pager) {
        output.flush()
        output.status?.makeRoom()
        defer { output.status?.comeBack(belowLine: true) }
        pager.show(page)
    }

    private func writeAlone(_ text: String) {
        output.appendForeign {
            $0 += text.utf8
            $0.append(UInt8(ascii: "\n"))
        }
    }

    /// A record on its own is a card for people and a row for everybody else.
    private func showRecord(
        _ value: Value, _ description: ResultDescription, _ format: OutputFormat, _ end: ResultEnd
    ) {
        let choice = ColumnChoice(description, vocabulary)
        let isCard = format == .table && !choice.isWrite && description.format == nil && description.columns == nil
        var writer: any ResultWriter =
            isCard ? CardWriter(choice, presentation) : makeWriter(description)
        _ = writer.row(value, to: output)
        writer.end(facts(end), to: output)
    }

    private func makeWriter(_ description: ResultDescription) -> any ResultWriter {
        ResultForm(description, presentation, vocabulary).writer
    }
}
