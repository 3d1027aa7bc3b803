import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

@Suite struct CommandTests {
    let lamp = Line(
        "track 300403513351 via 4px title lamp", verb: "track", subjects: [[.integer(300_403_513_351)]],
        clauses: [("via", .values([.string("4px")])), ("title", .values([.string("lamp")]))])

    func numbers(_ count: Int, verb: String, via: String? = "ups") -> Line {
        let numbers = (0..<count).map { Value.string("RR\(100_000 + $0)SG") }
        return Line(
            "\(verb) $rows via ups", verb: verb, subjects: [numbers],
            clauses: via.map { [("via", .values([.string($0)]))] } ?? [])
    }

    @Test func `a call that lacks what it needs is not sent`() async throws {
        let bench = Bench()
        guard case .failed(let failure) = await bench.answer(Line("transit time", verb: "transit time")) else {
            throw Unexpected()
        }
        #expect(failure.diagnostic.code == "E0704")
        #expect(bench.transport.requests.isEmpty)
    }

    private struct Unexpected: Error {}

    @Test func `track makes one call and answers with what became of it`() async throws {
        let bench = Bench([.json(#"{"id":"0f","status":"pending","created_at":"2019-05-02T09:31:04+08:00"}"#)])
        let (rows, failure) = await bench.rows(lamp)
        #expect(failure == nil)
        #expect(
            bench.transport.requests == [
                .init(
                    line: "POST /trackings/post",
                    body: #"{"tracking_number":"300403513351","carrier_code":"4px","title":"lamp"}"#)
            ])
        let row = try #require(rows.first)
        #expect(
            row.json.compact
                == #"{"tracking_number":"300403513351","carrier_code":"4px","outcome":"tracked","title":"lamp","id":"0f","created_at":"2019-05-02T09:31:04+08:00","status":"pending"}"#
        )
        #expect(bench.statistics.snapshot.calls == 1)
        #expect(bench.statistics.snapshot.quota == 1)
    }

    @Test func `40 creates are one request`() async {
        let bench = Bench()
        let (rows, failure) = await bench.rows(numbers(85, verb: "track"))
        #expect(failure == nil)
        #expect(rows.count == 85)
        #expect(bench.transport.lines == Array(repeating: "POST /trackings/batch", count: 3))
    }

    @Test func `a number that comes twice is never twice in one batch`() async {
        let bench = Bench()
        let line = Line(
            "delete A, B", verb: "delete",
            subjects: [["RR100200300SG", "RR100200301SG", "rr100200300sg"].map { .string($0) }],
            clauses: [("via", .values([.string("ups")]))])
        _ = await bench.rows(line)
        #expect(bench.transport.lines == ["POST /trackings/delete", "DELETE /trackings/ups/rr100200300sg"])
    }

    @Test func `what a batch refuses fails that row alone, and the command in part`() async throws {
        let bench = Bench([
            .json(
                #"{"submitted":3,"added":1,"trackings":[{"tracking_number":"RR100000SG","carrier_code":"ups","id":"1"}],"errors":[{"tracking_number":"RR100001SG","carrier_code":"ups","code":4014,"message":"no"},{"tracking_number":"RR100002SG","carrier_code":"ups","code":4016,"message":"there"}]}"#
            )
        ])
        let line = numbers(3, verb: "track")
        let (rows, failure) = await bench.rows(line)
        #expect(rows.map { $0["outcome"] } == ["tracked", "already tracked"])
        #expect(failure?.kind == .partial)
        #expect(failure?.status == .partial)
        #expect(bench.failedRows.map(\.number) == ["RR100001SG"])
        #expect(bench.failedRows.first?.diagnostic.code == "4014")
        #expect(bench.statistics.snapshot.quota == 1)
    }

    @Test func `a refusal underlines the word it blames`() async throws {
        let bench = Bench([FakeTransport.refusal(4015)])
        let (_, failure) = await bench.rows(lamp)
        let diagnostic = try #require(failure?.diagnostic)
        #expect(lamp.underlined(diagnostic) == "4px")
        #expect(diagnostic.code == "4015")
        #expect(diagnostic.hint != nil)
        #expect(failure?.status == .failed)
    }

    @Test(arguments: [401, 402, 403, 4001, 4002, 4019, 4021])
    func `key and quota doom every row`(code: Int) async throws {
        let bench = Bench([FakeTransport.refusal(code)])
        let (_, failure) = await bench.rows(numbers(100, verb: "track"))
        #expect(failure?.isFatal == true)
        #expect(failure?.status == .keyOrQuota)
        #expect(bench.transport.lines.count == 1)
    }

    @Test func `show asks for several numbers in one call and shows both carriers of one`() async {
        let bench = Bench([
            .json(
                #"{"page":1,"limit":100,"total":"3","items":[{"tracking_number":"RR100000SG","carrier_code":"ups"},{"tracking_number":"RR100000SG","carrier_code":"dhl"},{"tracking_number":"RR100001SG","carrier_code":"ups"}]}"#
            )
        ])
        let (rows, failure) = await bench.rows(numbers(2, verb: "show", via: nil))
        #expect(failure == nil)
        #expect(rows.map { $0["carrier_code"] } == ["ups", "dhl", "ups"])
        #expect(bench.transport.lines == ["GET /trackings/get?numbers=RR100000SG,RR100001SG"])
    }

    @Test func `show without a carrier asks by number, and says when the account does not track it`() async throws {
        let bench = Bench([.json(#"{"items":[]}"#)])
        let line = Line("show RR100200300SG", verb: "show", subjects: [[.string("RR100200300SG")]])
        let (_, failure) = await bench.rows(line)
        #expect(bench.transport.lines == ["GET /trackings/get?numbers=RR100200300SG"])
        #expect(failure?.diagnostic.code == "4031")
        #expect(line.underlined(try #require(failure?.diagnostic)) == "RR100200300SG")
    }

    @Test func `delete finds the carrier in the account`() async {
        let bench = Bench([.json(#"{"items":[{"tracking_number":"RR100200300SG","carrier_code":"singapore-post"}]}"#)])
        let line = Line("delete RR100200300SG", verb: "delete", subjects: [[.string("RR100200300SG")]])
        let (rows, failure) = await bench.rows(line)
        #expect(failure == nil)
        #expect(rows.first?["outcome"] == "deleted")
        #expect(
            bench.transport.lines == [
                "GET /trackings/get?numbers=RR100200300SG", "DELETE /trackings/singapore-post/RR100200300SG",
            ])
    }

    @Test func `a write to a number with two carriers asks which`() async {
        let bench = Bench([
            .json(
                #"{"items":[{"tracking_number":"RR1002SG","carrier_code":"ups"},{"tracking_number":"RR1002SG","carrier_code":"dhl"}]}"#
            )
        ])
        let (_, failure) = await bench.rows(
            Line("delete RR1002SG", verb: "delete", subjects: [[.string("RR1002SG")]]))
        #expect(failure?.diagnostic.message == "RR1002SG is tracked with dhl and ups")
        #expect(bench.transport.lines.count == 1)
    }

    @Test func `track without a certain carrier names --guess and sends nothing`() async {
        let bench = Bench()
        let (_, failure) = await bench.rows(
            Line("track 12345678", verb: "track", subjects: [[.integer(12_345_678)]]))
        #expect(failure?.diagnostic.hint?.contains("--guess") == true)
        #expect(bench.transport.lines == ["GET /trackings/get?numbers=12345678"])
    }

    @Test func `track with --guess asks the service and says what it took`() async {
        let bench = Bench(
            [.json(#"{"items":[]}"#), .json(#"[{"name":"Yun","code":"yunexpress"}]"#)], takesGuesses: true)
        let (rows, failure) = await bench.rows(
            Line("track QQ-12-QQ", verb: "track", subjects: [[.string("QQ-12-QQ")]]))
        #expect(failure == nil)
        #expect(rows.first?["carrier_code"] == "yunexpress")
        #expect(bench.diagnostics.first?.message.contains("yunexpress") == true)
        #expect(
            bench.transport.lines == [
                "GET /trackings/get?numbers=QQ-12-QQ", "POST /carriers/detect", "POST /trackings/post",
            ])
    }

    @Test func `what cannot be taken back needs a yes`() async {
        let bench = Bench(consents: false)
        let (_, failure) = await bench.rows(numbers(3, verb: "delete"))
        #expect(failure?.status == .needsYes)
        #expect(bench.transport.lines.isEmpty)
    }

    @Test func `an empty list of targets makes no call`() async {
        let bench = Bench()
        let (rows, failure) = await bench.rows(Line("delete $none", verb: "delete", subjects: [[.items([])]]))
        #expect(rows.isEmpty && failure == nil && bench.transport.lines.isEmpty)
    }

    @Test func `plan sends no write and answers it as the account would`() async throws {
        let bench = Bench()
        var line = lamp
        line.call.prefix = .plan
        let (rows, failure) = await bench.rows(line)
        #expect(failure == nil)
        #expect(rows.first?["outcome"] == "would be tracked")
        #expect(bench.transport.lines == ["GET /trackings/get?numbers=300403513351"])
        #expect(bench.statistics.snapshot.withheld == 1)
        #expect(
            bench.notices.all == [
                .withheld(
                    method: "POST", url: "https://api.trackingmore.com/v2/trackings/post",
                    body: #"{"tracking_number":"300403513351","carrier_code":"4px","title":"lamp"}"#, quota: nil)
            ])
    }

    @Test func `an answer that is not JSON says so and is temporary`() async {
        let bench = Bench([.json("<html>"), .json("<html>")])
        let (_, failure) = await bench.rows(Line("account", verb: "account"))
        #expect(failure?.diagnostic.message.contains("not JSON") == true)
        #expect(failure?.status == .temporary)
    }

    @Test func `the shell's own verbs reach the session`() async {
        let bench = Bench()
        let advance = Line("sandbox advance 9 days", verb: "sandbox advance", subjects: [[.duration(777_600)]])
        #expect(await bench.rows(advance).rows.first?.plainText == "advanced 777600")
        let failure = await bench.rows(Line("sandbox reset", verb: "sandbox reset")).failure
        #expect(failure?.diagnostic.message == "there is no sandbox here")
    }

    @Test func `a limit stops before the call that would break it`() async {
        let bench = Bench()
        let other = Line(
            "track 300403513402 via 4px", verb: "track", subjects: [[.integer(300_403_513_402)]],
            clauses: [("via", .values([.string("4px")]))])
        _ = await bench.driver.answer(.limit(calls: 1, seconds: nil, lamp.call.location))
        #expect(await bench.rows(lamp).failure == nil)
        let failure = await bench.rows(other).failure
        #expect(failure?.kind == .limit && failure?.isFatal == true)
        _ = await bench.driver.answer(.endLimit)
        #expect(await bench.rows(other).failure == nil)
        #expect(bench.transport.lines.count == 2)
    }
}
