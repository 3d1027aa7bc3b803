/// Why a call brought no answer.
public enum APIError: Error, Sendable {
    /// The service said no; the text is its own wording, where it gave one.
    case refused(Refusal, message: String?)
    case transport(TransportError)
    /// The service sends whoever asks elsewhere, where a key does not follow; it did nothing.
    case redirected(status: Int, to: String?)
    /// The body is not JSON; the beginning of it.
    case notJSON(snippet: String)
    /// JSON, but not the envelope; what was missing.
    case unexpectedShape(String)
    /// Whoever asked for it promised not to make such a call; it was not sent.
    case promisedNot
}
