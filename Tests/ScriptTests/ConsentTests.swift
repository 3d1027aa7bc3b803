import Synchronization
import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

@testable import tms

/// What cannot be taken back is asked once: for a command with all its targets, for a loop with all its rows.
struct ConsentTests {
    @Test func `a loop whose rows go together is asked once, with the count of all rows`() async {
        let (run, asked) = await run("for p in list { delete $p }\nlist | count")
        #expect(asked == [Asked("delete", 40)])
        #expect(run.outputs.flatMap(\.lines) == ["0"])
    }

    @Test func `a loop that runs row by row is asked once`() async {
        let numbers = "[300403513402, 4819237500, 1Z999AA10123456784]"
        for loop in [
            "for n one by one in \(numbers) { delete $n }", "for n in \(numbers) { delete $n\n if false { break } }",
        ] {
            let (run, asked) = await run("\(loop)\nlist | count")
            #expect(asked == [Asked("delete", 3, isAtMost: true)], "\(loop)")
            #expect(run.outputs.flatMap(\.lines) == ["37"], "\(loop)")
        }
    }

    @Test func `a loop that need not do it for each row says so`() async {
        let (_, asked) = await run("for n, i in list { if $i > 30 { delete $n } }")
        #expect(asked == [Asked("delete", 40, isAtMost: true)])
    }

    @Test func `a definition that a loop calls is asked once`() async {
        let (_, asked) = await run("define tidy(p) { delete $p }\nfor p in list status exception { tidy $p }")
        #expect(asked == [Asked("delete", 4)])
    }

    @Test func `each loop and each verb is asked for itself`() async {
        let (_, asked) = await run(
            """
            for p in list status exception { delete $p }
            for n in [300403513402, 4819237500] { stop updating $n; delete $n }
            delete 1Z999AA10123456784
            """)
        #expect(
            asked == [
                Asked("delete", 4), Asked("stop updating", 2), Asked("delete", 2),
                Asked("delete", 1),
            ])
    }

    @Test func `a no deletes nothing and ends with status 8`() async {
        let (run, asked) = await run("for p in list { try delete $p otherwise print \"caught\" }", answer: false)
        #expect(asked == [Asked("delete", 40)])
        #expect(run.status == 8)
        #expect(run.outputs.isEmpty)
    }

    @Test func `changes of more than twenty parcels of a real account are asked once, those of the sandbox never`()
        async
    {
        for line in ["list | take 21 | edit title x", "for p in list | take 21 { edit $p title x }"] {
            #expect(await run(line, isLive: true).1 == [Asked("edit", 21)], "\(line)")
            #expect(await run(line).1.isEmpty, "\(line)")
        }
        #expect(await run("list | take 20 | edit title x", isLive: true).1.isEmpty)
        let (left, _) = await run("list | take 21 | edit title x", answer: false, isLive: true)
        #expect(left.status == 8 && left.diagnostics.map(\.code) == ["N0730"])
    }

    @Test func `a call made by hand is asked by what it does`() async {
        let delete = "call post \"/trackings/delete\" [[tracking_number: 300403513402, carrier_code: 4px]]"
        for line in [
            delete,
            "let m = \"post\"\ncall $m \"/trackings/delete\" [[tracking_number: 300403513402, carrier_code: 4px]]",
        ] {
            let (run, asked) = await run(line + "\nlist | count")
            #expect(asked == [Asked("call", 1)] && run.outputs.last?.lines == ["39"], "\(line)")
        }
        let unknown = "try call post \"/nonsense\" [a: 1] otherwise print 1"
        #expect(await run(unknown).1.isEmpty)
        #expect(await run(unknown, isLive: true).1 == [Asked("call", 1)])
        #expect(await run("air 172-28891936").1 == [Asked("air", 1)])
        #expect(await run("call get \"/nonsense\"", isLive: true).1.isEmpty)
    }

    private func run(_ text: String, answer: Bool = true, isLive: Bool = false) async -> (ScriptRun, [Asked]) {
        let log = AskedLog()
        let runner = SessionRunner(names: .catalogue) { desk in
            AskingWorld(
                inner: SandboxWorld(path: desk + "/account.sqlite", zone: Zone("UTC")), log: log, answer: answer,
                isLive: isLive)
        }
        let run = await runner.run(SourceFile(name: "consent.tms", text: text), in: ScriptTests.folder + "/rendering")
        return (run, log.all)
    }
}

private struct Asked: Equatable {
    let verb: String
    let count: Int
    var isAtMost = false

    init(_ verb: String, _ count: Int, isAtMost: Bool = false) {
        (self.verb, self.count, self.isAtMost) = (verb, count, isAtMost)
    }
}

private final class AskedLog: Sendable {
    private let asked = Mutex<[Asked]>([])

    var all: [Asked] { asked.withLock { $0 } }
    func add(_ request: ConsentRequest) {
        asked.withLock { $0.append(Asked(request.verb, request.count, isAtMost: request.isAtMost)) }
    }
}

/// The sandbox, with somebody who answers every question alike.
private struct AskingWorld: World {
    let inner: SandboxWorld
    let log: AskedLog
    let answer: Bool
    let isLive: Bool

    var environment: TMSRuntime.Environment { inner.environment }
    var failure: Diagnostic? { inner.failure }
    func open() async throws(Diagnostic) { try await inner.open() }

    func context(for session: SessionHooks) -> EngineContext {
        var context = inner.context(for: session)
        let (log, answer) = (log, answer)
        context.consent = {
            log.add($0)
            return answer ? .given : .declined
        }
        return context
    }
}
