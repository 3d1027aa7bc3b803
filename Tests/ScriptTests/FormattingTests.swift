import Foundation
import TMSCommands
import TMSSyntax
import TMSTestSupport
import Testing

/// Every script of `Scripts/formatting` becomes what stands below its `# becomes`, and that stays as it is.
/// `TMS_REWRITE=1 swift test --filter FormattingTests` writes it down anew.
struct FormattingTests {
    private static let scripts = FormattingScript.all(in: ScriptTests.folder + "/formatting")
    private static let isRewriting = ProcessInfo.processInfo.environment["TMS_REWRITE"] == "1"

    @Test(arguments: FormattingTests.scripts)
    func `a script is written as its claim says`(script: FormattingScript) throws {
        let (written, expected) = try script.texts()
        let formatted = formatted(written)
        if Self.isRewriting, formatted != expected { return try script.write(written, becoming: formatted) }
        #expect(formatted == expected, "\(script) \(Difference(expected: expected, found: formatted))")
        #expect(self.formatted(expected) == expected, "\(script) is not the last word")
    }

    @Test func `there are rules`() { #expect(Self.scripts.count > 20) }

    private func formatted(_ text: String) -> String {
        format(SourceFile(name: "script.tms", text: text), vocabulary: Catalogue.standard.vocabulary)
    }
}
