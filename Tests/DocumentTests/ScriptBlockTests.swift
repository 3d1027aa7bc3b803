import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

@testable import tms

/// The scripts in the documents do what stands below their lines.
struct ScriptBlockTests {
    private static let runner = SessionRunner(names: .catalogue) { folder in
        SandboxWorld(path: folder + "/account.sqlite", zone: Zone("UTC"))
    }

    @Test(arguments: Block.all("tms"))
    func `a script in a document says what it says`(block: Block) async throws {
        // Without a folder in its name, so that it stands beside the examples.
        let file = SourceFile(name: "block.tms", text: block.text)
        let run = await Self.runner.run(file, in: Document.examples)
        #expect(
            (run.status != 0) == block.attributes.contains("fails"),
            "\(block) ends with status \(run.status): \(run.diagnostics.map(\.message))")

        // A block without expectations only has to run.
        let annotation = Annotation(block.text)
        guard annotation.with(ScriptRun()) != block.text else { return }
        let said = annotation.with(run)
        if Rewriting.isOn { return try Rewriting.write(said, into: block) }
        let difference = said == block.text ? nil : Difference(expected: block.text, found: said)
        #expect(difference == nil, "\(block) \(difference?.description ?? "")")
    }

    @Test func `there are scripts`() {
        #expect(Block.all("tms").count > 50)
    }
}
