import TMSSyntax
import Testing

@testable import TMSShell

struct DiagnosticCodeTests {
    private let entries = DiagnosticCatalogue.chapters.flatMap(\.catalogue.entries)

    @Test func `every code in the sources is explained`() {
        let explained = Set(entries.map(\.code))
        var found = 0
        for (path, text) in Tree.sources() {
            for match in text.matches(of: /"([EWN]0\d{3})"/) {
                found += 1
                #expect(explained.contains(String(match.1)), "\(path) has \(match.1)")
            }
        }
        #expect(found > 100)
    }

    @Test func `every code is explained once, in sentences`() {
        #expect(Set(entries.map(\.code)).count == entries.count)
        for entry in entries {
            #expect(!entry.title.isEmpty && !entry.title.hasSuffix("."), "\(entry.code)")
            #expect(entry.explanation.hasSuffix("."), "\(entry.code)")
        }
    }

    @Test func `help explains every code`() {
        for entry in entries {
            let help = CodeHelp(entry.code.lowercased())
            #expect(
                help?.text.hasPrefix("\(entry.code): \(entry.title)\n\(entry.explanation)") == true, "\(entry.code)")
        }
        #expect(CodeHelp("E0999") == nil)
    }
}
