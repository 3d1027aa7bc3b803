internal import GRDB
import TrackingMore

/// Where an account's webhooks go, and those that have not arrived yet. Moments are seconds since 1970 by the sandbox's
/// clock.
struct Outbox {
    let db: Database

    struct Letter: Sendable {
        let row: Int
        /// How often it has been sent in vain.
        let attempts: Int
        let data: JSON
    }

    /// How often a letter is sent again after the first time, as the vendor's pages say.
    static let retries = 14

    var address: String? {
        get throws {
            try Row.fetchOne(db.cachedStatement(sql: "SELECT url FROM webhook"))
                .map { try StoredRow($0).text(0) }
        }
    }

    /// - Parameter address: nil ends the webhooks, those under way included.
    func setAddress(_ address: String?) throws {
        try db.execute(sql: "DELETE FROM webhook; DELETE FROM outbox")
        if let address { try db.execute(sql: "INSERT INTO webhook VALUES (1, ?)", arguments: [address]) }
    }

    func add(_ data: JSON, due: Int) throws {
        try db.cachedStatement(sql: "INSERT INTO outbox (due, body) VALUES (?, ?)").execute(
            arguments: [due, data.compact])
    }

    /// The first letters that are due and lie behind a row.
    func due(_ now: Int, after row: Int, limit: Int) throws -> [Letter] {
        let statement = try db.cachedStatement(
            sql: "SELECT id, attempts, body FROM outbox WHERE due <= ? AND id > ? ORDER BY id LIMIT ?")
        return try Row.fetchAll(statement, arguments: [now, row, limit]).map { row in
            let row = StoredRow(row)
            guard let data = try? JSON(parsing: try row.text(2)) else { throw row.damage(2) }
            return Letter(row: try row.integer(0), attempts: try row.integer(1), data: data)
        }
    }

    func remove(_ letter: Letter) throws {
        try db.execute(sql: "DELETE FROM outbox WHERE id = ?", arguments: [letter.row])
    }

    /// Puts a letter off that was sent in vain, ever longer; it is given up after the last time.
    func postpone(_ letter: Letter, now: Int) throws {
        let attempts = letter.attempts + 1
        guard attempts <= Outbox.retries else { return try remove(letter) }
        try db.execute(
            sql: "UPDATE outbox SET attempts = ?, due = ? WHERE id = ?",
            arguments: [attempts, now + (30 << attempts), letter.row])
    }

    var count: Int { get throws { try Int.fetchOne(db, sql: "SELECT count(*) FROM outbox") ?? 0 } }
}
