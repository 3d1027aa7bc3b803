import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSemantics
import TMSSyntax
import Testing
import TrackingMore

/// What the engine does with a program that promised to change nothing, when the checker has seen nothing wrong in it.
struct ReadOnlyTests {
    /// Runs a text as if the checker had been blind to its writes.
    private func run(_ text: String, _ bench: Bench) async -> (result: RunResult, failures: [Failure]) {
        let vocabulary = bench.context.catalogue.vocabulary
        let parsed = parse(SourceFile(name: "-c", text: text), vocabulary: vocabulary)
        var checked = check(parsed, vocabulary: vocabulary, context: Nothing())
        #expect(!checked.hasErrors, "\(checked.diagnostics.map(\.message))")
        checked.isReadOnly = true
        var failures: [Failure] = []
        let result = await Engine(context: bench.context).run(.compile(checked, vocabulary: vocabulary)) { event in
            if case .rowFailed(let failure) = event { failures.append(failure) }
        }
        return (result, failures)
    }

    @Test(arguments: [
        "track RR100200300SG via ups", "edit RR100200300SG via ups title lamp", "delete RR100200300SG via ups",
        "stop updating RR100200300SG via ups", "change carrier of RR100200300SG from ups to usps",
        "let how = \"POST\"\nlet where = \"/trackings/post\"\ncall $how $where",
        "let where = \"/trackings/ups/RR100200300SG\"\ncall delete $where",
        "define f(n) { archive $n via ups }\nf RR100200300SG",
        "for n in [RR100200300SG, RR100200301SG] { archive $n via ups }",
        "[[number: RR100200300SG, via: ups]] | delete", "try delete RR100200300SG via ups otherwise print 1",
        "sandbox advance 1 day", "sandbox reset",
    ])
    func `no write leaves, however it came about, and the run ends`(text: String) async {
        let bench = Bench()
        let (result, _) = await run(text, bench)
        #expect(result.failure?.diagnostic.code == "E0731", "\(text): \(result.failure?.diagnostic.message ?? "")")
        #expect(result.status == .failed)
        #expect(bench.transport.lines.isEmpty, "\(text)")
        #expect(result.statistics.writes == 0)
    }

    @Test func `the call is underlined`() async throws {
        let text = "let how = \"POST\"\ncall $how \"/trackings/post\""
        let failure = try #require(await run(text, Bench()).result.failure)
        let place = try #require(failure.diagnostic.location)
        #expect(place.file.slice(place.range) == "call")
    }

    @Test func `what was read before the write stands, and nothing is read after it`() async {
        let bench = Bench([.json(#"{"email":"ops@example.test"}"#)])
        let (result, _) = await run("account\narchive RR100200300SG via ups\naccount", bench)
        #expect(result.failure?.diagnostic.code == "E0731")
        #expect(bench.transport.lines.count == 1)
    }

    @Test(arguments: ["account", "call get \"/carriers\"", "let how = \"GET\"\ncall $how \"/carriers\""])
    func `reads pass`(text: String) async {
        let bench = Bench(rule: { _ in .json(#"{"email":"ops@example.test"}"#) })
        #expect(await run(text, bench).result.failure == nil)
        #expect(bench.transport.lines.count == 1)
    }

    @Test func `a plan may be made, for nothing of it is sent`() async {
        let bench = Bench(rule: { _ in .json(#"{"items":[]}"#) })
        let failure = await run("plan delete RR100200300SG via ups", bench).result.failure
        #expect(failure?.diagnostic.code != "E0731")
        #expect(bench.transport.lines.allSatisfy { $0.hasPrefix("GET ") })
    }
}
