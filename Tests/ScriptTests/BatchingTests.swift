import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

@testable import tms

/// Batching changes speed, never meaning: rows side by side or one after the other leave the same account and say the
/// same.
struct BatchingTests {
    /// What `explain` and `curl` tell of the calls of a loop is what batching saves.
    private static let scripts = GoldenScript.all(in: ScriptTests.folder).filter {
        !$0.name.hasSuffix("the-calls-of-a-loop-together")
    }

    @Test(arguments: BatchingTests.scripts)
    func `every script says the same with one row at a time`(script: GoldenScript) async throws {
        let path = script.path.split(separator: "/", omittingEmptySubsequences: false)
        // Without its folder, so that what it saves lies on the desk of the run.
        let file = SourceFile(name: path.last.map(String.init) ?? "", text: try script.text())
        let folder = path.dropLast()
        let together = await story(of: file, in: folder.joined(separator: "/"), rows: nil)
        let alone = await story(of: file, in: folder.joined(separator: "/"), rows: 1)
        // What a plan says of its calls is what batching saves as well.
        let price = /\d+ calls?, [^·\n]* at the account's limit/
        #expect(together.replacing(price, with: "") == alone.replacing(price, with: ""), "\(script)")
    }

    @Test(arguments: [
        // Print order, and what is there already.
        """
        for n in [300403513351, 300403513352, 300403513351, 300403513353] {
          print "before {$n}"
          let p = track $n via 4px
          print "after {$n}: {$p.outcome}"
        }
        """,
        // Some rows fail, some are caught.
        """
        for n in [300403513351, 1, 300403513352, 999999999999, 300403513353] {
          print "row {$n}"
          track $n via 4px
          if $n is 300403513352 { show 123456789012 via 4px }
          print "done {$n}"
        }
        """,
        """
        for n in [300403513351, 300403513352, 300403513353] {
          try { show $n via 4px | show number } otherwise { print "not yet: {$error.code}"; track $n via 4px }
          delete $n via 4px
          try show $n via 4px otherwise print "gone {$n}"
        }
        """,
        // Commands on one number, spelt differently.
        """
        for n in [rr100200300sg, RR100200300SG, RR100200301SG] {
          try track $n via singapore-post title "first" otherwise print $error.message
          edit $n via singapore-post title "row {$n}"
          print "edited {$n}"
        }
        """,
        // Plans, and calls that are only shown.
        """
        for n in [300403513351, 300403513352] {
          print "about {$n}"
          plan track $n via 4px
          curl track $n via 4px
          explain track $n via 4px
        }
        """,
        "for n one by one in [300403513351, 1, 300403513352] { track $n via 4px }",
        "for n in [300403513351, 300403513352, 300403513353] { track $n via 4px\n if $n is 300403513352 { break } }",
        "for p in list status transit | take 7 { edit $p title \"seen {$p.number}\" }",
        // All fail: no more than forty are sent.
        "for i in 1 .. 90 { if $i > 20 { try show 300403513399 via 4px otherwise print $i }\n fail \"no {$i}\" }",
        "for i in 1 .. 90 { print $i\n limit 1 call { track \"300403513{100 + $i}\" via 4px } }",
        "for n in [300403513351, 1, 300403513352] { print follow($n) }",
    ])
    func `a loop leaves the same account and prints the same`(loop: String) async {
        let script = """
            define follow(n) {
              try track $n via 4px otherwise return "failed {$error.code}"
              return "followed {$n}"
            }
            try {
            \(loop)
            } otherwise { print "ended: {$error.message}" }
            list | sort by number | show number, via, title, status
            count by status
            """
        let file = SourceFile(name: "loop.tms", text: script)
        let together = await story(of: file, in: "", rows: nil)
        let alone = await story(of: file, in: "", rows: 1)
        #expect(alone == together, "\(Difference(expected: alone, found: together))")
        #expect(!together.contains("status: 2"), "\(together)")
    }

    @Test(arguments: 1...12)
    func `loops made at random leave the same account and print the same`(seed: UInt64) async {
        var loops = RandomLoops(seed: seed)
        let script = """
            try {
            \(loops.next())
            } otherwise { print "ended: {$error.message}" }
            list | sort by number | show number, via, title, status
            """
        let file = SourceFile(name: "loop.tms", text: script)
        let together = await story(of: file, in: "", rows: nil)
        let alone = await story(of: file, in: "", rows: 1)
        #expect(alone == together, "\(script) \(Difference(expected: alone, found: together))")
        #expect(!together.contains("status: 2"), "\(script) \(together)")
    }

    /// All that a run says and how it ends, as one text, without the calls it took: they are what batching saves.
    private func story(of file: SourceFile, in folder: String, rows: Int?) async -> String {
        let runner = SessionRunner(names: .catalogue) { desk in
            let world = SandboxWorld(path: desk + "/account.sqlite", zone: Zone("UTC"))
            guard let rows else { return world }
            return Narrowed(world: world, rows: rows)
        }
        let run = await runner.run(file, in: folder)
        var lines = run.outputs.flatMap(\.lines).map(withoutCalls)
        lines += run.diagnostics.map { "\($0.severity) \($0.code) \($0.message) at \($0.location?.range.lower ?? -1)" }
        return (lines + ["status: \(run.status)"]).joined(separator: "\n")
    }

    private func withoutCalls(_ line: String) -> String {
        let parts = line.split(separator: " · ", omittingEmptySubsequences: false)
        guard let last = parts.last, last.hasSuffix(" calls") || last.hasSuffix(" call") else { return line }
        return parts.dropLast().joined(separator: " · ")
    }
}

/// A world in which only so many rows of a loop wait at a time.
private struct Narrowed: World {
    let world: any World
    let rows: Int

    var isLive: Bool { world.isLive }
    var environment: TMSRuntime.Environment { world.environment }
    var failure: Diagnostic? { world.failure }

    func open() async throws(Diagnostic) { try await world.open() }

    func context(for session: SessionHooks) -> EngineContext {
        var context = world.context(for: session)
        context.maxRowsInFlight = rows
        return context
    }
}

/// Small loops over a few numbers that meet again and again.
private struct RandomLoops {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> String {
        let numbers = (0..<(3 + below(60))).map { _ in "3004035134\(10 + below(30))" }.joined(separator: ", ")
        let body = (0..<(1 + below(4))).map { _ in "  " + statement() }.joined(separator: "\n")
        return "for n, i in [\(numbers)] {\n\(body)\n}"
    }

    private mutating func statement() -> String {
        switch below(8) {
        case 0: "print \"{$i}: {$n}\""
        case 1: "track $n via 4px title \"row {$i}\""
        case 2: "try track $n via 4px otherwise print \"not tracked {$error.code}\""
        case 3: "delete $n via 4px"
        case 4: "try edit $n via 4px title \"edited {$i}\" otherwise print \"not edited {$error.code}\""
        case 5: "try show $n via 4px | show number, title otherwise print \"not there\""
        case 6: "if $i > \(below(20)) { fail \"row {$i}\" }"
        default: "try { archive $n via 4px; print \"archived {$n}\" } otherwise print $error.message"
        }
    }

    private mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }
}
