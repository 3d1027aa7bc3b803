internal import GRDB
import TrackingMore

extension Sandbox {
    /// What a movement of the clock brought.
    public struct AdvanceSummary: Sendable, Equatable {
        /// Parcels with news.
        public let moved: Int
        /// Of these, delivered, and newly in trouble.
        public let delivered: Int
        public let exceptions: Int
        /// What the clock shows now, in seconds since 1970.
        public let now: Int
    }

    /// How the account stands.
    public struct Summary: Sendable {
        public let seed: UInt64
        public let now: Int
        public let parcels: Int
        /// In the service's order, all eight.
        public let counts: [(status: String, count: Int)]
        /// Parcels that may still be added.
        public let quota: Int
        public let email: String
        public let faults: [Fault]
        /// Nil is memory.
        public let path: String?
    }

    /// Moves the clock forward and with it every parcel that has news by then.
    public func advance(by seconds: Int) async throws(SandboxError) -> AdvanceSummary {
        guard seconds >= 0 else { throw .clock(seconds: seconds) }
        let latest = 253_402_300_799
        let moved = try await use { store in
            try await store.write { db -> AdvanceSummary? in
                guard var account = try AccountRecord.load(db), seconds <= latest - account.now else { return nil }
                account.now += seconds
                try account.save(db)
                let counts = try ParcelTable(db: db, account: account).moveDue()
                return AdvanceSummary(
                    moved: counts.moved, delivered: counts.delivered, exceptions: counts.exceptions, now: account.now)
            }
        }
        guard let moved else { throw .clock(seconds: seconds) }
        return moved
    }

    /// Throws the account away and makes a new one; faults end and limits are forgotten.
    ///
    /// - Parameters:
    ///   - seed: nil keeps the seed the account has.
    ///   - count: how many parcels it begins with.
    public func reset(seed: UInt64? = nil, count: Int = 40) async throws(SandboxError) {
        let configuration = configuration
        try await use { store in
            try await store.write { db in
                let seed = try seed ?? AccountRecord.load(db)?.seed ?? configuration.seed
                try Sandbox.fill(db, configuration, seed: seed, parcels: count)
            }
        }
        faults.clear()
        limiter.reset()
    }

    /// Lets something go wrong from now on.
    public func fault(_ fault: Fault) { faults.add(fault, uptime: configuration.uptime()) }

    /// Ends every fault.
    public func clearFaults() { faults.clear() }

    public func status() async throws(SandboxError) -> Summary {
        let (account, tally) = try await use { store in
            try await store.read { db in
                let account = try Sandbox.account(db)
                return (account, try ParcelTable(db: db, account: account).tally())
            }
        }
        return Summary(
            seed: account.seed, now: account.now, parcels: tally.values.reduce(0, +),
            counts: Status.allCases.map { ($0.rawValue, tally[$0] ?? 0) }, quota: account.parcelsLeft,
            email: account.email, faults: faults.current(uptime: configuration.uptime()), path: path)
    }

    /// What the clock shows, in seconds since 1970.
    public var now: Int {
        get async throws(SandboxError) {
            try await use { store in try await store.read { try Sandbox.account($0).now } }
        }
    }
}

extension Sandbox {
    static func account(_ db: Database) throws -> AccountRecord {
        guard let account = try AccountRecord.load(db) else { throw DatabaseError(message: "it holds no account") }
        return account
    }

    /// Makes the account and its parcels anew.
    static func fill(_ db: Database, _ configuration: Configuration, seed: UInt64, parcels count: Int) throws {
        let account = AccountRecord(seed: seed, now: configuration.start, quota: max(configuration.quota, 0) * 1000)
        let table = ParcelTable(db: db, account: account)
        let known = KnownParcel.all.prefix(max(count, 0)).map { $0.parcel(seed: seed, now: account.now) }
        try StoreSchema.inBulk(db) {
            try db.execute(sql: "DELETE FROM parcel; DELETE FROM account")
            try account.save(db)
            // In the order in which they were added, as rows of a real account would be.
            for parcel in known.sorted(by: { $0.created < $1.created }) { try table.add(parcel) }
            var generated = GeneratedParcels(seed: seed, now: account.now)
            for _ in known.count..<max(count, known.count) { try table.add(generated.next()) }
        }
    }

    private func use<T: Sendable>(_ work: @Sendable (Store) async throws -> T) async throws(SandboxError) -> T {
        do {
            return try await work(store)
        } catch {
            throw .store(path: path, reason: String(describing: error))
        }
    }
}
