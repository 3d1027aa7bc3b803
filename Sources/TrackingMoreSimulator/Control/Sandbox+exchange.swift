internal import GRDB
public import TrackingMore

/// What becomes of one request: the response, or none, and how much later than usual.
public struct Delivery: Sendable {
    /// Nil where the caller never hears of it.
    public let response: HTTPResponse?
    /// Seconds.
    public let delay: Double
}

extension Sandbox {
    /// Answers one exchange. `meta.code` tells success from failure.
    public func exchange(_ request: HTTPRequest) async -> Delivery {
        let visit = Visit(request, admitted(request), at: configuration.time(), self)
        do {
            // What may change the account begins with the right to; the rest asks for it where it turns out to need it.
            if !visit.isWrite, let outcome = try await store.read({ try visit.take($0, mayWrite: false) }) {
                return delivery(outcome)
            }
            if let outcome = try await store.write({ try visit.take($0, mayWrite: true) }) {
                return delivery(outcome)
            }
        } catch {
            // The store cannot be had; what the answer looks like is then not known either.
        }
        return delivery(VisitResult(reply: .refused(Refused(500)), behaviour: configuration.behaviour))
    }

    /// The way a request takes, if it is let in: its key is good, its path known, its pace allowed.
    private func admitted(_ request: HTTPRequest) -> Result<Way, Refused> {
        do throws(Refused) {
            try checkKey(request)
            guard let target = RequestTarget(request.url) else { throw Refused(404) }
            let (endpoint, path) = try Route.find(request.method, target.segments).get()
            if configuration.limits == .real, !limiter.admits(endpoint, time: configuration.time()) {
                throw Refused(429)
            }
            return .success(Way(endpoint: endpoint, path: path, target: target))
        } catch {
            return .failure(error)
        }
    }

    private func checkKey(_ request: HTTPRequest) throws(Refused) {
        let key = request.headers.value(ofHeader: "Trackingmore-Api-Key") ?? ""
        switch configuration.keys {
        case .anyOrNone: return
        case .any: if key.isEmpty { throw Refused(4001) }
        case .only(let keys, let deleted):
            if deleted.contains(key) { throw Refused(4002) }
            if !keys.contains(key) { throw Refused(4001) }
        }
    }

    private func delivery(_ outcome: VisitResult) -> Delivery {
        var delay = 0.0
        for case .slow(let seconds) in outcome.faults { delay += seconds }
        let hasWorked = [200, 201].contains(outcome.reply.code)
        if hasWorked, outcome.faults.contains(.timeoutAfterWrite) { return Delivery(response: nil, delay: delay) }
        if hasWorked, outcome.faults.contains(.garbage) {
            let body = Array("<html><body><h1>502 Bad Gateway</h1></body></html>".utf8)
            return Delivery(
                response: HTTPResponse(status: 200, headers: [("Content-Type", "text/html")], body: body), delay: delay)
        }
        let half = hasWorked && outcome.faults.contains(.halfBatch)
        let reply = half ? Reply.refused(Refused(500)) : outcome.reply
        let isStatus = !outcome.behaviour.statusIsAlways200 && (400..<600).contains(reply.code)
        let response = HTTPResponse(
            status: isStatus ? reply.code : 200,
            headers: [("Content-Type", "application/json; charset=utf-8"), ("Server", "sandbox")],
            body: reply.bytes(escapingSlashes: outcome.behaviour.escapesSlashes))
        return Delivery(response: response, delay: delay)
    }
}
