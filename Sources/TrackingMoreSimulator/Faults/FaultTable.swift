internal import GRDB
import TrackingMore

/// The faults of an account. They stand in its store, so that a fault set in one process befalls the calls of another.
struct FaultTable {
    let db: Database

    private struct Entry {
        let row: Int
        let fault: Fault
        /// Calls it has been thrown for, befallen or spared.
        let draws: Int
        /// Nil where calls do not end it.
        let calls: Int?
        /// Real seconds since 1970; nil where time does not end it.
        let end: Double?
        /// When it began, where time ends it.
        let started: Double?

        /// Real seconds that are left; nil where time does not end it. A clock that is set back makes them no more
        /// than there were.
        func remaining(at time: Double) -> Double? {
            end.map { end in min(end - time, started.map { end - $0 } ?? .infinity) }
        }

        func isInForce(at time: Double) -> Bool { (calls ?? 1) > 0 && (remaining(at: time) ?? 1) > 0 }
    }

    /// Whether there is anything to look at; the usual answer is no.
    var isEmpty: Bool {
        get throws { try Row.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM fault LIMIT 1")) == nil }
    }

    /// - Parameter time: real seconds since 1970.
    func add(_ fault: Fault, at time: Double) throws {
        let calls: Int? = if case .calls(let count) = fault.extent { count } else { nil }
        let end: Double? = if case .seconds(let seconds) = fault.extent { time + seconds } else { nil }
        let (name, amount) = fault.kind.stored
        try db.execute(
            sql: """
                INSERT INTO fault (kind, amount, calls, until, started, one_in, endpoint) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [name, amount, calls, end, end.map { _ in time }, fault.oneIn, fault.endpoint])
    }

    func clear() throws { try db.execute(sql: "DELETE FROM fault") }

    /// The faults that befall this call; those that are over are forgotten.
    ///
    /// - Parameter seed: the account's; with it chance strikes the same calls again.
    func take(for endpoint: Endpoint, at time: Double, seed: UInt64) throws -> [Fault.Kind] {
        var kinds: [Fault.Kind] = []
        for entry in try entries() {
            guard entry.isInForce(at: time) else {
                try db.execute(sql: "DELETE FROM fault WHERE id = ?", arguments: [entry.row])
                continue
            }
            if let started = entry.started, time < started { try restart(entry, at: time) }
            guard FaultTable.befalls(entry.fault, endpoint) else { continue }
            let lot = stableHash(seed, "fault", String(entry.row), String(entry.draws))
            let strikes = lot % UInt64(entry.fault.oneIn) == 0
            if strikes { kinds.append(entry.fault.kind) }
            try db.execute(
                sql: "UPDATE fault SET draws = draws + 1, calls = calls - ? WHERE id = ?",
                arguments: [strikes ? 1 : 0, entry.row])
        }
        return kinds
    }

    /// What is left of each fault.
    func current(at time: Double) throws -> [Fault] {
        try entries().compactMap { entry in
            guard entry.isInForce(at: time) else { return nil }
            let extent: Fault.Extent =
                entry.calls.map { .calls($0) } ?? entry.remaining(at: time).map { .seconds($0) } ?? .always
            return Fault(entry.fault.kind, for: extent, oneIn: entry.fault.oneIn, only: entry.fault.endpoint)
        }
    }

    /// The clock has been set back: what was left then is left from now on.
    private func restart(_ entry: Entry, at time: Double) throws {
        let end = entry.remaining(at: time).map { time + $0 }
        try db.execute(
            sql: "UPDATE fault SET started = ?, until = ? WHERE id = ?", arguments: [time, end, entry.row])
    }

    private func entries() throws -> [Entry] {
        let sql = "SELECT id, kind, amount, calls, until, one_in, draws, endpoint, started FROM fault ORDER BY id"
        return try Row.fetchAll(db.cachedStatement(sql: sql)).compactMap { row in
            let row = StoredRow(row)
            guard let amount = try row.number(2) else { throw row.damage(2) }
            // A kind that only a later version has is passed over.
            guard let kind = Fault.Kind(stored: try row.text(1), amount: amount) else { return nil }
            let fault = Fault(
                kind, for: .always, oneIn: try row.integer(5, in: 1...Fault.rarest), only: try row.optionalText(7))
            return Entry(
                row: try row.integer(0), fault: fault, draws: try row.integer(6), calls: try row.optional(3),
                end: try row.number(4), started: try row.number(8))
        }
    }

    private static func befalls(_ fault: Fault, _ endpoint: Endpoint) -> Bool {
        guard fault.endpoint == nil || fault.endpoint == endpoint.id else { return false }
        switch fault.kind {
        case .timeoutAfterWrite: return endpoint.effect.isWrite
        case .halfBatch: if case .array = endpoint.payload { return true } else { return false }
        case .refuse, .slow, .garbage: return true
        }
    }
}
