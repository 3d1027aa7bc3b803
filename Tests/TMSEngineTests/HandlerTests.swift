import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

@Suite struct HandlerTests {
    let account = Line("account", verb: "account")
    let delete = Line(
        "delete RR100200300SG via ups", verb: "delete", subjects: [[.string("RR100200300SG")]],
        clauses: [("via", .values([.string("ups")]))])
    let track = Line(
        "track RR100200300SG via ups", verb: "track", subjects: [[.string("RR100200300SG")]],
        clauses: [("via", .values([.string("ups")]))])

    @Test func `calls are a second apart`() async {
        let bench = Bench(isLimited: true)
        for _ in 0..<4 { _ = await bench.rows(account) }
        #expect(bench.clock.sleeps.count == 3 && bench.clock.sleeps.allSatisfy { (1.02...1.1).contains($0) })
        #expect((3.06...3.3).contains(bench.statistics.snapshot.secondsWaited))
    }

    @Test func `immediate refreshes have a limit of their own`() async {
        let bench = Bench(isLimited: true)
        let refresh = Line(
            "refresh RR100200300SG via ups", verb: "refresh", subjects: [[.string("RR100200300SG")]],
            clauses: [("via", .values([.string("ups")]))])
        _ = await bench.rows(account)
        for _ in 0..<3 { _ = await bench.rows(refresh) }
        #expect(bench.clock.sleeps.map { ($0 * 3).rounded() } == [1, 1])
    }

    @Test func `after a 429 two minutes pass and the same call is made again`() async {
        let bench = Bench([FakeTransport.refusal(429), .json(#"{"email":"ops@example.test"}"#)], isLimited: true)
        let result = await bench.rows(account)
        #expect(result.failure == nil)
        #expect(bench.clock.now() >= 120)
        #expect(bench.transport.lines.count == 2)
        #expect(bench.notices.all == [.pausing(seconds: 120, reason: "too many requests")])
    }

    @Test func `a read is tried again, with growing pauses`() async {
        let lost = FakeTransport.Reply.error(.other("the connection was reset", sent: true))
        let bench = Bench([lost, lost, .json(#"{"email":"ops@example.test"}"#)])
        #expect(await bench.rows(account).failure == nil)
        #expect(bench.clock.sleeps == [1, 2])
        #expect(bench.statistics.snapshot.retries == 2)
    }

    @Test(arguments: ["account", "delete"])
    func `nothing is sent again where the disk of the service is full`(verb: String) async {
        let refusal = FakeTransport.Reply.json(
            #"{"meta":{"code":500,"type":"Error","message":"the disk is full; nothing was done"},"data":[]}"#)
        let bench = Bench(rule: { $0.line.hasPrefix("GET /trackings/get?") ? .json(#"{"items":[]}"#) : refusal })
        let failure = await bench.rows(verb == "account" ? account : delete).failure
        #expect(failure?.diagnostic.message == "the service cannot write to its disk")
        #expect(failure?.diagnostic.notes == ["the service says: the disk is full; nothing was done"])
        #expect(failure?.diagnostic.hint == "make room there, then repeat")
        #expect(bench.clock.sleeps.isEmpty)
        #expect(bench.transport.lines.count == 1)
    }

    @Test func `a read whose time ran out is tried once more`() async {
        let bench = Bench(rule: { _ in .error(.timedOut(.afterSending)) })
        #expect(await bench.rows(account).failure?.status == .temporary)
        #expect(bench.transport.lines.count == 2)
    }

    @Test(arguments: ["air", "refresh", "detect"])
    func `a read that costs quota is not sent again where it may have arrived`(_ verb: String) async {
        let paid = Line(
            "\(verb) 172-28891936 via ups", verb: verb, subjects: [[.string("172-28891936")]],
            clauses: verb == "refresh" ? [("via", .values([.string("ups")]))] : [])
        for reply in [FakeTransport.Reply.error(.timedOut(.afterSending)), FakeTransport.refusal(500)] {
            let bench = Bench(rule: { _ in reply })
            let failure = await bench.rows(paid).failure
            #expect(failure?.status == .temporary)
            #expect(bench.transport.lines.filter { $0.hasPrefix("POST") }.count == 1)
            #expect(failure?.diagnostic.notes.last == "it may have taken quota, so it is not sent again")
        }
    }

    @Test func `a read that costs quota is tried again where it cannot have arrived`() async {
        let air = Line("air 172-28891936", verb: "air", subjects: [[.string("172-28891936")]])
        let bench = Bench([.error(.unreachable(host: "api.example.test")), .json("{}")])
        #expect(await bench.rows(air).failure == nil)
        #expect(bench.transport.lines.count == 2)
    }

    @Test func `a host that stays away ends with status 5`() async {
        let away = FakeTransport.Reply.error(.unreachable(host: "api.example.test"))
        let bench = Bench(rule: { _ in away })
        let failure = await bench.rows(account).failure
        #expect(failure?.status == .temporary && failure?.kind == .network)
        #expect(failure?.diagnostic.message.contains("api.example.test") == true)
        #expect(bench.transport.lines.count == 4)
    }

    @Test func `a delete of which nobody knows whether it arrived is read back, not repeated`() async {
        let bench = Bench([.error(.timedOut(.afterSending)), .json(#"{"items":[]}"#)])
        let result = await bench.rows(delete)
        #expect(result.failure == nil)
        #expect(result.rows.first?["outcome"] == "deleted")
        #expect(
            bench.transport.lines == [
                "DELETE /trackings/ups/RR100200300SG", "GET /trackings/get?numbers=RR100200300SG",
            ])
    }

    @Test func `a create that did not arrive is sent once more`() async {
        let bench = Bench([.error(.timedOut(.afterSending)), .json(#"{"items":[]}"#), .json(#"{"id":"7"}"#)])
        let result = await bench.rows(track)
        #expect(result.rows.first?["id"] == "7")
        #expect(bench.transport.lines.filter { $0.hasPrefix("POST") }.count == 2)
    }

    @Test func `a create that did arrive is not sent again`() async {
        let bench = Bench([
            .error(.timedOut(.afterSending)),
            .json(#"{"items":[{"tracking_number":"RR100200300SG","carrier_code":"ups","id":"7"}]}"#),
        ])
        #expect(await bench.rows(track).rows.first?["id"] == "7")
        #expect(bench.transport.lines.filter { $0.hasPrefix("POST") }.count == 1)
    }

    @Test func `a write that cannot be settled is reported as in doubt`() async {
        let bench = Bench(rule: { _ in .error(.timedOut(.afterSending)) })
        let failure = await bench.rows(track).failure
        #expect(failure?.kind == .doubt && failure?.status == .temporary)
        #expect(failure?.diagnostic.notes.contains { $0.contains("show RR100200300SG") } == true)
    }

    @Test func `cancelling ends with status 7 and sends nothing more`() async {
        let status = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            let bench = Bench()
            let failure = await bench.rows(account).failure
            return (failure?.status, bench.transport.lines.count)
        }.value
        #expect(status.0 == .cancelled)
        #expect(status.1 == 0)
    }

    @Test func `the key is in no message`() async {
        let bench = Bench([FakeTransport.refusal(4001)])
        let failure = await bench.rows(account).failure
        #expect(!"\(String(describing: failure)) \(bench.notices.all)".contains("a-secret-key"))
    }
}
