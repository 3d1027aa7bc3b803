/// Answers whether Enter ends the statement or breaks the line.
public protocol Validator {
    func validate(_ text: String) -> Validity
}

public enum Validity: Sendable, Equatable {
    /// The text can be handed over, right or wrong.
    case complete
    /// The statement goes on; the next line starts with `indent` spaces.
    case incomplete(indent: Int)
}
