import Foundation
import TMSBase
import TMSTestSupport
import Testing
import TrackingMore

/// What `explain` says of a statement is what is sent when it is run: the same calls, as many times.
@Suite struct SaidIsSentTests {
    /// The statements that generated programs are made of, `@P1`, `@P2` for parcels of the account, `@V1`, `@V2` for their
    /// carriers and `@NEW` for a number it does not hold.
    private static let statements = [
        "show @P1", "show @P1 via @V1", "show @P1, @P2", "show [@P1, @P2, @P3]", "track @NEW via 4px",
        "track @NEW via 4px to us",
        "track [@NEW, @NEW2] via 4px", "edit @P1 title x", "edit @P1 via @V1 title x", "edit @P1, @P2 title x",
        "archive @P1", "archive @P1 via @V1", "refresh @P1 via @V1", "refresh @P1", "stop updating @P1 via @V1",
        "stop updating @P1", "mark @P1 via @V1 delivered", "mark @P1 delivered", "delete @P1 via @V1", "delete @P1",
        "delete @P1, @P2", "list numbers @P1, @P2", "account", "count by status", "carriers", "detect @P1",
        "remote area jp 1000001", "transit time via usps from us to ca", "air 172-28891936",
        "call get \"/carriers\"", "list status transit | take 3", "list | take 7", "list | count",
    ]
    /// Where a statement can stand; `DO` is where the prefix goes, or nothing.
    private static let positions = [
        "DO LINE", "DO if true { LINE }", "DO try { LINE } otherwise print \"no\"", "DO for i in 1 .. 1 { LINE }",
        "define f() { LINE }\nDO f", "define f() { LINE }\ndefine g() { f }\nDO g", "DO limit 90 calls { LINE }",
        "DO for i in [1] { if $i is 1 { try { LINE } otherwise print \"no\" } }",
        "DO for i one by one in 1 .. 1 { LINE }",
    ]
    /// The same for what takes a number.
    private static let loops = [
        "DO for n in [@P1, @P2, @P3] { VERB $n TAIL }",
        "DO for n in [@P1, @P2, @P3] { try { VERB $n TAIL } otherwise print 1 }",
        "DO for n in [[@P1, @P2], [@P3]] { VERB $n TAIL }", "DO for n in [[@P1], [@P2, @P3]] { VERB $n TAIL }",
        "define f(n) { VERB $n TAIL }\nDO for n in [@P1, @P2] { f $n }",
        "DO [[number: @P1], [number: @P2]] | VERB TAIL",
        "let rows = [[number: @P1, via: @V1], [number: @P2, via: @V2]]\nDO $rows | VERB TAIL",
        "let rows = [[number: @P1, via: @V1], [number: @P2, via: @V2]]\nDO for r in $rows { VERB $r TAIL }",
    ]
    private static let verbs = [
        ("edit", "title x"), ("archive", ""), ("refresh", ""), ("stop updating", ""), ("delete", ""),
        ("mark", "delivered"),
        ("show", ""),
    ]

    private func program(_ random: inout SeededRandom, _ parcels: [(number: String, carrier: String)]) -> String {
        var text: String
        if Int.random(in: 0..<3, using: &random) == 0, let loop = Self.loops.randomElement(using: &random),
            // `show` behind a bar names fields.
            let (verb, tail) = Self.verbs.dropLast(loop.contains("| VERB") ? 1 : 0).randomElement(using: &random)
        {
            text = loop.replacing("VERB", with: verb).replacing("TAIL", with: tail)
        } else {
            let line = Self.statements.randomElement(using: &random) ?? ""
            text = (Self.positions.randomElement(using: &random) ?? "").replacing("LINE", with: line)
        }
        for (place, parcel) in parcels.shuffled(using: &random).prefix(3).enumerated() {
            text = text.replacing("@P\(place + 1)", with: parcel.number)
                .replacing("@V\(place + 1)", with: parcel.carrier)
        }
        let new = 700_000_000_000 + Int.random(in: 0..<1_000_000, using: &random)
        return text.replacing("@NEW2", with: "\(new + 1)").replacing("@NEW", with: "\(new)")
    }

    @Test(arguments: 1...4) func `what is explained is what is sent`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let list = try await SpiedRun("for p in list { print \"{$p.number} {$p.via}\" }")
        let parcels = list.run.outputs.flatMap(\.lines).map { line in
            let words = line.split(separator: " ").map(String.init)
            return (number: words[0], carrier: words[1])
        }
        let count = (ProcessInfo.processInfo.environment["TMS_PROGRAMS"].flatMap { Int($0) } ?? 1_000) / 4
        for _ in 0..<count {
            let text = program(&random, parcels)
            let explained = try await SpiedRun(text.replacing("DO ", with: "explain "))
            #expect(explained.requests.isEmpty, "\(text): \(explained.requests)")
            let done = try await SpiedRun(text.replacing("DO ", with: ""))
            var sent: [String: Int] = [:]
            for call in done.requests { sent[call, default: 0] += 1 }
            let said = Self.calls(explained.run.outputs.flatMap(\.lines))
            #expect(!sent.isEmpty && done.run.status == 0, "\(text): \(done.said)")
            #expect(said == sent, "\(text)\n\(explained.run.outputs.flatMap(\.lines))\n\(done.said)")
        }
    }

    /// The calls that sentences name: `3 calls of POST /trackings/batch, 95 parcels, 1 quota for each`.
    private static func calls(_ lines: [String]) -> [String: Int] {
        var calls: [String: Int] = [:]
        for line in lines {
            guard let match = line.firstMatch(of: /^(?:at least )?([0-9,]+) calls? of ([A-Z]+ [^ ,;]+)/),
                let count = Int(match.1.filter(\.isNumber))
            else { continue }
            calls[String(match.2), default: 0] += count
        }
        return calls
    }
}
