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
    /// The last moment its clock can show: the end of the year 9999.
    static let latest = 253_402_300_799
    /// The most parcels that may be added.
    static let largestQuota = 1_000_000_000

    static func load(_ db: Database) throws -> AccountRecord? {
        let sql = "SELECT seed, now, quota, email, phone, money, opened, changes FROM account"
        let statement = try db.cachedStatement(sql: sql)
        guard let row = try Row.fetchOne(statement).map(StoredRow.init) else { return nil }
        return AccountRecord(
            seed: try row.bits(0), now: try row.integer(1, in: 0...latest), quota: try row.integer(2),
            email: try row.text(3), phone: try row.text(4), money: try row.integer(5),
            opened: try row.integer(6, in: StoredRow.moments), changes: try row.integer(7))
    }

    func save(_ db: Database) throws {
        let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO account VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [Int64(bitPattern: seed), now, quota, email, phone, money, opened, changes])
    }
}
