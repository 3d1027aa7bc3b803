import TMSSyntax
import Testing

@Suite struct CatalogueTests {
    @Test(arguments: DiagnosticCatalogue.syntax.entries)
    func `the example of a code gives that code first`(_ entry: DiagnosticEntry) {
        let diagnostics = Sample.parse(entry.example).diagnostics
        #expect(diagnostics.first?.code == entry.code, "\(entry.example)")
    }

    @Test func `every code the samples give is explained, and each once`() {
        let codes = DiagnosticCatalogue.syntax.entries.map(\.code)
        #expect(Set(codes).count == codes.count)
        for text in Mistakes.all {
            for diagnostic in Sample.parse(text).diagnostics {
                #expect(DiagnosticCatalogue.syntax.entry(diagnostic.code) != nil, "\(diagnostic.code)")
            }
        }
    }

    @Test(arguments: DiagnosticCatalogue.syntax.entries)
    func `titles and explanations are sentences`(_ entry: DiagnosticEntry) {
        #expect(!entry.title.hasSuffix("."))
        #expect(entry.explanation.hasSuffix("."))
    }
}
