internal import GRDB

/// The account itself: who owns it, what is left, and what time it is there.
struct AccountRecord: Sendable, Equatable {
    var seed: UInt64
    /// Seconds since 1970 by the sandbox's clock.
    var now: Int
    /// What is left of the quota, in thousandths of a parcel: some calls cost a fifth.
    var quota: Int
    var email = "ops@example.com"
    var phone = "+8613500000000"
    var money = 12
    /// When it was opened; seconds since 1970.
    var opened = 1_469_097_290
    /// How often the account was written to; two reads with the same count see the same parcels.
    var changes = 0

    /// Parcels that may still be added.
    var parcelsLeft: Int { (max(quota, 0) + 999) / 1000 }
}

extension AccountRecord {
    static func load(_ db: Database) throws -> AccountRecord? {
        let sql = "SELECT seed, now, quota, email, phone, money, opened, changes FROM account"
        let statement = try db.cachedStatement(sql: sql)
        guard let row = try Row.fetchOne(statement) else { return nil }
        return AccountRecord(
            seed: UInt64(bitPattern: row[0] as Int64), now: row[1], quota: row[2], email: row[3], phone: row[4],
            money: row[5], opened: row[6], changes: row[7])
    }

    func save(_ db: Database) throws {
        let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO account VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [Int64(bitPattern: seed), now, quota, email, phone, money, opened, changes])
    }
}
