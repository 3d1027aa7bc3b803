import Foundation
import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

/// What a plan says is what the run does, and what is saved of it is what `apply` does. `TMS_PROGRAMS=1000` tries so many.
@Suite struct PlanLawTests {
    private static let count = ProcessInfo.processInfo.environment["TMS_PROGRAMS"].flatMap { Int($0) } ?? 16
    /// What a program reads stands before what it writes: a plan reads the account as it is.
    private static let reads = [
        "let a = (show @P1)", "list | take 3", "list status transit | count", "show @P1, @P2", "account",
        "count by status",
        "let late = (list status exception)", "transit time via usps from us to ca", "call get \"/carriers\"",
        "try show @NEW via 4px otherwise print 1", "air 172-28891936", "remote area jp 1000001",
        "for n in [@P1, @P2, @P3] { show $n }",
    ]
    /// What writes to rows that it reads; it stands before all other writes.
    private static let both = [
        "for p in list { edit $p.number via $p.via title \"new {$p.title}\" }",
        "for p one by one in (list | take 3) { archive $p }", "list status transit | take 4 | archive",
    ]
    private static let writes = [
        "track @NEW via 4px to us title \"lamp\"", "track [@NEW, @NEW2] via 4px", "track @P1 via @V1",
        "edit @P1 title x", "edit @P1 via @V1 title \"\"", "edit @P1, @P2 title x order \"#9\"",
        "archive @P1", "archive @P1 via @V1", "unarchive @P1 via @V1", "stop updating @P1 via @V1",
        "mark @P1 delivered",
        "mark @P1 via @V1 restored", "delete @P1 via @V1", "delete @P1, @P2",
        "change carrier of @P1 from @V1 to usps",
        "for n in [@P1, @P2, @P3] { edit $n title \"t {$n}\" }",
        "for n in [@P1, @P2, @P3] { try { delete $n } otherwise print 1 }",
        "for n in [@NEW, @P1, @NEW2, @NEW] { try track $n via 4px otherwise print $error.code }",
        "for i in 100 .. 169 { track \"TT98765{$i}X\" via 4px title \"lamp {$i}\" }",
        "[[number: @P1], [number: @P2]] | edit title x",
        "try edit @NEW via 4px title x otherwise print $error.code",
        "let rows = [[number: @P1, via: @V1], [number: @P2, via: @V2]]\nfor r in $rows { mark $r delivered }",
        "define f(n) { edit $n title f }\nfor n in [@P1, @P2] { f $n }",
        "limit 4 calls { for n in [@P1, @P2, @P3] { edit $n title l } }",
        "try { limit 3 quota { track [@NEW, @NEW2] via 4px } } otherwise print 1",
        "if true { archive @P1 } else { delete @P2 }",
    ]

