internal import GRDB
public import TrackingMore

/// What becomes of one request: the response, or none, and how much later than usual.
public struct Delivery: Sendable {
    /// Nil where the caller never hears of it.
    public internal(set) var response: HTTPResponse?
    /// Seconds.
    public let delay: Double
    /// The meta code of the answer, also of one that never arrives; nil where it has none.
    public let code: Int?
    /// How many rows it holds.
    public let rows: Int
    /// Why the account could not be used; nothing was done then.
    public let failure: SandboxError?

    init(
        _ response: HTTPResponse?, delay: Double = 0, code: Int? = nil, rows: Int = 0, failure: SandboxError? = nil
    ) {
        self.response = response
        self.delay = delay
        self.code = code
        self.rows = rows
        self.failure = failure
    }
}

extension Sandbox {
    /// Answers one exchange. `meta.code` tells success from failure.
    public func exchange(_ request: HTTPRequest) async -> Delivery {
        // Browsers ask so before they send a key.
        if request.method == "OPTIONS" { return Delivery(options(request)) }
        let way = admitted(request)
        let visit = Visit(request, way, at: configuration.time(), self)
        do {
            // What may change the account begins with the right to; the rest asks for it where it turns out to need it.
            if !visit.isWrite, let outcome = try await store.read({ try visit.take($0, mayWrite: false) }) {
                return delivery(outcome, of: way)
            }
            if let outcome = try await store.write({ try visit.take($0, mayWrite: true) }) {
                return delivery(outcome, of: way)
            }
            return failed(.store(path: path, reason: "a call wants to write and may not"))
        } catch {
            return failed(SandboxError(error, path: path))
        }
    }

    /// Which methods a path answers to; every one of the API's for `*`.
    private func options(_ request: HTTPRequest) -> HTTPResponse {
        let methods: [String]
        if request.url == "*" {
            methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"]
        } else {
            methods = RequestTarget(request.url).map { $0.isVersioned ? routes.methods($0.segments) : [] } ?? []
        }
        guard !methods.isEmpty else { return Reply.refused(Refused(404)).response(status: 404) }
        return HTTPResponse(status: 204, headers: [("Allow", methods.joined(separator: ", "))])
    }

    /// The way a request takes, if it is let in: its key is good, its path known, its pace allowed.
    private func admitted(_ request: HTTPRequest) -> Result<Way, Refused> {
        do throws(Refused) {
            try KeyCheck(keys: configuration.keys).check(request.headers)
            guard let target = RequestTarget(request.url) else { throw Refused(404) }
            guard target.isVersioned else {
                throw Refused(404, "There is nothing here: every path of this API begins with /v2.")
            }
            let match = try routes.find(request.method, target.segments)
            if configuration.limits == .real, !limiter.admits(match.endpoint, time: configuration.time()) {
                throw Refused(429)
            }
            return .success(Way(match: match, target: target))
        } catch {
            return .failure(error)
        }
    }

    private func delivery(_ outcome: VisitResult, of way: Result<Way, Refused>) -> Delivery {
        var delay = 0.0
        for case .slow(let seconds) in outcome.faults { delay += seconds }
        let hasWorked = [200, 201].contains(outcome.reply.code)
        let rows = (try? way.get()).map { outcome.reply.rows(of: $0.endpoint) } ?? 0
        if hasWorked, outcome.faults.contains(.timeoutAfterWrite) {
            return Delivery(nil, delay: delay, code: outcome.reply.code, rows: rows)
        }
        if hasWorked, outcome.faults.contains(.garbage) {
            let body = Array("<html><body><h1>502 Bad Gateway</h1></body></html>".utf8)
            return Delivery(
                HTTPResponse(status: 200, headers: [("Content-Type", "text/html")], body: body), delay: delay)
        }
        let half = hasWorked && outcome.faults.contains(.halfBatch)
        let reply = half ? Reply.refused(Refused(500)) : outcome.reply
        let isStatus = !outcome.behaviour.statusIsAlways200 && (400..<600).contains(reply.code)
        let response = reply.response(
            status: isStatus ? reply.code : 200, escapingSlashes: outcome.behaviour.escapesSlashes)
        return Delivery(response, delay: delay, code: reply.code, rows: half ? 0 : rows)
    }

    /// The account could not be read or written. A client hears that the service failed, and what it was.
    private func failed(_ error: SandboxError) -> Delivery {
        let words = "The sandbox failed, not the service it stands for: \(error)."
        let reply = Reply.refused(Refused(500, words))
        return Delivery(reply.response(status: 500), code: 500, failure: error)
    }
}

extension Reply {
    fileprivate func response(status: Int, escapingSlashes: Bool = false) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: [("Content-Type", "application/json; charset=utf-8"), ("Server", "sandbox")],
            body: bytes(escapingSlashes: escapingSlashes))
    }

    /// How many rows the data holds, by the declaration of what was asked.
    fileprivate func rows(of endpoint: Endpoint) -> Int {
        switch endpoint.returns.rows {
        case .nothing: 0
        case .data: data.object == nil ? 0 : 1
        case .array: data.array?.count ?? 0
        case .member(let name): data[name]?.array?.count ?? 0
        case .map: data.object?.count ?? 0
        }
    }
}
