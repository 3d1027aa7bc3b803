import TMSSyntax
import Testing

@testable import TMSSemantics

struct CatalogueTests {
    private static let context = TestContext(
        headers: ["orders.csv": ["number"]],
        libraries: ["self.tms": "use \"self.tms\"", "prints.tms": "print 1"])

    @Test(arguments: DiagnosticCatalogue.checks.entries)
    func `the example of a code gives it`(entry: DiagnosticEntry) {
        let found = checked(entry.example, Self.context).diagnostics.map(\.code)
        #expect(found.contains(entry.code), "\(entry.code): \(found)")
    }

    @Test func `codes are declared once and explained in sentences`() {
        let entries = DiagnosticCatalogue.checks.entries
        #expect(Set(entries.map(\.code)).count == entries.count)
        for entry in entries { #expect(entry.explanation.hasSuffix(".") && !entry.title.hasSuffix(".")) }
    }

    @Test func `every code the checker can give has an entry`() {
        #expect(DiagnosticCatalogue.checks.entries.map(\.code).sorted() == CheckCode.allCases.map(\.rawValue).sorted())
    }
}
