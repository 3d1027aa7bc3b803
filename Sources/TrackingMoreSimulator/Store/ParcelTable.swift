internal import GRDB
import TrackingMore

/// The parcels of one account inside one transaction.
struct ParcelTable {
    let db: Database
    let account: AccountRecord

    static let columns = """
        id, number, carrier, created, stopped, mark, archived, origin, destination, outcome, start, length, details
        """

    func find(_ number: String, _ carrier: String) throws -> Parcel? {
        let statement = try db.cachedStatement(
            sql: "SELECT \(ParcelTable.columns) FROM parcel WHERE number = ? AND carrier = ?")
        return try Row.fetchOne(statement, arguments: [number, carrier]).map(parcel)
    }

    /// What the parcels are called, the newest first.
    func names(limit: Int) throws -> [ParcelName] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, carrier, order_id, details ->> 'title' AS title, details ->> 'customer_name' AS customer
                FROM parcel ORDER BY id DESC LIMIT ?
                """, arguments: [limit])
        return rows.map { row in
            ParcelName(
                number: row["number"], carrier: row["carrier"], order: row["order_id"], title: row["title"],
                customer: row["customer"])
        }
    }

    func contains(_ number: String, _ carrier: String) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM parcel WHERE number = ? AND carrier = ?")
        return try Row.fetchOne(statement, arguments: [number, carrier]) != nil
    }

    /// Adds a parcel, its row aside.
    func add(_ parcel: Parcel) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO parcel (number, carrier, created, stopped, status, mark, next_change, archived, order_id,
                    ordered, origin, destination, outcome, start, length, details)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: arguments(parcel))
    }

    /// Writes over the parcel of the same row.
    func update(_ parcel: Parcel) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE parcel SET number = ?, carrier = ?, created = ?, stopped = ?, status = ?, mark = ?,
                    next_change = ?, archived = ?, order_id = ?, ordered = ?, origin = ?, destination = ?, outcome = ?,
                    start = ?, length = ?, details = ?
                WHERE id = ?
                """)
        try statement.execute(arguments: arguments(parcel) + [parcel.row])
    }

    func remove(_ parcel: Parcel) throws {
        try db.cachedStatement(sql: "DELETE FROM parcel WHERE id = ?").execute(arguments: [parcel.row])
    }

    /// How many parcels have each status.
    func tally() throws -> [Status: Int] {
        var counts: [Status: Int] = [:]
        for row in try Row.fetchAll(db.cachedStatement(sql: "SELECT status, parcels FROM tally")).map(StoredRow.init) {
            counts[try row.status(0)] = try row.integer(1)
        }
        return counts
    }

    /// Throws where the row is not what was once written.
    func parcel(_ row: Row) throws -> Parcel {
        let stored = StoredRow(row)
        let number = try stored.text(1)
        let carrier = try stored.text(2)
        guard let outcome = Outcome(rawValue: try stored.integer(9)) else { throw stored.damage(9) }
        guard let details = try? JSON(parsing: try stored.text(12)).object else { throw stored.damage(12) }
        let itinerary = Itinerary(
            chance: stableHash(account.seed, number.uppercased(), carrier), carrier: carrier,
            origin: try stored.text(7), destination: try stored.text(8), outcome: outcome,
            start: try stored.integer(10, in: StoredRow.moments), length: try stored.integer(11, in: StoredRow.moments))
        return Parcel(
            row: try stored.integer(0), number: number, carrier: carrier,
            created: try stored.integer(3, in: StoredRow.moments),
            stopped: try stored.optional(4, in: StoredRow.moments), archived: try stored.integer(6, in: 0...1) == 1,
            mark: try stored.optionalStatus(5), details: details, itinerary: itinerary)
    }

    private func arguments(_ parcel: Parcel) -> StatementArguments {
        let progression = parcel.progression(at: account.now)
        return [
            parcel.number, parcel.carrier, parcel.created, parcel.stopped ?? progression.finished,
            parcel.status(progression).code, parcel.mark?.code, progression.nextChange, parcel.archived,
            parcel.detail("order_id"), parcel.detail("order_create_time").flatMap(Timestamps.order),
            parcel.itinerary.origin, parcel.itinerary.destination, parcel.itinerary.outcome.rawValue,
            parcel.itinerary.start, parcel.itinerary.length, JSON.object(parcel.details).compact,
        ]
    }
}
