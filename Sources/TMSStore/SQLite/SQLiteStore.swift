internal import GRDB
import Glibc
import TMSBase

/// A store in a file that only its owner can read.
public final class SQLiteStore: RunStore {
    public let path: String
    let queue: DatabaseQueue
    private let isDurable: Bool

    /// Opens the store at `path`, or makes one there with its folders.
    ///
    /// - Parameter isDurable: what is intended survives a loss of power. What a process has written survives its own end
    ///   in any case.
    public init(at path: String, isDurable: Bool = true) throws(StoreError) {
        self.path = path
        self.isDurable = isDurable
        do {
            try Self.make(path)
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = \(isDurable ? "FULL" : "OFF")")
            }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            let migrator = StoreTables.migrator
            if try queue.read(migrator.hasBeenSuperseded) {
                throw StoreError.newer(version: try queue.read { try migrator.appliedIdentifiers($0).count })
            }
            if try !queue.read(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
        } catch {
            throw StoreError(error)
        }
    }

    /// Opens the store; one that is damaged is moved aside first and a new one made.
    ///
    /// - Returns: the store, and where the damaged file is now.
    public static func opening(_ path: String, isDurable: Bool = true) throws(StoreError)
        -> (store: SQLiteStore, aside: String?)
    {
        do {
            return (try SQLiteStore(at: path, isDurable: isDurable), nil)
        } catch {
            guard case .damaged = error, let aside = try putAside(path) else { throw error }
            return (try SQLiteStore(at: path, isDurable: isDurable), aside)
        }
    }

