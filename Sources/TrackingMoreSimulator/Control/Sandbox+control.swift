internal import GRDB
import TMSBase
public import TrackingMore

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
        /// What became of the webhooks; nil where none are sent.
        public internal(set) var webhooks: WebhookSummary?
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
        /// Where webhooks go; nil where they go nowhere.
        public let webhook: String?
        /// Nil is memory.
        public let path: String?
    }

    /// Moves the clock forward and with it every parcel that has news by then.
    ///
    /// - Parameter transport: posts the webhooks that are due by then; without one they wait.
    public func advance(
        by seconds: Int, posting transport: (any Transport)? = nil
    ) async throws(SandboxError) -> AdvanceSummary {
        guard seconds >= 0 else { throw .clock(seconds: seconds) }
        let configured = configuration.behaviour
        let moved = try await use { store in
            try await store.write { db -> AdvanceSummary? in
                guard var account = try AccountRecord.load(db), seconds <= AccountRecord.latest - account.now else {
                    return nil
                }
                account.now += seconds
                account.changes += 1
                try account.save(db)
                let outbox = Outbox(db: db)
                let hasWebhook = try outbox.address != nil
                var behaviour = configured
                try SettingTable(db: db).apply(to: &behaviour)
                let counts = try ParcelTable(db: db, account: account).moveDue { [account, behaviour] parcel in
                    guard hasWebhook else { return }
                    let data = WebhookMessage.data(parcel, account: account, behaviour: behaviour)
                    try outbox.add(data, due: account.now)
                }
                return AdvanceSummary(
                    moved: counts.moved, delivered: counts.delivered, exceptions: counts.exceptions, now: account.now)
            }
        }
        guard var moved else { throw .clock(seconds: seconds) }
        if let transport { moved.webhooks = try await post(transport) }
        return moved
    }

    private func post(_ transport: any Transport) async throws(SandboxError) -> WebhookSummary? {
        let time = configuration.time
        let escapesSlashes = try await status().behaviour.escapesSlashes
        return try await use { store in
            try await WebhookSender(
                store: store, transport: transport, time: time, escapesSlashes: escapesSlashes
            ).send()
        }
    }

    /// Has each parcel that moves posted to an address from now on, whichever process moves the clock.
    ///
    /// - Parameters:
    ///   - url: nil ends it, those still to be sent included.
    ///   - isRemoteAllowed: whether the address may lie on another machine.
    public func setWebhook(_ url: String?, isRemoteAllowed: Bool = false) async throws(SandboxError) {
        var address: WebhookAddress?
        if let url { address = try WebhookAddress(url, isRemoteAllowed: isRemoteAllowed) }
        let checked = address?.url
        try await use { store in try await store.write { try Outbox(db: $0).setAddress(checked) } }
    }

    /// The most parcels an account may begin with.
    public static let mostParcels = 50_000_000

    /// Throws the account away and makes a new one; faults, contested points and webhooks are as they were at first.
    ///
    /// - Parameters:
    ///   - seed: nil keeps the seed the account has.
    ///   - count: how many parcels it begins with.
    ///   - quota: how many may be added; nil is as configured.
    public func reset(seed: UInt64? = nil, count: Int = 40, quota: Int? = nil) async throws(SandboxError) {
        guard count <= Sandbox.mostParcels else {
            throw .tooMuch("the number of parcels", atMost: "\(Sandbox.mostParcels)")
        }
        guard quota ?? 0 <= AccountRecord.largestQuota else {
            throw .tooMuch("the quota", atMost: "\(AccountRecord.largestQuota)")
        }
        guard await store.isSound() else { throw .damaged(path: path, reason: "the file does not hang together") }
        var configuration = configuration
        if let quota { configuration.quota = quota }
        try await use { [configuration] store in
            try await store.write { db in
                let seed = try seed ?? AccountRecord.load(db)?.seed ?? configuration.seed
                try FaultTable(db: db).clear()
                try SettingTable(db: db).clear()
                try Outbox(db: db).setAddress(nil)
                try Sandbox.fill(db, configuration, seed: seed, parcels: count)
            }
        }
        limiter.reset()
    }

    /// Lets something go wrong from now on, whichever process makes the calls.
    public func fault(_ fault: Fault) async throws(SandboxError) {
        try fault.check()
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
                    behaviour: behaviour, webhook: try Outbox(db: db).address, path: path)
            }
        }
    }

    /// The parcels of the account, the newest first, `limit` at most.
    public func parcels(limit: Int) async throws(SandboxError) -> [ParcelName] {
        try await use { store in
            try await store.read { db in try ParcelTable(db: db, account: Sandbox.account(db)).names(limit: limit) }
        }
    }

    /// What the clock shows, in seconds since 1970. It stands still between commands, so that reading it waits for nobody.
    public var now: Int {
        get throws(SandboxError) {
            do {
                return try store.readNow { try Sandbox.account($0).now }
            } catch {
                throw SandboxError(error, path: path)
            }
        }
    }
}

extension Sandbox {
    static func account(_ db: Database) throws -> AccountRecord {
        guard let account = try AccountRecord.load(db) else {
            throw StoredRow.noAccount
        }
        return account
    }

    /// Opens the account at `path`; one that is damaged is moved aside first.
    ///
    /// - Returns: the sandbox, and where the old file is now; nil where it is the one that was there.
    public static func anew(
        at path: String, _ configuration: Configuration = Configuration()
    ) throws(SandboxError) -> (sandbox: Sandbox, aside: String?) {
        do {
            return (try Sandbox(at: path, configuration), nil)
        } catch {
            guard error.asksForAnew else { throw error }
            let aside = try Self.putAside(path)
            return (try Sandbox(at: path, configuration), aside)
        }
    }

    /// Gives the file back and moves it aside. Nothing may be asked of this sandbox afterwards.
    ///
    /// - Returns: where the file is now.
    public func abandon() throws(SandboxError) -> String? {
        guard let path else { return nil }
        do {
            try store.close()
        } catch {
            throw SandboxError(error, path: path)
        }
        return try Self.putAside(path)
    }

    private static func putAside(_ path: String) throws(SandboxError) -> String? {
        do { return try DamagedFile.putAside(path) } catch { throw SandboxError(error.code, path: path) }
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
            throw SandboxError(error, path: path)
        }
    }
}
