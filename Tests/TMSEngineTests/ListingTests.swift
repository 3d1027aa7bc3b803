import TMSCommands
import TMSRuntime
import TMSTestSupport
import Testing
import TrackingMore

@testable import TMSEngine

@Suite struct ListingTests {
    /// An account of so many parcels, in pages as asked.
    static func account(_ count: Int) -> @Sendable (FakeTransport.Request) -> FakeTransport.Reply? {
        { request in
            func number(_ key: String) -> Int {
                let part = request.line.split(separator: "?").last?.split(separator: "&").first {
                    $0.hasPrefix(key + "=")
                }
                return part.flatMap { Int($0.dropFirst(key.count + 1)) } ?? 1
            }
            let (page, limit) = (number("page"), number("limit"))
            let from = min((page - 1) * limit, count)
            let items = (from..<min(from + limit, count)).map {
                #"{"id":"\#($0)","tracking_number":"N\#(10_000 + $0)","carrier_code":"\#($0 % 2 == 0 ? "ups" : "dhl")"}"#
            }
            return .json(
                #"{"page":\#(page),"limit":\#(limit),"total":"\#(count)","items":[\#(items.joined(separator: ","))]}"#)
        }
    }

    @Test(arguments: [(0, 1), (101, 1), (2_000, 1), (2_001, 2), (5_000, 3)])
    func `a list costs as few calls as its size allows`(rows: Int, calls: Int) async {
        let bench = Bench(rule: Self.account(rows))
        let result = await bench.rows(Line("list", verb: "list"))
        #expect(result.failure == nil)
        #expect(result.rows.compactMap { $0["id"] }.compactMap(Int.init) == Array(0..<rows))
        #expect(bench.transport.lines.count == calls)
    }

    @Test(arguments: [0, 1, 100, 70_000, 200_000])
    func `a list that is only counted costs one call`(rows: Int) async {
        let bench = Bench(rule: Self.account(rows))
        var line = Line("list", verb: "list")
        line.call.wanted = 0
        let result = await bench.rows(line)
        #expect(result.rows.count == rows)
        #expect(bench.transport.lines.count == 1)
        #expect(bench.transport.lines.first?.contains("limit=1") == true)
    }

    @Test func `what a session knows of an account takes bounded room`() {
        let knowledge = AccountKnowledge()
        for index in 0..<120_000 { knowledge.learn("A\(index)", "4px") }
        #expect(knowledge.carriers(of: "a119999") == ["4px"])
        #expect(knowledge.carriers(of: "A1").isEmpty)
    }

    @Test func `the rows of a page are released when the next is asked for`() async {
        let bench = Bench(rule: Self.account(7_000))
        var answer = await bench.answer(Line("list", verb: "list"))
        weak var earlier: AnyObject?
        var count = 0
        while case .rows(let rows, let cursor, _, _) = answer {
            count += rows.count
            #expect(earlier == nil)
            if case .record(let record)? = rows.first { earlier = record.identity }
            guard let cursor else { break }
            answer = .done
            answer = await bench.driver.answer(.next(cursor))
        }
        #expect(count == 7_000)
    }

    @Test func `rows not wanted are not fetched`() async {
        let bench = Bench(rule: Self.account(5_000))
        guard case .rows(let rows, let cursor?, _, _) = await bench.answer(Line("list", verb: "list")) else { return }
        #expect(rows.count == 2_000)
        _ = await bench.driver.answer(.close(cursor))
        #expect(bench.transport.lines == ["GET /trackings/get?page=1&limit=2000"])
    }

    @Test func `what the service cannot filter is filtered here`() async {
        let bench = Bench(rule: Self.account(10))
        let line = Line("list via ups", verb: "list", clauses: [("via", .values([.string("UPS")]))])
        #expect(await bench.rows(line).rows.count == 5)
        #expect(bench.transport.lines == ["GET /trackings/get?page=1&limit=2000"])
    }

    @Test func `an empty list refused as nothing to return has no rows`() async {
        let bench = Bench([FakeTransport.refusal(4031)])
        let result = await bench.rows(Line("list", verb: "list"))
        #expect(result.rows.isEmpty && result.failure == nil)
    }

    @Test func `what a list has shown needs no carrier any more`() async {
        let bench = Bench(rule: Self.account(4))
        _ = await bench.rows(Line("list", verb: "list"))
        _ = await bench.rows(Line("delete N10001", verb: "delete", subjects: [[.string("N10001")]]))
        #expect(bench.transport.lines.last == "DELETE /trackings/dhl/N10001")
    }
}
