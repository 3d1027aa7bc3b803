import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

/// Effects that many iterations want at once.
@Suite struct CoalescingTests {
    func line(_ verb: String, _ number: String, via: String? = "ups") -> Effect {
        .command(
            Line(
                "\(verb) \(number) via ups", verb: verb, subjects: [[.string(number)]],
                clauses: via.map { [("via", .values([.string($0)]))] } ?? []
            ).call)
    }

    func outcome(_ answer: TMSRuntime.Answer) -> String? {
        switch answer {
        case .value(let value): value["outcome"] ?? value["carrier_code"]
        case .rows(let rows, _, _, _): "\(rows.count) rows"
        case .failed(let failure): failure.diagnostic.code
        case .done, .writer, .kept: nil
        }
    }

    @Test func `ninety tracks at once are three requests, answered in their order`() async {
        let bench = Bench()
        let answers = await bench.answers(to: (0..<90).map { line("track", "RR\(100_000 + $0)SG") })
        #expect(answers.count == 90)
        #expect(answers.allSatisfy { outcome($0) == "tracked" })
        #expect(bench.transport.lines == Array(repeating: "POST /trackings/batch", count: 3))
    }

    @Test func `one refused item fails its own iteration only`() async {
        let bench = Bench([
            .json(
                #"{"trackings":[{"tracking_number":"RR100000SG","carrier_code":"ups"}],"errors":[{"tracking_number":"RR100001SG","carrier_code":"ups","code":4014}]}"#
            )
        ])
        let answers = await bench.answers(to: [line("track", "RR100000SG"), line("track", "RR100001SG")])
        #expect(answers.map(outcome) == ["tracked", "4014"])
    }

    @Test func `verbs may mix, and each fills its own request`() async {
        let bench = Bench()
        let answers = await bench.answers(to: [
            line("track", "RR100000SG"), line("delete", "RR100001SG"), line("track", "RR100002SG"),
            line("delete", "RR100003SG"),
        ])
        #expect(answers.map(outcome) == ["tracked", "deleted", "tracked", "deleted"])
        #expect(bench.transport.lines == ["POST /trackings/batch", "POST /trackings/delete"])
    }

    @Test func `a request is sent when it is full, and the rest waits for what would fill it`() async {
        let bench = Bench()
        let all = (0..<95).map { line("track", "RR\(100_000 + $0)SG") }
        let first = await bench.driver.answers(to: WantedEffects(new: all))
        #expect(first.map(\.number) == Array(0..<40))
        let second = await bench.driver.answers(to: WantedEffects())
        #expect(second.map(\.number) == Array(40..<80))
        #expect(bench.transport.lines.count == 2)
        let rest = await bench.driver.answers(to: WantedEffects())
        #expect(rest.map(\.number) == Array(80..<95))
    }

    @Test func `a request refused as a whole is sent in halves, and only the culprit fails`() async {
        let bench = Bench(rule: { request in
            request.body.contains("RR100007SG") ? FakeTransport.refusal(4012) : nil
        })
        let answers = await bench.answers(to: (0..<40).map { line("track", "RR\(100_000 + $0)SG") })
        #expect(answers.indices.filter { outcome(answers[$0]) != "tracked" } == [7])
        #expect(outcome(answers[7]) == "4012")
        // Halved until it stands alone: 40, 20, 10, 5, 2 or 3, 1 or 2, 1, and the other halves.
        #expect(bench.transport.lines.count <= 13)
    }

    @Test func `what is withdrawn is answered, and not sent`() async {
        let bench = Bench()
        let all = (0..<95).map { line("track", "RR\(100_000 + $0)SG") }
        _ = await bench.driver.answers(to: WantedEffects(new: all))
        var wanted = WantedEffects()
        wanted.withdrawn = Set(40..<95)
        let answers = await bench.driver.answers(to: wanted)
        #expect(answers.map(\.number) == Array(40..<95) && answers.allSatisfy { outcome($0.answer) == "E0703" })
        #expect(bench.transport.lines.count == 1)
    }

    @Test func `shows become one list of numbers`() async {
        let bench = Bench([
            .json(
                #"{"items":[{"tracking_number":"RR100000SG","carrier_code":"ups"},{"tracking_number":"RR100001SG","carrier_code":"ups"}]}"#
            )
        ])
        let answers = await bench.answers(to: (0..<3).map { line("show", "RR10000\($0)SG") })
        #expect(answers.map(outcome) == ["ups", "ups", "4031"])
        #expect(bench.transport.lines == ["GET /trackings/get?numbers=RR100000SG,RR100001SG,RR100002SG"])
    }

    @Test func `what the bulk form cannot say goes alone`() async {
        let bench = Bench()
        let edit = { (number: String, label: String) in
            Effect.command(
                Line(
                    "edit \(number) via ups \(label) x1", verb: "edit", subjects: [[.string(number)]],
                    clauses: [("via", .values([.string("ups")])), (label, .values([.string("x1")]))]
                ).call)
        }
        _ = await bench.answers(to: [
            edit("RR100000SG", "title"), edit("RR100001SG", "phone"), edit("RR100002SG", "title"),
        ])
        #expect(
            bench.transport.lines.sorted() == ["POST /trackings/updatemore", "PUT /trackings/ups/RR100001SG"])
    }

    @Test func `a failure that dooms the run stops what was not sent`() async {
        let bench = Bench([FakeTransport.refusal(4021)])
        let answers = await bench.answers(to: (0..<90).map { line("track", "RR\(100_000 + $0)SG") })
        #expect(answers.allSatisfy { outcome($0) == "4021" })
        #expect(bench.transport.lines.count == 1)
    }

    @Test func `one question is asked for all that cannot be taken back`() async {
        let bench = Bench(consents: false)
        let answers = await bench.answers(to: (0..<5).map { line("delete", "RR10000\($0)SG") })
        #expect(answers.allSatisfy { outcome($0) == "E0730" })
        #expect(bench.transport.lines.isEmpty)
    }
}
