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
    /// Answers one exchange. HTTP status 200 throughout; `meta.code` tells success from failure.
    public func exchange(_ request: HTTPRequest) async -> Delivery {
        let uptime = configuration.uptime()
        var delay = 0.0
        let reply: Reply
        do throws(Refused) {
            try admit(request)
            guard let target = RequestTarget(request.url) else { throw Refused(404) }
            let (endpoint, path) = try Route.find(request.method, target.segments).get()
            if configuration.limits == .real, !limiter.admits(endpoint, uptime: uptime) { throw Refused(429) }
            let faults = faults.take(for: endpoint, uptime: uptime)
            for case .slow(let seconds) in faults { delay += seconds }
            for case .refuse(let code) in faults { return delivery(.refused(Refused(code)), delay) }
            var call = try Call.read(
                endpoint, path: path, target: target, request: request, behaviour: configuration.behaviour)
            if faults.contains(.halfBatch) { call = call.firstHalf }
            reply = try await perform(call)
            if faults.contains(.timeoutAfterWrite) { return Delivery(response: nil, delay: delay) }
            if faults.contains(.garbage) { return garbage(delay) }
            if faults.contains(.halfBatch) { throw Refused(500) }
        } catch {
            return delivery(.refused(error), delay)
        }
        return delivery(reply, delay)
    }
}

extension Sandbox {
    private func admit(_ request: HTTPRequest) throws(Refused) {
        let key = request.headers.value(ofHeader: "Trackingmore-Api-Key") ?? ""
        switch configuration.keys {
        case .anyOrNone: return
        case .any: if key.isEmpty { throw Refused(4001) }
        case .only(let keys, let deleted):
            if deleted.contains(key) { throw Refused(4002) }
            if !keys.contains(key) { throw Refused(4001) }
        }
    }

    private func perform(_ call: Call) async throws(Refused) -> Reply {
        guard let handler = Handlers.all[call.endpoint.id] else { throw Refused(404) }
        let behaviour = configuration.behaviour
        let work: @Sendable (Database) throws -> Reply = { db in
            let account = try Sandbox.account(db)
            var session = Session(account: account, db: db, behaviour: behaviour)
            let reply = try handler(call, &session)
            if session.account != account { try session.account.save(db) }
            return reply
        }
        do {
            return call.writes(behaviour) ? try await store.write(work) : try await store.read(work)
        } catch let refused as Refused {
            throw refused
        } catch {
            throw Refused(500)
        }
    }

    private func delivery(_ reply: Reply, _ delay: Double) -> Delivery {
        let body = reply.bytes(escapingSlashes: configuration.behaviour.escapesSlashes)
        return Delivery(response: Sandbox.response(body), delay: delay)
    }

    private func garbage(_ delay: Double) -> Delivery {
        let body = Array("<html><body><h1>502 Bad Gateway</h1></body></html>".utf8)
        return Delivery(
            response: HTTPResponse(status: 200, headers: [("Content-Type", "text/html")], body: body), delay: delay)
    }

    private static func response(_ body: [UInt8]) -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: [("Content-Type", "application/json; charset=utf-8"), ("Server", "sandbox")],
            body: body)
    }
}

extension Call {
    /// Whether the account, the quota included, may change.
    fileprivate func writes(_ behaviour: Behaviour) -> Bool {
        if endpoint.effect.isWrite { return true }
        if endpoint.id == Endpoint.refreshTracking.id { return behaviour.refreshAddsParcels }
        switch endpoint.cost {
        case .perItem, .onePerCalls: return true
        case .free, .unknown: return false
        }
    }

    /// The same call about the first half of its items.
    fileprivate var firstHalf: Call {
        Call(endpoint: endpoint, fields: fields, items: Array(items.prefix(items.count / 2)))
    }
}
