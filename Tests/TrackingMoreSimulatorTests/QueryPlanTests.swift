import GRDB
import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// Lists and counts of large accounts are looked up, not searched for.
@Suite struct QueryPlanTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let filter: ParcelFilter

        init(_ name: String, _ change: (inout ParcelFilter) -> Void) {
            var filter = ParcelFilter()
            change(&filter)
            testDescription = name
            self.filter = filter
        }
    }

    private static let now = Sandbox.Configuration().start

    static let cases = [
        Case("a status") { $0.status = .exception },
        Case("a time of adding") { $0.created = .init(min: now - 86400, max: now) },
        Case("a status and a time of adding") {
            $0.status = .transit
            $0.created = .init(min: now - 86400)
        },
        Case("a time of the last refresh") { $0.updated = .init(min: now - 3600) },
        Case("refreshed long ago") { $0.updated = .init(max: now - 30 * 86400) },
        Case("refreshed in the last days") { $0.updated = .init(min: now - 5 * 86400, max: now - 60) },
        Case("a time of ordering") { $0.ordered = .init(min: now - 20 * 86400, max: now) },
        Case("numbers") { $0.numbers = ["300403513427", "NOBODY1"] },
        Case("orders") { $0.orders = ["#1004"] },
        Case("archived") { $0.archived = true },
    ]

    @Test(arguments: cases)
    func `a count and a page find their rows in an index`(example: Case) async throws {
        let plans = try await QueryPlanTests.large.store.read { db in
            let account = try Sandbox.account(db)
            let ways = example.filter.refreshed(now: account.now)
            let condition = try example.filter.condition(db)
            var plans = try ways.flatMap { way in
                let way = condition + way
                return try QueryPlanTests.plan(
                    db, "SELECT count(*) FROM parcel WHERE \(way.sql)", way.arguments)
            }
            let page = PageQuery(
                condition: condition, ways: ways, isLong: false, newestFirst: true, after: nil, offset: 40, limit: 20)
            plans += try QueryPlanTests.plan(db, page.sql, page.arguments)
            return plans
        }
        #expect(!plans.contains { $0.hasPrefix("SCAN parcel") }, "\(plans)")
        #expect(plans.contains { $0.hasPrefix("SEARCH parcel") })
    }

    @Test(arguments: [ParcelFilter()] + cases.map(\.filter))
    func `a page of a long list begins where the one before ended`(filter: ParcelFilter) async throws {
        let plan = try await QueryPlanTests.large.store.read { db in
            let account = try Sandbox.account(db)
            let page = try PageQuery(
                condition: filter.condition(db), ways: filter.refreshed(now: account.now), isLong: true,
                newestFirst: true, after: 9000, offset: 40, limit: 20)
            return try QueryPlanTests.plan(db, page.sql, page.arguments)
        }
        #expect(plan.contains { $0.hasPrefix("SEARCH parcel") && $0.contains("rowid<?") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(plan)")
    }

    @Test(arguments: [ParcelFilter()] + cases.map(\.filter))
    func `the pages of a list, long or short, are the rows one by one`(filter: ParcelFilter) async throws {
        let (short, long, walked) = try await QueryPlanTests.large.store.read { db in
            let table = ParcelTable(db: db, account: try Sandbox.account(db))
            func rows(isLong: Bool) throws -> [Int] {
                let page = try PageQuery(
                    condition: filter.condition(db), ways: filter.refreshed(now: table.account.now), isLong: isLong,
                    newestFirst: true, after: nil, offset: 0, limit: 100_000)
                return try Row.fetchAll(db, sql: page.sql, arguments: page.arguments).map { $0[0] }
            }
            var walked: [Int] = []
            let paging = Paging()
            while case let page = try table.page(filter, offset: walked.count, limit: 700, paging),
                !page.parcels.isEmpty
            {
                walked += page.parcels.map(\.row)
            }
            return (try rows(isLong: false), try rows(isLong: true), walked)
        }
        #expect(short == long)
        #expect(short == walked)
    }

    @Test(arguments: cases.map(\.filter))
    func `what a filter finds is what the rows themselves say`(filter: ParcelFilter) async throws {
        let (found, expected) = try await QueryPlanTests.large.store.read { db in
            let table = ParcelTable(db: db, account: try Sandbox.account(db))
            let all = try table.page(ParcelFilter(), offset: 0, limit: 100_000).parcels
            func lies(_ time: Int?, in span: ParcelFilter.Span) -> Bool {
                guard !span.isOpen else { return true }
                guard let time else { return false }
                return time >= span.min ?? 0 && time <= span.max ?? .max
            }
            let expected = all.filter { parcel in
                let placed = parcel.detail("order_create_time").flatMap(Timestamps.order)
                let status = parcel.status(parcel.progression(at: table.account.now))
                return lies(parcel.created, in: filter.created) && lies(placed, in: filter.ordered)
                    && lies(parcel.rhythm.last(at: table.account.now), in: filter.updated)
                    && filter.status ?? status == status && filter.archived ?? parcel.archived == parcel.archived
                    && filter.numbers?.contains(parcel.number) ?? true
                    && filter.orders?.contains(parcel.detail("order_id") ?? "") ?? true
            }
            return (try table.page(filter, offset: 0, limit: 100_000).parcels.map(\.row), expected.map(\.row))
        }
        #expect(found == expected)
        #expect(!found.isEmpty)
    }

    /// Twenty thousand parcels, in memory, made once.
    private static let large: Sandbox = {
        var configuration = Sandbox.Configuration()
        configuration.parcels = 20_000
        return try! Sandbox(configuration)
    }()

    private static func plan(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> [String] {
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments).map { $0["detail"] }
    }
}
