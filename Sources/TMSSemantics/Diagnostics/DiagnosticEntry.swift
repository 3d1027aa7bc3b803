/// What there is to say of a code beyond its message: for `tms help E0201` and the reference.
public struct DiagnosticEntry: Sendable {
    public var code: String
    public var title: String
    public var explanation: String
    /// A text that gives it.
    public var example: String
    public init(code: String, title: String, explanation: String, example: String) {
        self.code = code
        self.title = title
        self.explanation = explanation
        self.example = example
    }
}
