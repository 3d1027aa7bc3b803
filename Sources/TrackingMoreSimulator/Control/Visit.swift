internal import GRDB
import TrackingMore

/// Where a request leads.
struct Way: Sendable {
    let match: Routes.Match
    let target: RequestTarget

    var endpoint: Endpoint { match.endpoint }
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
    private let answers: Answers

    init(_ request: HTTPRequest, _ way: Result<Way, Refused>, at time: Double, _ sandbox: Sandbox) {
        self.request = request
        self.way = way
        self.time = time
        behaviour = sandbox.configuration.behaviour
        bookmarks = sandbox.bookmarks
        answers = sandbox.answers
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
            guard behaviour.tolerates(way.match.tolerance) else { throw Refused(405) }
            let faults = FaultTable(db: db)
            if try !faults.isEmpty {
                guard mayWrite else { return nil }
                outcome.faults = try faults.take(for: way.endpoint, at: time, seed: account.seed)
            }
            for case .refuse(let code) in outcome.faults { throw Refused(code) }
            var call = try Call.read(
                way.endpoint, path: way.match.path, target: way.target, request: request, behaviour: behaviour)
            if outcome.faults.contains(.halfBatch) { call = call.firstHalf }
            let writes = isWrite || (call.endpoint.id == Endpoint.refreshTracking.id && behaviour.refreshAddsParcels)
            if writes, !mayWrite { return nil }
            var session = Session(
                account: account, db: db, behaviour: behaviour, bookmarks: bookmarks, machineTime: time)
            outcome.reply = try carryOut(call, &session, writes: writes)
        } catch let refused as Refused {
            outcome.reply = .refused(refused)
        }
        return outcome
    }

    /// Does all of the call or none of it, also where the count of a fault has to stay.
    private func carryOut(_ call: Call, _ session: inout Session, writes: Bool) throws -> Reply {
        guard writes else { return try answers.reply(to: call, &session) }
        var reply = Reply()
        try session.db.inSavepoint {
            reply = try answers.reply(to: call, &session)
            session.account.changes += 1
            try session.account.save(session.db)
            return .commit
        }
        return reply
    }
}

extension Behaviour {
    /// Whether a request may mean a call by this other method.
    fileprivate func tolerates(_ tolerance: Routes.Tolerance?) -> Bool {
        switch tolerance {
        case nil: true
        case .getForPost: takesGetForPost
        case .postForPut: takesPostForPut
        }
    }
}

extension Call {
    /// The same call about the first half of its items.
    fileprivate var firstHalf: Call {
        Call(endpoint: endpoint, fields: fields, items: Array(items.prefix(items.count / 2)))
    }
}
