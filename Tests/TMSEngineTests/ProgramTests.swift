import Synchronization
import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSemantics
import TMSSyntax
import Testing
import TrackingMore

/// A task that is cancelled from within.
private final class TaskBox: Sendable {
    let task = Mutex<Task<TMSBase.ExitStatus, Never>?>(nil)
}

/// What the checker may know in these tests: nothing but the words of the API.
struct Nothing: CheckContext {
    var variables: Set<String> { [] }
    var definitions: [String: Definition] { [:] }
    var isInteractive: Bool { false }
    func library(_ path: String, relativeTo file: SourceFile) -> SourceFile? { nil }
    func header(of question: FileQuestion, relativeTo file: SourceFile) -> [String]? { nil }
    func validate(_ literal: String, as kind: ValueKind) -> LiteralVerdict {
        LiteralValidator().validate(literal, as: kind)
    }
    func validate(word: String, as kind: ValueKind) -> LiteralVerdict {
        LiteralValidator().validate(word: word, as: kind)
    }
}

@Suite struct ProgramTests {
    /// Parses, checks, compiles and runs a text; what it said, a line each.
    ///
    /// - Parameter isSummed: what became of the rows is a line too.
    func run(_ text: String, _ bench: Bench, isSummed: Bool = false) async -> (lines: [String], result: RunResult?) {
        let vocabulary = bench.context.catalogue.vocabulary
        let parsed = parse(SourceFile(name: "-c", text: text), vocabulary: vocabulary)
        let checked = check(parsed, vocabulary: vocabulary, context: Nothing())
        guard !checked.hasErrors else { return (checked.diagnostics.map(\.message), nil) }
        let log = Log()
        let result = await Engine(context: bench.context).run(.compile(checked, vocabulary: vocabulary)) { event in
            switch event {
            case .lines(let lines):
                log.lines += String(decoding: lines, as: UTF8.self).split(
                    separator: "\n", omittingEmptySubsequences: false
                ).dropLast().map(String.init)
            case .row(let row), .value(let row, _, _): log.lines.append(row.json.compact)
            case .rowFailed(let failure): log.lines.append("failed: \(failure.diagnostic.message)")
            case .diagnostic(let diagnostic): log.lines.append("\(diagnostic.severity): \(diagnostic.message)")
            case .summary(let summary) where isSummed: log.lines.append(summary.text(failures: nil))
            case .plan(let price, _) where isSummed: log.lines += price.lines()
            case .resultAhead, .beginResult, .endResult, .rowLeft, .summary, .plan, .saved: break
            }
        }
        return (log.lines, result)
    }

    final class Log { var lines: [String] = [] }

    /// The first request holds forty targets. In a loop one by one the second row is the first that is refused.
    @Test(arguments: [
        ("", "40 tracked · 20 not sent · 1 call · quota 40"),
        ("one by one ", "2 tracked · 30 not sent · 1 call · quota 2"),
    ])
    func `of a row with several targets each is counted, and the row not beside them`(
        way: String, summary: String
    ) async {
        let rows = (0..<30).map { "[a: \(300_403_520_000 + 2 * $0), b: \(300_403_520_001 + 2 * $0)]" }
        let (lines, result) = await run(
            "limit 1 calls { for r \(way)in [\(rows.joined(separator: ", "))] { track $r.a, $r.b via 4px } }",
            Bench(), isSummed: true)
        #expect(lines.contains(summary), "\(lines)")
        #expect(result?.failure?.diagnostic.notes.count == 1, "\(result?.failure?.diagnostic.notes ?? [])")
    }

    @Test func `a target that fails is counted once, and its row goes on beside the others`() async {
        let done = ["A100001", "A100003", "A100004"].map { #"{"tracking_number":"\#($0)","carrier_code":"ups"}"# }
        let refused = #"{"tracking_number":"A100002","carrier_code":"ups","code":4014}"#
        let answer = #"{"trackings":[\#(done.joined(separator: ","))],"errors":[\#(refused)]}"#
        let bench = Bench([.json(answer)])
        let (lines, result) = await run(
            "for r in [[a: A100001, b: A100002], [a: A100003, b: A100004]] { track $r.a, $r.b via ups }", bench,
            isSummed: true)
        #expect(bench.transport.lines == ["POST /trackings/batch"])
        #expect(lines.contains { $0.hasPrefix("3 tracked · 1 failed (") }, "\(lines)")
        #expect(result?.status == .partial)
    }

    @Test func `every example of every verb parses and checks`() {
        let catalogue = Catalogue.standard
        for verb in catalogue.vocabulary.verbs where !verb.isShellOnly {
            for example in verb.examples {
                let parsed = parse(SourceFile(name: "-c", text: example), vocabulary: catalogue.vocabulary)
                let checked = check(parsed, vocabulary: catalogue.vocabulary, context: Nothing())
                #expect(checked.diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(example)")
            }
        }
    }

    @Test func `every example of an endpoint calls that endpoint`() async throws {
        for endpoint in Dialect.v2.endpoints {
            for example in endpoint.examples {
                let bench = Bench(rule: { request in
                    request.line.contains("/trackings/get?numbers=")
                        ? .json(
                            #"{"items":[{"tracking_number":"\#(example.split(separator: " ").first { $0.contains { $0.isNumber } } ?? "")","carrier_code":"ups"}]}"#
                        )
                        : nil
                })
                let (lines, result) = await run(example, bench)
                let path = endpoint.path.split(separator: "{").first.map(String.init) ?? ""
                let found = bench.transport.lines.contains {
                    $0.hasPrefix("\(endpoint.method.rawValue) \(path)")
                        || (endpoint.id == "getTracking" && $0.hasPrefix("GET /trackings/get?numbers"))
                }
                #expect(
                    found,
                    "\(example): \(bench.transport.lines) \(lines) \(String(describing: result?.failure?.diagnostic.message))"
                )
            }
        }
    }

