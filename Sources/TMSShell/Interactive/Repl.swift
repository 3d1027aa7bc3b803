public import LineEditor
public import TMSBase
import TMSSyntax

/// The shell: reads statements, runs them, until ^D or `exit`.
public struct Repl {
    private let session: Session
    private let history: History
    private let prompt: Prompt
    private let conversation: Conversation
    private let colors: Bool

    public init(
        session: Session, history: History, conversation: Conversation, isLive: Bool, colors: Bool
    ) {
        self.session = session
        self.history = history
        self.conversation = conversation
        self.colors = colors
        prompt =
            isLive
            ? Prompt([.init("LIVE", Style(.red, .bold)), .init(" ❯ ")])
            : Prompt([.init("sandbox", Style(.green)), .init(" ❯ ")])
    }

    /// - Returns: the exit status: that of `exit N`, otherwise 0.
    public func run() async -> ExitStatus {
        let source = makeSource()
        var number = 0
        var hasTold = false
        while true {
            switch source.readLine(prompt: prompt, continuation: .continuation, kind: .statement) {
            case .endOfInput: return ExitStatus.ok
            case .interrupted: continue
            case .line(let text):
                if text.allSatisfy(\.isWhitespace) { continue }
                if let status = exitStatus(text) { return status }
                history.add(text)
                if let failure = history.failure, !hasTold {
                    hasTold = true
                    conversation.warn("\(failure); lines are kept until the shell is left")
                }
                conversation.note(history.entries)
                number += 1
                _ = await session.run(SourceFile(name: "line \(number)", text: text))
                if session.interruptor.isLeaving { return ExitStatus.cancelled }
            }
        }
    }

    private func makeSource() -> any LineSource {
        var settings = LineEditor.Settings()
        settings.colors = colors
        let service = session.languageService
        let validator = LanguageValidator(service)
        let editor = LineEditor(
            settings: settings, history: history, completer: LanguageCompleter(service),
            highlighter: colors ? LanguageHighlighter(service) : NoAnswers(),
            hinter: LanguageHinter(service, history: history), validator: validator)
        return editor ?? PlainLineReader(validator: validator)
    }

    /// `exit` and `quit` leave the shell, not only the line.
    private func exitStatus(_ text: String) -> ExitStatus? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, first == "exit" || first == "quit", words.count <= 2 else { return nil }
        return words.count == 1 ? .ok : Int(words[1]).map { ExitStatus(rawValue: min(max($0, 0), 255)) }
    }
}