    private static func program(_ random: inout SeededRandom, _ parcels: [(number: String, carrier: String)]) -> String
    {
        var lines: [String] = []
        for _ in 0..<Int.random(in: 0...1, using: &random) { lines += [Self.reads.randomElement(using: &random) ?? ""] }
        if Int.random(in: 0..<3, using: &random) == 0 { lines += [Self.both.randomElement(using: &random) ?? ""] }
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            lines += [Self.writes.randomElement(using: &random) ?? ""]
        }
        // What a paid read answers a plan does not know: nothing goes by it.
        if Int.random(in: 0..<8, using: &random) == 0 { lines.append("refresh @P3 via @V3") }
        return lines.enumerated().map { PlanDesk.filled($1, at: $0, parcels, &random) }.joined(separator: "\n")
    }

    @Test(arguments: 1...2) func `what is planned is what is run, and what is saved is what is applied`(
        seed: UInt64
    ) async throws {
        var random = SeededRandom(seed: seed)
        let fresh = try PlanDesk()
        let parcels = await fresh.run("for p in list { print \"{$p.number} {$p.via}\" }").lines.map { line in
            let words = line.split(separator: " ").map(String.init)
            return (number: words[0], carrier: words[1])
        }
        var compared = 0
        for _ in 0..<(Self.count / 2) {
            let text = Self.program(&random, parcels)
            let (desk, other) = (try PlanDesk(copyOf: fresh), try PlanDesk(copyOf: fresh))
            let before = await desk.account()
            let plan = await desk.run(text, planning: PlanSettings(path: "law.plan"))
            #expect(plan.statistics.writes == 0 && plan.statistics.quota == 0, "\(text)")
            #expect(await desk.account() == before, "\(text)")
            let run = await other.run(text)
            #expect(
                plan.status == run.status || plan.status == 1 && run.status != 0, "\(text)\n\(plan.said)\n\(run.said)")
            guard let planned = try? desk.planned() else {
                #expect(run.status != 0, "\(text)\n\(plan.lines) \(plan.said)")
                continue
            }
            compared += 1
            let said = Said(plan.lines)
            #expect(said.calls == run.statistics.calls, "\(text)\n\(plan.lines)")
            #expect(said.quota == run.statistics.quota, "\(text)\n\(plan.lines)")
            let done = try await other.done()
            #expect(said.rows == done.count && planned == done, "\(text)\n\(plan.lines)\n\(planned)\n\(done)")
            try await Self.apply(planned, on: desk, &random, text, other)
        }
        #expect(compared > Self.count / 4)
    }

    /// Applies the plan, now and then after somebody has changed one of its parcels.
    private static func apply(
        _ planned: [String], on desk: PlanDesk, _ random: inout SeededRandom, _ text: String, _ other: PlanDesk
    ) async throws {
        guard !planned.isEmpty else { return }
        let numbers = try JSON.numbers(of: desk)
        let isMoved = Bool.random(using: &random)
        var moved: String?
        if isMoved, let number = numbers.randomElement(using: &random) {
            let line = "for p in list numbers \(number) { edit $p.number via $p.via title moved }"
            // One that is not there yet is tracked by somebody else.
            _ = await desk.run("\(line)\ntry track \(number) via 4px title moved otherwise print 1", isJournaled: false)
            moved = number
        }
        let apply = await desk.run("apply \"law.plan\"")
        let done = try await desk.done()
        guard let moved else {
            #expect(apply.status == 0, "\(text)\n\(apply.said)")
            #expect(done == planned, "\(text)\n\(done)")
            // What `refresh` brings is no part of a plan.
            if !text.contains("refresh") { #expect(await desk.account() == other.account(), "\(text)") }
            return
        }
        let others = zip(planned, numbers).filter { $1 != moved }.map(\.0)
        #expect(done == others, "\(text)\n\(moved)\n\(done)\n\(apply.said)")
        #expect(apply.status == (others.isEmpty ? 1 : 3), "\(text)\n\(apply.said)")
        #expect(apply.diagnostics.contains { $0.code == "E0753" }, "\(text)\n\(apply.said)")
    }

    /// What a plan says in words.
    private struct Said {
        var rows = 0
        var calls = 0
        var quota = 0

        init(_ lines: [String]) {
            for line in lines {
                for part in line.split(separator: " · ").map(String.init) {
                    if let match = part.firstMatch(of: /^([0-9,]+) to [a-z ]+$/) { rows += Self.number(match.1) }
                    if let match = part.firstMatch(of: /^([0-9,]+) calls?, .* at the account's limit$/) {
                        calls = Self.number(match.1)
                    }
                    if let match = part.firstMatch(of: /^quota ([0-9,]+)/) { quota += Self.number(match.1) }
                    if let match = part.firstMatch(of: /^not read, .*, ([0-9,]+) quota$/) {
                        quota += Self.number(match.1)
                    }
                }
            }
        }

        private static func number(_ text: Substring) -> Int { Int(text.filter(\.isNumber)) ?? -1 }
    }

    // MARK: - No write leaves

    /// Every line of every call and every verb of the shell, as its examples write it, and each call made by hand.
    static let lines: [String] = {
        let examples = Catalogue.standard.vocabulary.verbs.filter { !$0.isShellOnly }.flatMap(\.examples)
        let byHand = Dialect.v2.endpoints.flatMap { endpoint in
            endpoint.pathForms.map { form in
                let path = "/" + form.enumerated().map { $1 ?? "x\($0)" }.joined(separator: "/")
                return "call \(endpoint.method.rawValue.lowercased()) \"\(path)\""
            }
        }
        return (examples + byHand).filter { !$0.hasPrefix("track from") && !$0.contains("webhook") }
    }()

    @Test func `no write leaves a plan, whatever the verb`() async throws {
        let fresh = try PlanDesk()
        let before = await fresh.account()
        #expect(Self.lines.count > 60)
        for line in Self.lines {
            let desk = try PlanDesk(copyOf: fresh)
            // Only what steers the sandbox itself is no call, and `plan` in front holds that back too.
            let isOfSandbox = line.hasPrefix("sandbox")
            for text in ["plan \(line)", "plan try { \(line) } otherwise print 1"] {
                let plan = await desk.run(text)
                #expect(plan.statistics.writes == 0 && plan.statistics.quota == 0, "\(text)")
            }
            if !isOfSandbox {
                let whole = await desk.run(line, planning: PlanSettings(path: nil))
                #expect(whole.statistics.writes == 0 && whole.statistics.quota == 0, "\(line)")
                let dry = await desk.run("try { \(line) } otherwise print 1", planning: PlanSettings(path: nil))
                #expect(dry.statistics.writes == 0 && dry.statistics.quota == 0, "\(line)")
            }
            #expect(await desk.account() == before, "\(line)")
        }
    }
}

extension JSON {
    /// The numbers of the rows of a saved plan, in their order.
    fileprivate static func numbers(of desk: PlanDesk) throws -> [String] {
        let text = try String(contentsOfFile: desk.folder + "/law.plan", encoding: .utf8)
        return try text.split(separator: "\n").dropFirst().map { line in
            try JSON(parsing: String(line))["number"]?.text ?? ""
        }
    }
}
