import Foundation
import TMSBase
import TMSEngine
import TMSTestSupport
import Testing

/// A run that the network leaves at any call, and that is begun again, comes to what it would have come to at once: the
/// same account, and the same rows, each done once. `TMS_PROGRAMS=1000` tries so many.
@Suite struct InterruptionLawTests {
    private static let count = ProcessInfo.processInfo.environment["TMS_PROGRAMS"].flatMap { Int($0) } ?? 24

    /// What comes to the same whether the account has some of it already: nothing writes what it has read.
    private static let lines = [
        "track @NEW via 4px to us title \"lamp\"", "track [@NEW, @NEW2] via 4px",
        "edit @P1 via @V1 title \"new\"", "edit @P1, @P2 title x order \"#9\"", "archive @P1 via @V1",
        "unarchive @P3 via @V3", "mark @P1 via @V1 restored", "delete @P2 via @V2",
        "change carrier of @P3 from @V3 to usps",
        "for n in [@P1, @P2, @P3] { edit $n title \"t {$n}\" }",
        "for i in 100 .. 199 { track \"TT98765{$i}X\" via 4px title \"lamp {$i}\" }",
        "for i in 100 .. 129 { for k in 1 .. 2 { track \"TU98765{$i}{$k}X\" via 4px } }",
        "for i in 100 .. 149 one by one { track \"TV98765{$i}X\" via 4px }",
        "[[number: @P1], [number: @P2], [number: @P1]] | edit title y", "list status transit | take 3 | archive",
        "define f(n) { edit $n title f }\nfor n in [@P1, @P2] { f $n }",
        "let rows = [[number: @P1, via: @V1], [number: @NEW, via: 4px]]\n$rows | track",
        "for n in [@P1, @NEW, @NEW2] { let t = track $n via usps\n edit $n via usps title \"after\" }",
    ]

    private static func program(
        _ random: inout SeededRandom, _ parcels: [(number: String, carrier: String)]
    ) -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { place in
            PlanDesk.filled(lines.randomElement(using: &random) ?? "", at: place, parcels, &random)
        }.joined(separator: "\n")
    }

    @Test(arguments: 1...2) func `what is interrupted and begun again comes to the same`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let fresh = try PlanDesk()
        let parcels = await fresh.run("for p in list { print \"{$p.number} {$p.via}\" }").lines.map { line in
            let words = line.split(separator: " ").map(String.init)
            return (number: words[0], carrier: words[1])
        }
        var interrupted = 0
        for _ in 0..<(Self.count / 2) {
            let text = Self.program(&random, parcels)
            let (whole, cut) = (try PlanDesk(copyOf: fresh), try PlanDesk(copyOf: fresh))
            let once = await whole.run(text)
            var attempts: [String] = []
            var last = once
            for _ in 0..<4 {
                let cutting = NetworkCut(
                    after: Int.random(in: 0...max(0, once.statistics.calls - 1), using: &random),
                    arrives: Bool.random(using: &random))
                last = await cut.run(text, cut: cutting)
                attempts.append("\(cutting): status \(last.status), \(last.said)")
                if last.status != 5 { break }
                interrupted += 1
            }
            if last.status == 5 { last = await cut.run(text) }
            let story = "\(text)\n\(attempts.joined(separator: "\n"))\n\(last.status): \(last.said)"
            #expect(last.status == once.status, "\(story)\n\(once.status): \(once.said)")
            let (held, wanted) = (await cut.account(), await whole.account())
            #expect(held == wanted, "\(story)\n\(Set(held).symmetricDifference(wanted))")
            let (did, does) = (try await cut.done().sorted(), try await whole.done().sorted())
            #expect(did == does, "\(story)\n\(Set(did).symmetricDifference(does))")
        }
        #expect(interrupted > Self.count / 4)
    }
}
