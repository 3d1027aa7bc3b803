/// A successful answer: the envelope taken apart, and the whole of it kept.
public struct Answer: Sendable {
    /// The meta code, 200 or 201.
    public let code: Int
    /// The service's own wording, where it gave one.
    public let message: String?
    /// What `data` held; null where there was none.
    public let data: JSON
    /// The body as it came.
    public let raw: JSON

    public init(code: Int, message: String?, data: JSON, raw: JSON) {
        self.code = code
        self.message = message
        self.data = data
        self.raw = raw
    }

    /// Decodes an envelope. `meta.type` and `meta.message` may be absent; codes other than 200 and 201 are refusals.
    public init(decoding response: HTTPResponse, in dialect: Dialect) throws(APIError) {
        if (300..<400).contains(response.status) {
            throw .redirected(status: response.status, to: response.headers.value(ofHeader: "Location"))
        }
        let raw: JSON
        do {
            raw = try JSON(parsing: response.body)
        } catch {
            throw Answer.failure(of: response, in: dialect)
        }
        guard let code = raw["meta"]?["code"]?.integer else {
            if response.status >= 400, let refusal = dialect.refusal(httpStatus: response.status) {
                throw .refused(refusal.pausing(response.pause), message: raw["message"]?.string)
            }
            throw .unexpectedShape("the answer has no meta code")
        }
        let message = raw["meta"]?["message"]?.string
        guard code == 200 || code == 201 else {
            throw .refused(dialect.refusal(code).pausing(response.pause), message: message)
        }
        self.init(code: code, message: message, data: raw["data"] ?? .null, raw: raw)
    }

    private static func failure(of response: HTTPResponse, in dialect: Dialect) -> APIError {
        if response.status >= 400, let refusal = dialect.refusal(httpStatus: response.status) {
            return .refused(refusal.pausing(response.pause), message: nil)
        }
        return .notJSON(snippet: String(decoding: response.body.prefix(200), as: UTF8.self))
    }
}

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
