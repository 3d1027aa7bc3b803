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
        // One without an example asks for a script too long to show; LargeProgramTests brings it about.
        for entry in DiagnosticCatalogue.runtime.entries where !others.contains(entry.code) && !entry.example.isEmpty {
            let result = run(entry.example, globals: last, maxSteps: 1_000_000)
            var found = result.failure?.diagnostic
            for case .diagnostic(let note) in result.world.events where found == nil { found = note }
            #expect(found?.code == entry.code, "\(entry.example): \(result.message ?? "ended well")")
            #expect(found?.location != nil)
        }
    }

    @Test func `titles and explanations are sentences`() {
        for entry in DiagnosticCatalogue.runtime.entries {
            #expect(entry.title.first?.isUppercase == true || entry.title.hasPrefix("`"))
            #expect(entry.explanation.hasSuffix("."))
        }
    }
}
