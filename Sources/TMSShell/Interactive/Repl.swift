public import LineEditor
public import TMSBase
import TMSLanguageService
import TMSSyntax

/// The shell: reads statements, runs them, until ^D or `exit`.
public struct Repl {
    private let session: Session
    private let history: History
    private let prompt: Prompt
    private let conversation: Conversation
    private let colors: Bool
    private let isLeaving: () -> Bool
    private let tour: Tour?
    private let marks: TerminalMarks?
    private let keys: LineEditor.Keys?
    private let lines = SessionLines()

    /// What the prompt says, and the window.
    public struct Place: Sendable {
        public var isLive: Bool
        /// The name of the profile; empty for the one without a name.
        public var profile: String
        /// The terminal takes marks for the prompt and a title.
        public var hasMarks: Bool

        public init(isLive: Bool, profile: String = "", hasMarks: Bool = false) {
            self.isLive = isLive
            self.profile = profile
            self.hasMarks = hasMarks
        }

        var prompt: Prompt {
            guard isLive else { return Prompt([.init("sandbox", Style(.green)), .init(" ❯ ")]) }
            let name = profile.isEmpty ? "" : " " + CellText.oneLine(profile)
            return Prompt([.init("LIVE", Style(.red, .bold)), .init(name + " ❯ ")])
        }

        /// `tms LIVE shop`.
        var title: String {
            ["tms", isLive ? "LIVE" : "sandbox", isLive ? profile : ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// - Parameters:
    ///   - keys: those that the configuration asks for; `nil` leaves it to `~/.editrc`.
    ///   - tour: says what to type next.
    ///   - isLeaving: asked after each statement: whether the shell is to end.
    public init(
        session: Session, history: History, conversation: Conversation, place: Place, colors: Bool,
        keys: LineEditor.Keys? = nil, tour: Tour? = nil, isLeaving: @escaping () -> Bool = { false }
    ) {
        self.tour = tour
        self.session = session
        self.history = history
        self.conversation = conversation
        self.colors = colors
        self.isLeaving = isLeaving
        prompt = place.prompt
        marks = place.hasMarks ? TerminalMarks(title: place.title) : nil
        self.keys = keys
    }

    /// - Returns: the exit status: that of `exit N`, otherwise 0.
    public func run() async -> ExitStatus {
        let source = makeSource()
        marks?.begin()
        if let tour { session.show(tour.beginning) }
        defer { marks?.end() }
        var number = 0
        var hasTold = false
        while true {
            if let failure = history.failure, !hasTold {
                hasTold = true
                conversation.warn("\(failure); lines are kept until the shell is left")
            }
            marks?.promptAhead()
            switch source.readLine(prompt: prompt, continuation: .continuation, kind: .statement) {
            case .endOfInput: return ExitStatus.ok
            case .interrupted: continue
            case .line(let text):
                if text.allSatisfy(\.isWhitespace) { continue }
                if let status = exitStatus(text) { return status }
                guard let text = recalled(text) else { continue }
                number += 1
                await enter(text, number)
                if session.interruptor.isLeaving { return ExitStatus.cancelled }
                if isLeaving() { return ExitStatus.ok }
            }
        }
    }

    /// Runs a statement, and keeps it with what becomes of it.
    private func enter(_ text: String, _ line: Int) async {
        let number = history.add(text)
        conversation.note(history.records)
        marks?.outputAhead()
        let status = await session.run(SourceFile(name: "line \(line)", text: text))
        marks?.ended(status)
        if let tour, let program = session.lastProgram {
            session.show("\n" + tour.answer(to: program, hasWorked: session.outcome(status) == .worked))
        }
        lines.noteRun()
        lines.see(session.surroundings(lines).parcels(session.memory.lastRows ?? []))
        if let next = session.memory.suggestedLine {
            lines.offer(next)
        } else if status == ExitStatus.usage {
            lines.offer(session.languageService(lines: lines).correction(of: text))
        }
        // A copy that is kept would be made anew with the next statement.
        conversation.note([])
        guard let number else { return }
        history.note(session.outcome(status), rows: session.rowsOfLine, of: number)
    }

    private func makeSource() -> any LineSource {
        var settings = LineEditor.Settings()
        settings.colors = colors
        if let file = EditRC.ofUser(program: "tms") { settings.apply(file) }
        settings.keys = keys ?? settings.keys
        let service = session.languageService(lines: lines)
        let validator = LanguageValidator(service)
        let editor = LineEditor(
            settings: settings, history: history, completer: LanguageCompleter(service),
            highlighter: colors ? LanguageHighlighter(service) : NoAnswers(),
            hinter: LanguageHinter(service, history: history, lines: lines), validator: validator)
        return editor ?? PlainLineReader(validator: validator)
    }

    /// A statement of the history in place of `!42`, shown before it is run; nil where there is none.
    private func recalled(_ text: String) -> String? {
        guard let reference = HistoryReference(text) else { return text }
        do {
            let statement = try reference.statement(in: history)
            session.show(statement)
            return statement
        } catch {
            session.report(error)
            return nil
        }
    }

    /// `exit` and `quit` leave the shell, not only the line.
    private func exitStatus(_ text: String) -> ExitStatus? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, first == "exit" || first == "quit", words.count <= 2 else { return nil }
        return words.count == 1 ? .ok : Int(words[1]).map { ExitStatus(rawValue: min(max($0, 0), 255)) }
    }
}
