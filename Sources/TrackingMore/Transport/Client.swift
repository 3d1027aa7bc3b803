/// Speaks one version of the API over a transport: one request, one decoded answer. Retries and limits belong to the caller.
public struct Client: Sendable {
    public let baseURL: String
    public let userAgent: String
    private let dialect: Dialect
    private let key: @Sendable () -> Secret
    private let transport: any Transport

    /// - Parameters:
    ///   - baseURL: without a trailing slash, version included; `nil` for the dialect's own.
    ///   - key: asked anew for every request, so that a changed key takes effect at once.
    public init(
        dialect: Dialect, baseURL: String? = nil, userAgent: String = "tms", transport: any Transport,
        key: @escaping @Sendable () -> Secret
    ) {
        let baseURL = baseURL ?? dialect.defaultBaseURL
        self.dialect = dialect
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.userAgent = userAgent
        self.transport = transport
        self.key = key
    }

    /// Sends the request and decodes its envelope. Meta codes other than 200 and 201 are thrown as refusals.
    ///
    /// - Parameter tell: told how the exchange went, whatever came of it.
    public func send(
        _ request: APIRequest, telling tell: ((Exchange) -> Void)? = nil
    ) async throws(APIError) -> Answer {
        let begun = tell == nil ? nil : ContinuousClock.now
        var exchange = Exchange()
        defer {
            if let tell, let begun {
                let passed = begun.duration(to: .now).components
                exchange.seconds = Double(passed.seconds) + Double(passed.attoseconds) / 1e18
                tell(exchange)
            }
        }
        let response: HTTPResponse
        do {
            response = try await transport.send(httpRequest(for: request))
        } catch {
            throw .transport(error)
        }
        exchange.status = response.status
        exchange.bytes = response.body.count
        do {
            let answer = try Answer(decoding: response, in: dialect)
            exchange.code = answer.code
            return answer
        } catch {
            if case .refused(let refusal, _) = error { exchange.code = refusal.code }
            throw withoutKey(error)
        }
    }

    /// How one exchange went.
    public struct Exchange: Sendable {
        /// Of HTTP; nil where no answer came.
        public var status: Int?
        /// Of the service, where the answer had one.
        public var code: Int?
        public var seconds = 0.0
        /// Of the answer.
        public var bytes = 0
    }

    /// What the service says is shown to people and kept in logs, so that a key it repeats is masked.
    private func withoutKey(_ error: APIError) -> APIError {
        let key = key()
        func masked(_ text: String) -> String {
            // A word of a few letters would be found everywhere; no key is that short.
            key.revealed.count < 8 ? text : text.replacing(key.revealed, with: key.description)
        }
        switch error {
        case .refused(let refusal, let message): return .refused(refusal, message: message.map(masked))
        case .notJSON(let snippet): return .notJSON(snippet: masked(snippet))
        case .redirected(let status, let target): return .redirected(status: status, to: target.map(masked))
        case .transport, .unexpectedShape, .promisedNot: return error
        }
    }

    /// The exchange as it goes on the wire, key included.
    public func httpRequest(for request: APIRequest) -> HTTPRequest {
        var headers: [(name: String, value: String)] = [
            (dialect.keyHeader, key().revealed),
            ("Content-Type", "application/json"),
            ("Accept", "application/json"),
            ("User-Agent", userAgent),
        ]
        headers += request.headers
        return HTTPRequest(
            method: request.method.rawValue, url: baseURL + request.path, headers: headers,
            body: request.body.map { $0.compactBytes() } ?? [])
    }
}

/// An API key: usable in a header, masked wherever it would be printed.
public struct Secret: Sendable, Equatable {
    /// The key itself. Only the request header and the key's own store may ask for it.
    public let revealed: String

    public init(_ text: String) { revealed = text }

    public var isEmpty: Bool { revealed.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The last four characters after dots; nothing of a key too short to keep a secret that way.
    public var description: String { revealed.count >= 12 ? "••••" + revealed.suffix(4) : "••••" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
