import Foundation
import TMSCommands
import TMSEngine
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

@testable import tms

/// What a script does on the sandbox stays within what `tms check` says of it.
struct BoundLawTests {
    private static let vocabulary = Catalogue.standard.vocabulary
    private static let examples =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/examples"
    private static let count = ProcessInfo.processInfo.environment["TMS_RUNS"].flatMap { Int($0) } ?? 400

    /// How many effects of a run had a number to be compared with; every kind must stay within it.
    private static func compare(_ text: String, in folder: String) async -> Int {
        let file = SourceFile(name: "law.tms", text: text)
        let checked = Session.check(file, vocabulary: vocabulary, directory: folder)
        guard !checked.hasErrors else { return 0 }
        let bounds = EffectBounds(of: checked, vocabulary: vocabulary)
        let log = CallLog()
        let runner = SessionRunner(names: .catalogue, maximumSteps: 2_000) { folder in
            SpyWorld(inner: SandboxWorld(path: folder + "/account.sqlite", zone: Zone("UTC")), log: log)
        }
        _ = await runner.run(file, in: folder)
        let tally = Tally(log.all)
        var compared = 0
        for kind in EffectBounds.Kind.allCases {
            let done = tally.amounts[kind] ?? (targets: 0, calls: 0)
            let bound = bounds[kind]
            if let most = number(bound.calls, in: folder), kind != .steersSandbox {
                #expect(done.calls <= most, "\(kind) \(done.calls) calls, at most \(most): \(text)")
                if most > 0 { compared += 1 }
            }
            guard kind != .reads, kind != .steersSandbox, let most = number(bound.targets, in: folder) else { continue }
            #expect(done.targets <= most, "\(kind) \(done.targets), at most \(most): \(text)")
            if most > 0 { compared += 1 }
        }
        return compared
    }

    /// The number, with the rows of files counted.
    private static func number(_ quantity: Quantity, in folder: String) -> Int? {
        quantity.number { measure in
            if case .rows(let name) = measure { RowCount.of(folder + "/" + name) } else { nil }
        }
    }

    private struct Tally {
        var amounts: [EffectBounds.Kind: (targets: Int, calls: Int)] = [:]

        init(_ requests: [OutgoingRequest]) {
            for request in requests {
                let kind = Tally.kind(of: request)
                var amount = amounts[kind] ?? (0, 0)
                amount.calls += 1
                amount.targets += request.items
                amounts[kind] = amount
            }
        }

        private static func kind(of request: OutgoingRequest) -> EffectBounds.Kind {
            guard let id = request.request.endpoint, let endpoint = Dialect.v2.endpoint(id) else {
                return request.isWrite ? .callsByHand : .reads
            }
            switch endpoint.effect {
            case .create: return .tracks
            case .read, .lookup: return .reads
            case .update: return endpoint.warning == nil ? .edits : .stops
            case .delete: return .deletes
            }
        }
    }

    @Test(arguments: 0..<4)
    func `programs nobody wrote stay within their bounds`(part: Int) async {
        var compared = 0
        for number in stride(from: part, to: Self.count, by: 4) {
            var generator = ProgramGenerator(seed: UInt64(number) &+ 5_000, vocabulary: Self.vocabulary)
            let text = generator.program()
            let words = text.lowercased()
            // Time would pass, and what fails is sent again.
            if words.contains("wait") || words.contains("fail") { continue }
            compared += await Self.compare(text, in: Self.examples)
        }
        #expect(compared > Self.count / 40)
    }

    private static let numbers = "[300403513402, RB555666772CN, 4819237500, 3005123472, LE454545452CN]"

    @Test(arguments: [
        "show 300403513402, RB555666772CN, 300403513402",
        "for n in \(numbers) { show $n }", "for n in \(numbers) { show $n lang en; account }",
        "for n in \(numbers) { refresh $n }", "for n in \(numbers) { edit $n title \"x\" }",
        "for n in \(numbers) { if $n is \"4819237500\" { show $n } else { archive $n } }",
        "archive \(numbers)", "delete \(numbers)", "\(numbers) | set number = $it | archive",
        "for p in list | take 7 { mark $p delivered }", "list | take 3 | delete",
        "list status transit, exception | count",
        "for n in 1 .. 30 { track \"RB55566{$n}772CN\" via china-post }", "track from \"orders.csv\" via dhl",
        "for r in open \"orders.csv\" { track $r.number via $r.carrier }",
        "open \"orders.csv\" | show number | take 2 | track via 4px",
        "define f(n) { show $n; edit $n title \"x\" }\nfor n in \(numbers) { f $n }",
        "limit 3 calls { for n in \(numbers) { account } }", "transit time via dhl from cn to us, de, fr",
        "for n in [300403513402, 300403513402, 300403513402] { show $n }", "call get \"/carriers\"; call post \"/x\"",
        "plan delete \(numbers)", "try { show 300403513999 } otherwise { account }", "stop updating \(numbers)",
        "for p in (show 300403513402, 4819237500) { archive $p }", "change carrier of 4819237500 to ups",
        "for n in 10000 .. 10085 { show $n }",
    ])
    func `scripts of every form stay within their bounds`(text: String) async {
        #expect(await Self.compare(text, in: Self.examples) > 0, "\(text)")
    }

    @Test func `a bound is no guess on the high side where nothing is left open`() async {
        for (text, reads) in [
            ("account; account", 2), ("for n in \(Self.numbers) { show $n }", 1), ("list | count", 1),
        ] {
            let file = SourceFile(name: "law.tms", text: text)
            let checked = Session.check(file, vocabulary: Self.vocabulary)
            #expect(EffectBounds(of: checked, vocabulary: Self.vocabulary)[.reads].calls.number == reads, "\(text)")
        }
    }
}
