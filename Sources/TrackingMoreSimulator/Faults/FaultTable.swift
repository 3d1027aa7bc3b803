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
        /// Real seconds since 1970.
        let end: Double?
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
            sql: "INSERT INTO fault (kind, amount, calls, until, one_in, endpoint) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [name, amount, calls, end, fault.oneIn, fault.endpoint])
    }

    func clear() throws { try db.execute(sql: "DELETE FROM fault") }

    /// The faults that befall this call; those that are over are forgotten.
    ///
    /// - Parameter seed: the account's; with it chance strikes the same calls again.
    func take(for endpoint: Endpoint, at time: Double, seed: UInt64) throws -> [Fault.Kind] {
        var kinds: [Fault.Kind] = []
        for entry in try entries() {
            guard FaultTable.isInForce(entry, at: time) else {
                try db.execute(sql: "DELETE FROM fault WHERE id = ?", arguments: [entry.row])
                continue
            }
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
            guard FaultTable.isInForce(entry, at: time) else { return nil }
            let extent: Fault.Extent =
                entry.calls.map { .calls($0) } ?? entry.end.map { .seconds($0 - time) } ?? .always
            return Fault(entry.fault.kind, for: extent, oneIn: entry.fault.oneIn, only: entry.fault.endpoint)
        }
    }

    private func entries() throws -> [Entry] {
        let sql = "SELECT id, kind, amount, calls, until, one_in, draws, endpoint FROM fault ORDER BY id"
        return try Row.fetchAll(db.cachedStatement(sql: sql)).compactMap { row in
            guard let kind = Fault.Kind(stored: row[1], amount: row[2]) else { return nil }
            let fault = Fault(kind, for: .always, oneIn: row[5], only: row[7])
            return Entry(row: row[0], fault: fault, draws: row[6], calls: row[3], end: row[4])
        }
    }

    private static func isInForce(_ entry: Entry, at time: Double) -> Bool {
        (entry.calls ?? 1) > 0 && (entry.end ?? .infinity) > time
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
