import Glibc
import TMSBase

/// Reads statements where nothing can be edited: from a pipe, a file, or a terminal without cursor movement. Lines are
/// joined while the validator finds the statement incomplete.
public final class PlainLineReader: LineSource {
    public var validator: any Validator
    private let input: Int32
    private let output: Int32
    private let showsPrompt: Bool
    private var waiting: [UInt8] = []
    private var isAtEnd = false

    /// - Parameter output: where prompts go, and only while `input` is a terminal.
    public init(input: Int32 = 0, output: Int32 = 1, validator: any Validator = NoAnswers()) {
        self.input = input
        self.output = output
        self.validator = validator
        self.showsPrompt = isatty(input) == 1
    }

    public func readLine(prompt: Prompt, continuation: Prompt, kind: LineKind) -> LineOutcome {
        show(prompt)
        guard var text = nextLine(secret: kind == .secret) else { return .endOfInput }
        while kind == .statement, case .incomplete = validator.validate(text) {
            show(continuation)
            guard let more = nextLine(secret: false) else { break }
            text += "\n" + more
        }
        return .line(text)
    }

    private func show(_ prompt: Prompt) {
        if showsPrompt { FileBytes.write(Array(prompt.text.utf8), to: output) }
    }

    private func nextLine(secret: Bool) -> String? {
        guard secret && showsPrompt else { return nextLine() }
        var modes = termios()
        guard tcgetattr(input, &modes) == 0 else { return nextLine() }
        var silent = modes
        silent.c_lflag &= ~UInt32(ECHO)
        tcsetattr(input, TCSADRAIN, &silent)
        defer {
            tcsetattr(input, TCSADRAIN, &modes)
            FileBytes.write([0x0A], to: output)
        }
        return nextLine()
    }

    private func nextLine() -> String? {
        var searched = 0
        while true {
            if let end = waiting[searched...].firstIndex(of: 0x0A) {
                defer { waiting.removeFirst(end + 1) }
                return Self.text(waiting[..<end])
            }
            searched = waiting.count
            let more = isAtEnd ? [] : FileBytes.read(input)
            if more.isEmpty {
                isAtEnd = isatty(input) == 0
                defer { waiting = [] }
                return waiting.isEmpty ? nil : Self.text(waiting[...])
            }
            waiting += more
        }
    }

    private static func text(_ line: ArraySlice<UInt8>) -> String {
        String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
}
