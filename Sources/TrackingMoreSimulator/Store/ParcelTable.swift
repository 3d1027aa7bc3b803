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
        for row in try Row.fetchAll(db.cachedStatement(sql: "SELECT status, parcels FROM tally")) {
            counts[Status(code: row[0])] = row[1]
        }
        return counts
    }

    func parcel(_ row: Row) -> Parcel {
        let number: String = row[1]
        let carrier: String = row[2]
        let mark: Int? = row[5]
        let details: String = row[12]
        let itinerary = Itinerary(
            chance: stableHash(account.seed, number.uppercased(), carrier), carrier: carrier, origin: row[7],
            destination: row[8], outcome: Outcome(rawValue: row[9]) ?? .delivered, start: row[10], length: row[11])
        return Parcel(
            row: row[0], number: number, carrier: carrier, created: row[3], stopped: row[4], archived: row[6],
            mark: mark.map { Status(code: $0) },
            details: (try? JSON(parsing: details))?.object ?? JSONObject(), itinerary: itinerary)
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
