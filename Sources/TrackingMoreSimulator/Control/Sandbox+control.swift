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
        public let behaviour: Behaviour
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
                account.changes += 1
                try account.save(db)
                let counts = try ParcelTable(db: db, account: account).moveDue()
                return AdvanceSummary(
                    moved: counts.moved, delivered: counts.delivered, exceptions: counts.exceptions, now: account.now)
            }
        }
        guard let moved else { throw .clock(seconds: seconds) }
        return moved
    }

    /// Throws the account away and makes a new one; faults and contested points are as they were at first.
    ///
    /// - Parameters:
    ///   - seed: nil keeps the seed the account has.
    ///   - count: how many parcels it begins with.
    ///   - quota: how many may be added; nil is as configured.
    public func reset(seed: UInt64? = nil, count: Int = 40, quota: Int? = nil) async throws(SandboxError) {
        var configuration = configuration
        if let quota { configuration.quota = quota }
        try await use { [configuration] store in
            try await store.write { db in
                let seed = try seed ?? AccountRecord.load(db)?.seed ?? configuration.seed
                try FaultTable(db: db).clear()
                try SettingTable(db: db).clear()
                try Sandbox.fill(db, configuration, seed: seed, parcels: count)
            }
        }
        limiter.reset()
    }

    /// Lets something go wrong from now on, whichever process makes the calls.
    public func fault(_ fault: Fault) async throws(SandboxError) {
        let time = configuration.time()
        try await use { store in try await store.write { try FaultTable(db: $0).add(fault, at: time) } }
    }

    /// Ends every fault.
    public func clearFaults() async throws(SandboxError) {
        try await use { store in try await store.write { try FaultTable(db: $0).clear() } }
    }

    /// Sets a contested point of the service, for every process; see `Behaviour.switches`.
    public func set(_ name: String, to way: String) async throws(SandboxError) {
        guard let point = Behaviour.switches.first(where: { $0.name == name }) else { throw .unknownPoint(name) }
        guard point.ways.contains(way) else { throw .unknownWay(way, of: point.name, ways: point.ways) }
        try await use { store in try await store.write { try SettingTable(db: $0).set(name, way) } }
    }

    public func status() async throws(SandboxError) -> Summary {
        let configuration = configuration
        let path = path
        return try await use { store in
            try await store.read { db in
                let account = try Sandbox.account(db)
                let tally = try ParcelTable(db: db, account: account).tally()
                var behaviour = configuration.behaviour
                try SettingTable(db: db).apply(to: &behaviour)
                return Summary(
                    seed: account.seed, now: account.now, parcels: tally.values.reduce(0, +),
                    counts: Status.allCases.map { ($0.rawValue, tally[$0] ?? 0) }, quota: account.parcelsLeft,
                    email: account.email, faults: try FaultTable(db: db).current(at: configuration.time()),
                    behaviour: behaviour, path: path)
            }
        }
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

    /// Makes the account and its parcels anew, in the order in which they were added: lists count on it.
    static func fill(_ db: Database, _ configuration: Configuration, seed: UInt64, parcels count: Int) throws {
        var account = AccountRecord(seed: seed, now: configuration.start, quota: max(configuration.quota, 0) * 1000)
        account.changes = try (AccountRecord.load(db)?.changes ?? 0) + 1
        let table = ParcelTable(db: db, account: account)
        var known = KnownParcel.all.prefix(max(count, 0)).map { $0.parcel(seed: seed, now: account.now) }
            .sorted { $0.created < $1.created }[...]
        let more = GeneratedParcels(max(0, count - known.count), seed: seed, now: account.now)
        try StoreSchema.inBulk(db) {
            try db.execute(sql: "DELETE FROM parcel; DELETE FROM account")
            try account.save(db)
            for parcel in more {
                while let older = known.first, older.created <= parcel.created { try table.add(known.removeFirst()) }
                try table.add(parcel)
            }
            for parcel in known { try table.add(parcel) }
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