    @Test func `a list is filtered, sorted and printed row by row`() async {
        let bench = Bench(rule: ListingTests.account(250))
        let (lines, result) = await run("for p in list via ups | take 3 { print \"{$p.number} {$p.via}\" }", bench)
        #expect(lines == ["N10000 ups", "N10002 ups", "N10004 ups"])
        #expect(result?.status == .ok)
        #expect(result?.statistics.calls == 1)
    }

    @Test(arguments: [
        ("list | take 20", [20]), ("for p in list | show number | take 300 { print $p.number }", [300]),
        ("list | first", [1]), ("list | where via is ups | take 20", [2_000]),
        ("list via ups | take 20", [2_000]),
    ])
    func `a page is as large as what is taken of it`(line: String, limits: [Int]) async {
        let bench = Bench(rule: ListingTests.account(2_500))
        _ = await run(line, bench)
        #expect(bench.transport.lines.count == limits.count)
        for (request, limit) in zip(bench.transport.lines, limits) { #expect(request.contains("limit=\(limit)")) }
    }

    @Test func `a failed row is told at its place and the loop goes on`() async {
        let bench = Bench([
            FakeTransport.refusal(4014), .json(#"{"id":"2","status":"pending"}"#),
        ])
        let text = "for n in [RR100200300SG, RR100200301SG] one by one { track $n via ups }"
        let (_, first) = await run(text, bench)
        #expect(first?.status != .ok)
        let other = Bench([FakeTransport.refusal(4014), .json(#"{"id":"2","status":"pending"}"#)])
        other.context.maxRowsInFlight = 1
        let (lines, second) = await run("for n in [RR100200300SG, RR100200301SG] { track $n via ups }", other)
        #expect(lines.contains { $0.hasPrefix("failed: the tracking number") })
        #expect(second?.status == .partial)
        #expect(other.transport.lines.count == 2)
    }

    @Test func `try catches a refusal and knows its number`() async {
        let bench = Bench([FakeTransport.refusal(4031)])
        let (lines, result) = await run(
            "try refresh RR100200305SG via ups otherwise print \"{$error.number} {$error.code}\"", bench)
        #expect(lines == ["RR100200305SG 4031"])
        #expect(result?.status == .ok)
    }

    @Test func `try does not catch a key that is not valid`() async {
        let bench = Bench([FakeTransport.refusal(4001)])
        let (lines, result) = await run("try account otherwise print \"caught\"", bench)
        #expect(lines.isEmpty)
        #expect(result?.status == .keyOrQuota)
    }

    @Test func `a pipeline is saved to a file`() async {
        let folder = Folder()
        let bench = Bench(rule: ListingTests.account(3), directory: folder.path)
        let (_, result) = await run("list | show number, via | save \"all.csv\"", bench)
        #expect(result?.failure == nil)
        #expect(folder.read("all.csv")?.hasSuffix("N10000,ups\nN10001,dhl\nN10002,ups\n") == true)
    }

    @Test func `a file is tracked in batches`() async {
        let folder = Folder()
        folder.write("orders.csv", "number,title\n" + (0..<45).map { "RR\(100_000 + $0)SG,x\($0)\n" }.joined())
        let bench = Bench(directory: folder.path)
        let (_, result) = await run("track from \"orders.csv\" via ups", bench)
        #expect(result?.failure == nil)
        #expect(bench.transport.lines == ["POST /trackings/batch", "POST /trackings/batch"])
    }

    @Test func `a loop over a thousand orders makes 25 calls, one for every forty`() async {
        let folder = Folder()
        let orders = (0..<1_000).map { "RR\(100_000 + $0)SG,ups\n" }.joined()
        folder.write("orders.csv", "number,carrier\n" + orders)
        let bench = Bench(directory: folder.path)
        let loop = "for row in open \"orders.csv\" { track $row.number via $row.carrier }"
        let (_, result) = await run(loop, bench)
        #expect(result?.status == .ok)
        #expect(bench.transport.lines == Array(repeating: "POST /trackings/batch", count: 25))
        #expect(result?.statistics.calls == 25)

        let alone = Bench(directory: folder.path)
        alone.context.maxRowsInFlight = 1
        _ = await run(loop, alone)
        #expect(alone.transport.lines == Array(repeating: "POST /trackings/post", count: 1_000))
    }

    @Test func `plan of a loop withholds every write`() async {
        let bench = Bench()
        let (_, result) = await run("plan for i in 10000 .. 10099 { track \"RR{$i}0SG\" via ups }", bench)
        #expect(result?.status == .ok)
        // What the account holds is asked, forty numbers a call or page by page, so that the answers are its own.
        #expect(bench.transport.lines.count <= 4)
        #expect(bench.transport.lines.dropLast().allSatisfy { $0.hasPrefix("GET /trackings/get?") })
        // And what is left of the quota.
        #expect(bench.transport.lines.last == "GET /trackings/getuserinfo")
        #expect(result?.statistics.withheld == 3)
    }

    @Test func `a cancelled loop stops between two batches, with status 7`() async throws {
        let task = TaskBox()
        let bench = Bench(rule: { _ in
            task.task.withLock { $0?.cancel() }
            return nil
        })
        let vocabulary = bench.context.catalogue.vocabulary
        let text = "for i in 10000 .. 10999 { track \"RR{$i}0SG\" via ups }"
        let parsed = parse(SourceFile(name: "-c", text: text), vocabulary: vocabulary)
        let program = CompiledProgram.compile(
            check(parsed, vocabulary: vocabulary, context: Nothing()), vocabulary: vocabulary)
        let context = bench.context
        let run = Task {
            while task.task.withLock({ $0 == nil }) { await Task.yield() }
            return await Engine(context: context).run(program) { _ in }.status
        }
        task.task.withLock { $0 = run }
        #expect(await run.value == .cancelled)
        #expect(bench.transport.lines.count == 1)
    }

    @Test func `plan of a statement withholds its writes`() async {
        let bench = Bench()
        let (_, result) = await run("plan track RR100200300SG via ups", bench)
        #expect(result?.status == .ok)
        #expect(bench.transport.lines == ["GET /trackings/get?numbers=RR100200300SG", "GET /trackings/getuserinfo"])
        #expect(result?.statistics.withheld == 1)
    }

    @Test func `a loop without end is stopped by cancelling, with status 7`() async throws {
        let bench = Bench()
        let vocabulary = bench.context.catalogue.vocabulary
        let parsed = parse(SourceFile(name: "-c", text: "let n = 1\nwhile true { $n = 2 }"), vocabulary: vocabulary)
        let program = CompiledProgram.compile(
            check(parsed, vocabulary: vocabulary, context: Nothing()), vocabulary: vocabulary)
        let context = bench.context
        let task = Task { await Engine(context: context).run(program) { _ in }.status }
        try await Task.sleep(for: .milliseconds(20))
        task.cancel()
        #expect(await task.value == .cancelled)
    }

    @Test func `curl shows the request without the key and sends nothing`() async {
        let bench = Bench()
        let (lines, result) = await run("curl track RR100200305SG via ups title \"it's\"", bench)
        #expect(result?.status == .ok)
        #expect(
            lines == [
                #"curl -X POST 'https://api.trackingmore.com/v2/trackings/post' -H "Trackingmore-Api-Key: $TRACKINGMORE_API_KEY" -H 'Content-Type: application/json' -d '{"tracking_number":"RR100200305SG","carrier_code":"ups","title":"it'\''s"}'"#
            ])
        #expect(bench.transport.lines.isEmpty)
    }

    @Test func `explain counts calls and quota and sends nothing`() async {
        let folder = Folder()
        folder.write("orders.csv", "number\n" + (0..<95).map { "RR\(100_000 + $0)SG\n" }.joined())
        let bench = Bench(directory: folder.path)
        let (lines, _) = await run("explain track from \"orders.csv\" via ups", bench)
        #expect(lines == ["3 calls of POST /trackings/batch, 95 parcels, 1 quota for each"])
        let (show, _) = await run("explain delete RR100200305SG", bench)
        #expect(
            show.prefix(2) == [
                "1 call of GET /trackings/get, to find the carrier, no quota",
                "1 call of DELETE /trackings/{carrier_code}/{tracking_number}, no quota",
            ])
        #expect(bench.transport.lines.isEmpty)
    }

    @Test func `call makes any call and gives the raw answer`() async {
        let bench = Bench([.json("[1]")])
        let (lines, _) = await run("call get \"/carriers\"", bench)
        #expect(lines == [#"{"meta":{"code":200,"type":"Success","message":"Success"},"data":[1]}"#])
        let (_, refused) = await run("call post \"/trackings/delete\" '[{'", bench)
        #expect(refused?.failure?.diagnostic.code == "E0625")
        let (_, planned) = await run("plan call post \"/trackings/delete\" '[]'", bench)
        #expect(planned?.statistics.withheld == 1)
        #expect(bench.transport.lines == ["GET /carriers"])
    }
}
