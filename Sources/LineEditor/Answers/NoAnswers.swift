/// Completes, colours and suggests nothing and takes every line as complete: the default of all four protocols.
public struct NoAnswers: Completer, Highlighter, Hinter, Validator {
    public init() {}

    public func completions(for text: String, cursor: Int) -> Completions { .none }

    public func highlight(_ text: String) -> [StyledRun] { [] }

    public func hint(for text: String) -> String? { nil }

    public func validate(_ text: String) -> Validity { .complete }
}
