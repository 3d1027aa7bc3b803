import Foundation
import TMSTestSupport
import Testing

/// The scripts people copy run on the sandbox as they are.
struct ExampleTests {
    private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: Document.examples)) ?? [])
        .filter { $0.hasSuffix(".tms") }.sorted()

    @Test(arguments: ExampleTests.names)
    func `an example runs on the sandbox`(name: String) async throws {
        try await run(["tms \(name) --sandbox"], in: "examples")
    }

    @Test(arguments: ExampleTests.names)
    func `the command in the head of an example runs`(name: String) async throws {
        let text = try String(contentsOfFile: Document.examples + "/" + name, encoding: .utf8)
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("#   tms ") }.map { String($0.dropFirst(4)) }
        // It names files that lie beside the example, as a person who stands there would.
        try await run(lines.map { $0.replacing("examples/", with: "") }, in: "examples")
    }

    @Test func `the README names every example`() {
        let readme = Document(name: "README.md").text
        for name in Self.names { #expect(readme.contains("examples/\(name)"), "\(name)") }
    }

    private func run(_ lines: [String], in folder: String) async throws {
        let program = Program()
        defer { program.remove() }
        try FileManager.default.copyItem(atPath: Document.examples, toPath: program.home + "/examples")
        for line in lines {
            let result = await program.shell("cd \"$HOME/\(folder)\" && PATH=\"${TMS%/*}:$PATH\" && \(line)")
            #expect(result.status == 0, "\(line): \(result.errors)")
            // Rows of a file are told of in one line; nothing else is said.
            let told = result.errors.split(separator: "\n").filter { !$0.contains(" tracked · ") }
            #expect(told.isEmpty, "\(line): \(result.errors)")
        }
    }
}
