internal import GRDB

/// The file, or the memory, an account is kept in.
struct Store: Sendable {
    private let writer: any DatabaseWriter

    /// - Parameters:
    ///   - path: the file, made with its folders where it is not there; nil keeps all in memory.
    ///   - fill: makes the account where the file has none. Processes that open the same file for the first time at
    ///     once wait for the first of them to have done so.
    init(path: String?, fill: (Database) throws -> Void) throws(SandboxError) {
        do {
            let lock = try path.map { path in
                try StoreFolder.make(for: path)
                return try StoreFolder.lock(for: path)
            }
            defer { lock?.release() }
            if let path {
                writer = try DatabasePool(path: path, configuration: Store.configuration)
            } else {
                writer = try DatabaseQueue(configuration: Store.configuration)
            }
            let migrator = StoreSchema.migrator
            // An account that is complete is only looked at, so that a disk that cannot be written can still be read.
            var state = try writer.read { try State($0, migrator) }
            if state == .older {
                try migrator.migrate(writer)
                state = try writer.read { try State($0, migrator) }
            }
            switch state {
            case .newer, .older: throw SandboxError.newer(path: path)
            case .empty: try writer.write(fill)
            case .complete: break
            }
        } catch {
            throw SandboxError(error, path: path)
        }
    }

    func read<T: Sendable>(_ work: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await writer.read(work)
    }

    /// Does all of the work or none of it.
    func write<T: Sendable>(_ work: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await writer.write(work)
    }

    /// Whether the whole file hangs together; every page of it is looked at.
    func isSound() async -> Bool {
        let verdict = try? await writer.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
        return verdict == "ok"
    }

    /// Gives the file back. Nothing may be asked of the store afterwards.
    func close() throws { try writer.close() }

    /// As `read`, for one short look.
    func readNow<T>(_ work: (Database) throws -> T) throws -> T { try writer.read(work) }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        // Small, for there are several connections and each has its own.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -8192") }
        return configuration
    }
}

/// What a file holds when it is opened.
private enum State {
    /// Tables that only a later version knows.
    case newer
    /// No tables, or not all of them.
    case older
    /// Tables, and nothing in them.
    case empty
    case complete

    init(_ db: Database, _ migrator: DatabaseMigrator) throws {
        if try migrator.hasBeenSuperseded(db) {
            self = .newer
        } else if try !migrator.hasCompletedMigrations(db) {
            self = .older
        } else if try AccountRecord.load(db) != nil {
            self = .complete
        } else {
            // Parcels without their account are damage.
            guard try Row.fetchOne(db, sql: "SELECT 1 FROM parcel LIMIT 1") == nil else { throw StoredRow.noAccount }
            self = .empty
        }
    }
}