    /// Makes the file and the folders that lead to it, where they are missing, for their owner alone.
    private static func make(_ path: String) throws(StoreError) {
        do { try PrivateFolder.make(for: path) } catch { throw StoreError(number: error.code) }
        // SQLite gives the files beside it the permissions of this one.
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(number: errno) }
        close(descriptor)
    }

    private static func putAside(_ path: String) throws(StoreError) -> String? {
        do { return try DamagedFile.putAside(path) } catch { throw StoreError(number: error.code) }
    }

    // MARK: - Runs

    public func begin(
        _ work: Work, kind: RunKind, owner: RunOwner, at time: Double, clock: Int
    ) throws(StoreError) -> RunRecord {
        try write { db in
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO run (work, undoes, attempt, host, process, process_start, began, clock, seen)
                    VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)
                    """)
            try statement.execute(
                arguments: [work.key, kind.undone, owner.host, owner.process, owner.start, time, clock, time])
            return RunRecord(
                number: Int(db.lastInsertedRowID), work: work, kind: kind, owner: owner, began: time, clock: clock,
                seen: time)
        }
    }

    public func goOn(with number: Int, owner: RunOwner, at time: Double) throws(StoreError) -> RunRecord {
        try write { db in
            guard let run = try RunRow.fetch(db, "WHERE number = ?", [number]).first else {
                throw StoreError.noRun(number)
            }
            guard !run.isUnderWay || run.owner == owner else { throw StoreError.inUse(run) }
            try db.execute(
                sql: """
                    UPDATE run SET attempt = attempt + 1, host = ?, process = ?, process_start = ?, seen = ?, ended = NULL,
                    status = NULL WHERE number = ?
                    """, arguments: [owner.host, owner.process, owner.start, time, number])
            guard let resumed = try RunRow.fetch(db, "WHERE number = ?", [number]).first else {
                throw StoreError.noRun(number)
            }
            return resumed
        }
    }

    public func end(_ number: Int, _ end: RunEnd) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE run SET ended = ?, seen = ?, status = ?, calls = ?, quota = ? WHERE number = ?",
                arguments: [end.time, end.time, end.status.rawValue, end.calls, end.quota, number])
            guard db.changesCount == 1 else { throw StoreError.noRun(number) }
        }
    }

    public func run(_ number: Int) throws(StoreError) -> RunRecord? {
        try read { try RunRow.fetch($0, "WHERE number = ?", [number]).first }
    }

    public func latest(of work: Work) throws(StoreError) -> RunRecord? {
        try read { try RunRow.fetch($0, "WHERE work = ? ORDER BY number DESC LIMIT 1", [work.key]).first }
    }

    public func runs(atMost count: Int) throws(StoreError) -> [RunRecord] {
        try read { try RunRow.fetch($0, "ORDER BY number DESC LIMIT ?", [count]) }
    }

    // MARK: - Rows

    public func claim(_ contents: [RowContent], in run: Int, attempt: Int) throws(StoreError) -> [RowRecord?] {
        try write { db in
            try contents.map { content in
                let found = try StoredRow.fetch(
                    db, "WHERE run = ? AND content = ? AND attempt < ? ORDER BY place LIMIT 1",
                    [run, content.text, attempt]
                ).first
                guard let found else { return nil }
                let statement = try db.cachedStatement(sql: "UPDATE row SET attempt = ? WHERE run = ? AND place = ?")
                try statement.execute(arguments: [attempt, run, found.place])
                return found
            }
        }
    }

    public func intend(_ rows: [IntendedRow], in run: Int, attempt: Int) throws(StoreError) -> [Int] {
        try write { db in
            let last = try db.cachedStatement(sql: "SELECT coalesce(max(place), 0) FROM row WHERE run = ?")
            let first = (try Int.fetchOne(last, arguments: [run]) ?? 0) + 1
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO row (run, place, attempt, content, endpoint, number, carrier, sent, before, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                    """)
            for (index, row) in rows.enumerated() {
                try statement.execute(
                    arguments: [
                        run, first + index, attempt, row.content.text, row.endpoint, row.number, row.carrier, row.sent,
                        row.before,
                    ])
            }
            return Array(first..<(first + rows.count))
        }
    }

    public func intend(again places: [Int], in run: Int) throws(StoreError) {
        try write { db in
            let statement = try db.cachedStatement(
                sql: "UPDATE row SET state = 0, code = NULL, answer = NULL WHERE run = ? AND place = ?")
            for place in places { try statement.execute(arguments: [run, place]) }
        }
    }

    /// Not made durable against a loss of power: what is lost is in doubt and is settled by reading.
    public func settle(_ states: [(place: Int, state: RowState)], in run: Int, at time: Double) throws(StoreError) {
        do {
            try queue.writeWithoutTransaction { db in
                if isDurable { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
                defer { if isDurable { try? db.execute(sql: "PRAGMA synchronous = FULL") } }
                try db.inTransaction {
                    let statement = try db.cachedStatement(
                        sql: "UPDATE row SET state = ?, code = ?, answer = ? WHERE run = ? AND place = ?")
                    for (place, state) in states {
                        try statement.execute(arguments: [state.number, state.code, state.text, run, place])
                    }
                    try db.cachedStatement(sql: "UPDATE run SET seen = ? WHERE number = ?")
                        .execute(arguments: [time, run])
                    return .commit
                }
            }
        } catch {
            throw StoreError(error)
        }
    }

    public func rows(of run: Int, after place: Int, atMost count: Int) throws(StoreError) -> [RowRecord] {
        try read { try StoredRow.fetch($0, "WHERE run = ? AND place > ? ORDER BY place LIMIT ?", [run, place, count]) }
    }

    public func lastDone(_ what: [String]) throws(StoreError) -> [Int?] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT time FROM last_done WHERE what = ?")
            return try what.map { try Int.fetchOne(statement, arguments: [$0]) }
        }
    }

    public func noteDone(_ what: [String], at time: Int, forgettingBefore horizon: Int) throws(StoreError) {
        try write { db in
            try db.execute(sql: "DELETE FROM last_done WHERE time < ?", arguments: [horizon])
            let statement = try db.cachedStatement(
                sql:
                    "INSERT INTO last_done (what, time) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET time = excluded.time"
            )
            for one in what { try statement.execute(arguments: [one, time]) }
        }
    }

    public func empty() throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "DELETE FROM row; DELETE FROM run; DELETE FROM last_done; DELETE FROM sqlite_sequence")
        }
    }

    private func read<T>(_ work: (Database) throws -> T) throws(StoreError) -> T {
        do { return try queue.read(work) } catch { throw StoreError(error) }
    }

    private func write<T>(_ work: (Database) throws -> T) throws(StoreError) -> T {
        do { return try queue.write(work) } catch { throw StoreError(error) }
    }
}
