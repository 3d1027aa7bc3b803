/// Where statements come from: a terminal with an editor, or plain lines.
public protocol LineSource {
    func readLine(prompt: Prompt, continuation: Prompt, kind: LineKind) -> LineOutcome
}

extension LineSource {
    /// Reads a statement.
    public func readLine(prompt: Prompt, continuation: Prompt = .continuation) -> LineOutcome {
        readLine(prompt: prompt, continuation: continuation, kind: .statement)
    }
}

/// What is asked for.
public enum LineKind: Sendable {
    /// A statement: with history, candidates, suggestions and colours, of several lines if need be.
    case statement
    /// The answer to a question: one plain line that leaves no trace.
    case answer
    /// An answer that is not shown while it is typed.
    case secret
}

/// How reading a line ended.
public enum LineOutcome: Sendable, Equatable {
    /// The text, of several lines if the validator asked for them, without the last newline.
    case line(String)
    /// ^C: what was typed is to be forgotten.
    case interrupted
    /// ^D on an empty line, the end of the input, or a terminal that is gone.
    case endOfInput
}

extension Prompt {
    public static let continuation = Prompt("… ", .dim)
}
