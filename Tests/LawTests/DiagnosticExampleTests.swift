import TMSCommands
import TMSEngine
import TMSSyntax
import TMSTestSupport
import Testing

@testable import TMSShell

/// The examples of codes that only a run can give. Those of the other phases are tested beside them.
struct DiagnosticExampleTests {
    static let entries = [DiagnosticCatalogue.commands, .engine, .files, .session].flatMap(\.entries)
        .filter { !$0.example.isEmpty }

    @Test(arguments: entries)
    func `the example of a code gives that code`(entry: DiagnosticEntry) async throws {
        // The yes is given wherever it is not what the code is about.
        let isAboutConsent = entry.code == "E0920"
        let spied = try await SpiedRun((isAboutConsent ? "# Without --yes\n" : "") + entry.example)
        #expect(spied.run.diagnostics.contains { $0.code == entry.code }, "\(entry.example): \(spied.said)")
    }
}
