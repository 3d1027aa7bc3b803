internal import GRDB
import TrackingMore

/// Which parcels a list or a count is about. Moments are seconds since 1970, both ends included.
struct ParcelFilter: Sendable, Equatable {
    var status: Status?
    var created = Span()
    var updated = Span()
    var ordered = Span()
    var numbers: [String]?
    var orders: [String]?
    var archived: Bool?

    struct Span: Sendable, Equatable {
        var min: Int?
        var max: Int?
    }

    /// Whether the tally answers how many there are.
    var isStatusOnly: Bool {
        var other = self
        other.status = nil
        return other == ParcelFilter()
    }

    /// The condition in SQL, `WHERE` included, and its values.
    func condition(now: Int) -> (sql: String, arguments: StatementArguments) {
        var parts: [String] = []
        var values: [DatabaseValue] = []
        func within(_ span: Span, _ column: String) {
            for (end, sign) in [(span.min, ">="), (span.max, "<=")] {
                guard let end else { continue }
                parts.append("\(column) \(sign) ?")
                values.append(end.databaseValue)
            }
        }
        func among(_ texts: [String]?, _ column: String) {
            guard let texts else { return }
            parts.append("\(column) IN (\(texts.map { _ in "?" }.joined(separator: ", ")))")
            values += texts.map(\.databaseValue)
        }
        if let status {
            parts.append("status = ?")
            values.append(status.code.databaseValue)
        }
        within(created, "created")
        within(ordered, "ordered")
        within(updated, ParcelFilter.refreshed(now))
        among(numbers, "number")
        among(orders, "order_id")
        if let archived {
            parts.append("archived = ?")
            values.append(archived.databaseValue)
        }
        return (parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND "), StatementArguments(values))
    }

    /// The moment of the last refresh, in SQL; the same as `RefreshRhythm.last`.
    private static func refreshed(_ now: Int) -> String {
        let since = "(\(now) - created - \(RefreshRhythm.first))"
        let period = RefreshRhythm.period
        return """
            (CASE WHEN stopped > created THEN stopped WHEN stopped IS NOT NULL OR \(since) < 0 THEN NULL
            ELSE created + \(RefreshRhythm.first) + \(since) / \(period) * \(period) END)
            """
    }
}

extension ParcelTable {
    func count(_ filter: ParcelFilter) throws -> Int {
        if filter.isStatusOnly {
            let tally = try tally()
            return filter.status.map { tally[$0] ?? 0 } ?? tally.values.reduce(0, +)
        }
        let (condition, arguments) = filter.condition(now: account.now)
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM parcel \(condition)", arguments: arguments) ?? 0
    }

    /// A page of parcels, the youngest first. The rows before it are skipped in an index alone.
    func page(_ filter: ParcelFilter, offset: Int, limit: Int) throws -> [Parcel] {
        let (condition, arguments) = filter.condition(now: account.now)
        let sql = """
            SELECT \(ParcelTable.columns) FROM parcel JOIN (
                SELECT id AS wanted FROM parcel \(condition) ORDER BY created DESC, id DESC LIMIT ? OFFSET ?
            ) ON id = wanted ORDER BY created DESC, id DESC
            """
        return try Row.fetchAll(db, sql: sql, arguments: arguments + [limit, offset]).map(parcel)
    }

    func countsByStatus(_ filter: ParcelFilter) throws -> [Status: Int] {
        guard filter != ParcelFilter() else { return try tally() }
        let (condition, arguments) = filter.condition(now: account.now)
        let rows = try Row.fetchAll(
            db, sql: "SELECT status, count(*) FROM parcel \(condition) GROUP BY status", arguments: arguments)
        return Dictionary(rows.map { (Status(code: $0[0]), $0[1] as Int) }) { first, _ in first }
    }
}
