internal import GRDB
import TrackingMore

/// Where a request leads.
struct Way: Sendable {
    let endpoint: Endpoint
    let path: JSONObject
    let target: RequestTarget
}

/// What came of a request, what befell it, and how the service behaved meanwhile.
struct VisitResult: Sendable {
    var reply: Reply
    var faults: [Fault.Kind] = []
    var behaviour: Behaviour
}

/// One request at the account: everything it reads and does happens in one transaction.
struct Visit: Sendable {
    private let request: HTTPRequest
    private let way: Result<Way, Refused>
    private let time: Double
    private let behaviour: Behaviour
    private let bookmarks: Bookmarks

    init(_ request: HTTPRequest, _ way: Result<Way, Refused>, at time: Double, _ sandbox: Sandbox) {
        self.request = request
        self.way = way
        self.time = time
        behaviour = sandbox.configuration.behaviour
        bookmarks = sandbox.bookmarks
    }

    /// Whether it is sure to change the account, the quota included.
    var isWrite: Bool {
        guard case .success(let way) = way else { return false }
        if way.endpoint.effect.isWrite { return true }
        switch way.endpoint.cost {
        case .perItem, .onePerCalls: return true
        case .free, .unknown: return false
        }
    }

    /// - Returns: nil where it has to write and may not.
    func take(_ db: Database, mayWrite: Bool) throws -> VisitResult? {
        let account = try Sandbox.account(db)
        var behaviour = behaviour
        try SettingTable(db: db).apply(to: &behaviour)
        var outcome = VisitResult(reply: Reply(), behaviour: behaviour)
        do {
            let way = try way.get()
            let faults = FaultTable(db: db)
            if try !faults.isEmpty {
                guard mayWrite else { return nil }
                outcome.faults = try faults.take(for: way.endpoint, at: time, seed: account.seed)
            }
            for case .refuse(let code) in outcome.faults { throw Refused(code) }
            var call = try Call.read(
                way.endpoint, path: way.path, target: way.target, request: request, behaviour: behaviour)
            if outcome.faults.contains(.halfBatch) { call = call.firstHalf }
            let writes = isWrite || (call.endpoint.id == Endpoint.refreshTracking.id && behaviour.refreshAddsParcels)
            if writes, !mayWrite { return nil }
            var session = Session(account: account, db: db, behaviour: behaviour, bookmarks: bookmarks)
            outcome.reply = try carryOut(call, &session, writes: writes)
        } catch let refused as Refused {
            outcome.reply = .refused(refused)
        }
        return outcome
    }

    /// Does all of the call or none of it, also where the count of a fault has to stay.
    private func carryOut(_ call: Call, _ session: inout Session, writes: Bool) throws -> Reply {
        guard let handler = Handlers.all[call.endpoint.id] else { throw Refused(404) }
        guard writes else { return try handler(call, &session) }
        var reply = Reply()
        try session.db.inSavepoint {
            reply = try handler(call, &session)
            session.account.changes += 1
            try session.account.save(session.db)
            return .commit
        }
        return reply
    }
}

extension Call {
    /// The same call about the first half of its items.
    fileprivate var firstHalf: Call {
        Call(endpoint: endpoint, fields: fields, items: Array(items.prefix(items.count / 2)))
    }
}
