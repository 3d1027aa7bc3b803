import TMSRuntime
import TMSSyntax
import Testing

@Suite struct CatalogueTests {
    @Test func `codes are in order and once each`() {
        let codes = DiagnosticCatalogue.runtime.entries.map(\.code)
        #expect(codes == Array(Set(codes)).sorted())
    }

    @Test func `every example gives the diagnostic it stands for`() {
        let last: [String: Value] = ["last": .items([])]
        // An interruption, a mistake of ours, and a name the checker finds first.
        let others: Set<String> = ["E0340", "E0350", "E0322"]
        for entry in DiagnosticCatalogue.runtime.entries where !others.contains(entry.code) {
            let result = run(entry.example, globals: last, maxSteps: 1_000_000)
            #expect(result.code == entry.code, "\(entry.example): \(result.message ?? "ended well")")
            #expect(result.failure?.diagnostic.location != nil)
        }
    }

    @Test func `titles and explanations are sentences`() {
        for entry in DiagnosticCatalogue.runtime.entries {
            #expect(entry.title.first?.isUppercase == true || entry.title.hasPrefix("`"))
            #expect(entry.explanation.hasSuffix("."))
        }
    }
}
