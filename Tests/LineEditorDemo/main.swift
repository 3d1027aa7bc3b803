// A small program around the editor, driven by tests through a pseudo-terminal. Options: vi, plain, nohints, history PATH.
// A line "tick N" shows N messages above the prompt; "quit" ends it.

import LineEditor

/// Colours digits, completes fruits, goes on while a brace is open.
struct Toy: Completer, Highlighter, Validator {
    static let words = [
        Completion("apple", description: "round, 苹果"), Completion("apricot", description: "soft"),
        Completion("banana", description: "long"), Completion("cherry/", appendsSpace: false),
    ]

    func completions(for text: String, cursor: Int) -> Completions {
        let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
        let word = before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
        return Completions(
            replaces: cursor - word.utf8.count..<cursor, candidates: Self.words.filter { $0.text.hasPrefix(word) })
    }

    func highlight(_ text: String, cursor: Int?) -> [StyledRun] {
        text.utf8.enumerated().filter { (0x30...0x39).contains($0.element) }.map {
            StyledRun($0.offset..<$0.offset + 1, Style(.cyan))
        }
    }

    func validate(_ text: String) -> Validity {
        let depth = text.utf8.reduce(0) { $0 + ($1 == 0x7B ? 1 : $1 == 0x7D ? -1 : 0) }
        return depth > 0 ? .incomplete(indent: 2 * depth) : .complete
    }
}

let options = CommandLine.arguments.dropFirst()
let historyPath = options.firstIndex(of: "history").map { options[options.index(after: $0)] }
let history = History(path: historyPath, filter: { !$0.contains("password") })
var settings = LineEditor.Settings()
if options.contains("vi") { settings.keys = .vi }

let toy = Toy()
let editor =
    options.contains("plain")
    ? nil
    : LineEditor(
        settings: settings, history: history, completer: toy, highlighter: toy,
        hinter: options.contains("nohints") ? NoAnswers() : HistoryHinter(history), validator: toy)
let source: any LineSource = editor ?? PlainLineReader(validator: toy)

reading: while true {
    switch source.readLine(prompt: Prompt("demo> ", Style(.green, .bold)), continuation: Prompt("...> ", .dim)) {
    case .line("quit"): break reading
    case .line("secret"):
        print("got: \(source.readLine(prompt: Prompt("password: "), continuation: Prompt(""), kind: .secret))")
    case .line(let text):
        history.add(text)
        if text.hasPrefix("tick "), let count = Int(text.dropFirst(5)), let output = editor?.output {
            Task.detached { for number in 1...max(1, count) { output.emit("message \(number)") } }
        }
        print("got: \(text.debugDescription)")
    case .interrupted: print("interrupted")
    case .endOfInput: break reading
    }
}
print("bye")
