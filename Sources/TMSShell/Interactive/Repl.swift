public import LineEditor
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
    public func run() async -> Int {
        let validator = LanguageValidator { [session] in session.isIncomplete($0) }
        let source = makeSource(validator)
        var number = 0
        while true {
            switch source.readLine(prompt: prompt, continuation: .continuation, kind: .statement) {
            case .endOfInput: return ExitStatus.ok
            case .interrupted: continue
            case .line(let text):
                if text.allSatisfy(\.isWhitespace) { continue }
                if let status = exitStatus(text) { return status }
                history.add(text)
                conversation.note(history.entries)
                number += 1
                _ = await session.run(SourceFile(name: "line \(number)", text: text))
            }
        }
    }

    private func makeSource(_ validator: LanguageValidator) -> any LineSource {
        var settings = LineEditor.Settings()
        settings.colors = colors
        let vocabulary = session.vocabulary
        let completer = LanguageCompleter(
            vocabulary, variables: { [session] in Array(session.memory.variables.keys) + ["last"] },
            definitions: { [session] in session.memory.definitions.mapValues(\.syntax) })
        let editor = LineEditor(
            settings: settings, history: history, completer: completer,
            highlighter: colors ? LanguageHighlighter(vocabulary) : NoAnswers(),
            hinter: LanguageHinter(vocabulary, history: history), validator: validator)
        return editor ?? PlainLineReader(validator: validator)
    }

    /// `exit` and `quit` leave the shell, not only the line.
    private func exitStatus(_ text: String) -> Int? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, first == "exit" || first == "quit", words.count <= 2 else { return nil }
        return words.count == 1 ? ExitStatus.ok : Int(words[1]).map { min(max($0, 0), 255) }
    }
}
