import Foundation
import Testing

/// `docs/architecture.md` follows one line from key to row: the functions that it names stand where it says.
struct WalkTests {
    private struct Step {
        let function: String
        let file: String
    }

    private static let steps: [Step] = {
        let page = Document(name: "docs/architecture.md").text
        let rows = page.matches(of: /\n\| `([A-Za-z]+)` \| `(Sources\/[^`]+\.swift)` \|/)
        return rows.map { Step(function: String($0.1), file: String($0.2)) }
    }()

    @Test func `it is a walk of at most sixty functions through every layer`() {
        #expect((30...60).contains(Self.steps.count))
        let targets = Set(Self.steps.compactMap { $0.file.split(separator: "/").dropFirst().first })
        for target in ["LineEditor", "TMSSyntax", "TMSSemantics", "TMSRuntime", "TMSCommands", "TMSEngine", "TMSShell"]
        {
            #expect(targets.contains(Substring(target)), "\(target) is left out")
        }
    }

    @Test func `each function stands in the file beside it`() throws {
        for step in Self.steps {
            let text = try String(contentsOfFile: Document.root + "/" + step.file, encoding: .utf8)
            #expect(
                try text.contains(Regex("\\bfunc \(step.function)\\b")), "there is no \(step.function) in \(step.file)")
        }
    }
}
