internal import GRDB
import TrackingMore

/// How a list is turned: its order, and what earlier pages have found out.
struct Paging: Sendable {
    var newestFirst = true
    var bookmarks = Bookmarks()
}

extension ParcelTable {
    /// How many rows a list may have and still be sorted for each page; longer ones are walked along.
    private static let fewRows = 20_000

    func count(_ filter: ParcelFilter) throws -> Int {
        if filter.isStatusOnly {
            let tally = try tally()
            return filter.status.map { tally[$0] ?? 0 } ?? tally.values.reduce(0, +)
        }
        let condition = try filter.condition(db)
        return try filter.refreshed(now: account.now).reduce(0) { sum, way in
            let way = condition + way
            return try sum
                + (Int.fetchOne(db, sql: "SELECT count(*) FROM parcel WHERE \(way.sql)", arguments: way.arguments) ?? 0)
        }
    }

    func countsByStatus(_ filter: ParcelFilter) throws -> [Status: Int] {
        guard filter != ParcelFilter() else { return try tally() }
        // One status after the other, since the index of each holds all that is asked for.
        return try Dictionary(
            uniqueKeysWithValues: Status.allCases.map { status in
                var narrowed = filter
                narrowed.status = status
                return (status, try count(narrowed))
            })
    }

    /// A page of parcels and how many there are on all pages.
    func page(
        _ filter: ParcelFilter, offset: Int, limit: Int, _ paging: Paging = Paging()
    ) throws -> (parcels: [Parcel], total: Int) {
        let place = Bookmarks.Place(
            filter: filter, newestFirst: paging.newestFirst, now: account.now, changes: account.changes)
        let total = try paging.bookmarks.total(place) ?? count(filter)
        guard offset < total else {
            paging.bookmarks.note(total, place, nil)
            return ([], total)
        }
        let page = try PageQuery(
            condition: filter.condition(db), ways: filter.refreshed(now: account.now), isLong: total > Self.fewRows,
            newestFirst: paging.newestFirst, after: paging.bookmarks.row(before: offset, place), offset: offset,
            limit: limit)
        let parcels = try Row.fetchAll(db, sql: page.sql, arguments: page.arguments).map(parcel)
        paging.bookmarks.note(total, place, parcels.last.map { (offset + parcels.count, $0.row) })
        return (parcels, total)
    }
}

/// One page of a list in SQL.
struct PageQuery {
    let sql: String
    let arguments: StatementArguments

    /// - Parameters:
    ///   - isLong: whether the rows are too many to be sorted for one page.
    ///   - after: the row before the page, where it is known: the page is then found without counting up to it.
    init(
        condition: Condition, ways: [Condition], isLong: Bool, newestFirst: Bool, after: Int?, offset: Int, limit: Int
    ) {
        let direction = newestFirst ? "DESC" : "ASC"
        let rows: String
        var arguments: StatementArguments
        if isLong {
            // The plus keeps the planner from looking these up, which would mean sorting what it finds.
            let way = ways.map { "(\($0.sql))" }.joined(separator: " OR ")
            let terms = condition.terms.map { $0.hasPrefix("status") || $0.hasPrefix("id") ? $0 : "+(\($0))" }
            let start = after == nil ? "" : "AND id \(newestFirst ? "<" : ">") ? "
            rows = """
                SELECT id FROM parcel WHERE \((terms + ["+(\(way))"]).joined(separator: " AND ")) \(start)\
                ORDER BY id \(direction)
                """
            arguments = ways.reduce(condition.arguments) { $0 + $1.arguments }
            if let after { arguments += [after] }
            arguments += [limit, after == nil ? offset : 0]
        } else {
            let found = ways.map { "SELECT id FROM parcel WHERE \((condition + $0).sql)" }
            // The plus keeps the planner from walking along all rows for the sake of their order.
            rows = "SELECT id FROM (\(found.joined(separator: " UNION ALL "))) ORDER BY +id \(direction)"
            arguments = ways.reduce(StatementArguments()) { $0 + (condition + $1).arguments }
            arguments += [limit, offset]
        }
        sql = """
            SELECT \(ParcelTable.columns) FROM parcel WHERE id IN (\(rows) LIMIT ? OFFSET ?) ORDER BY id \(direction)
            """
        self.arguments = arguments
    }
}
