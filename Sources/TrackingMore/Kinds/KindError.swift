/// Why a text is no value of its kind, for people.
public struct KindError: Error, Sendable, Equatable {
    /// What was written.
    public let text: String
    /// What is wrong with it, as the rest of a sentence: `is not a country`.
    public let cause: String
    /// What was probably meant, in the form people write; nil where nothing is near.
    public let suggestion: String?

    public init(_ text: String, _ cause: String, suggestion: String? = nil) {
        self.text = text
        self.cause = cause
        self.suggestion = suggestion
    }
}
