import Foundation
import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

@testable import tms

/// Programs nobody wrote, run on a fresh sandbox each: they end, in order or with a failure of theirs.
struct GeneratedRunTests {
    private static let vocabulary = Catalogue.standard.vocabulary
    private static let examples =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/examples"
    private static let count = ProcessInfo.processInfo.environment["TMS_RUNS"].flatMap { Int($0) } ?? 200
    private static let runner = SessionRunner(names: .catalogue, maximumSteps: 200_000) { folder in
        SandboxWorld(path: folder + "/account.sqlite", zone: Zone("UTC"))
    }

    @Test(arguments: 0..<4)
    func `what the checker accepts runs to an end`(part: Int) async {
        for number in stride(from: part, to: Self.count, by: 4) {
            var generator = ProgramGenerator(seed: UInt64(number) &+ 77, vocabulary: Self.vocabulary)
            let text = generator.program()
            // The sandbox answers at once; only `wait` would take time.
            if text.lowercased().contains("wait") { continue }
            let file = SourceFile(name: "text.tms", text: text)
            if Session.check(file, vocabulary: Self.vocabulary, directory: Self.examples).hasErrors { continue }
            let run = await Self.runner.run(file, in: Self.examples)
            #expect((0...8).contains(run.status), "\(text)")
            for diagnostic in run.diagnostics {
                let range = diagnostic.location?.range ?? .none
                #expect(range.lower <= range.upper && range.upper <= file.utf8.count, "\(diagnostic.message): \(text)")
            }
        }
    }
}
