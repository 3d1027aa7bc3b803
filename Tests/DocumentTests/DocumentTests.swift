import Foundation
import TMSSyntax
import TMSTestSupport
import Testing

@testable import tms

/// What holds for every page.
struct DocumentTests {
    @Test func `the cookbook has thirty-three answers`() {
        let lines = Document(name: "docs/cookbook.md").text.split(separator: "\n")
        let questions = lines.filter { $0.hasPrefix("### ") && $0.contains(" How do I ") }
        let numbers = questions.compactMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
        #expect(numbers == Array(1...33))
    }

    @Test(arguments: Document.all)
    func `every block is of a kind that is tested`(document: Document) {
        #expect(!document.text.isEmpty, "\(document) is not there")
        for block in document.blocks {
            #expect(["tms", "console", "toml", "shell"].contains(block.language), "\(block) is `\(block.language)`")
        }
    }

    @Test(arguments: Block.all("toml"))
    func `a configuration in a document is one`(block: Block) throws {
        do {
            _ = try Configuration(SourceFile(name: "config.toml", text: block.text))
        } catch {
            Issue.record("\(block): \(error.message)")
        }
    }

    @Test(arguments: Document.all)
    func `a link leads to a file that is there`(document: Document) {
        let folder = URL(fileURLWithPath: document.path).deletingLastPathComponent()
        for match in document.text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
            let target = folder.appendingPathComponent(String(match.1)).path
            #expect(FileManager.default.fileExists(atPath: target), "\(document) leads to \(match.1)")
        }
    }

    @Test(arguments: Document.all)
    func `a file that a page names is there`(document: Document) {
        for match in document.text.matches(of: /`((?:Sources|Tests|Scripts|docs|examples)\/[A-Za-z0-9_+.\/-]*)`/) {
            let path = Document.root + "/" + match.1
            #expect(FileManager.default.fileExists(atPath: path), "\(document) names \(match.1)")
        }
    }

    @Test(arguments: Document.all)
    func `a make target that a page names is there`(document: Document) throws {
        let makefile = try String(contentsOfFile: Document.root + "/Makefile", encoding: .utf8)
        for match in document.text.matches(of: /(?:`|\n {4})make ([a-z]+)/) {
            #expect(makefile.contains("\n\(match.1):"), "\(document) names make \(match.1)")
        }
    }
}
