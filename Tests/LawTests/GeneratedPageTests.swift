import Foundation
import TMSSyntax
import Testing

@testable import tms

/// A page that is written from declarations says what the program would write now.
/// `TMS_REWRITE=1 swift test --filter LawTests` writes it down anew.
struct GeneratedPageTests {
    @Test(arguments: Options.Page.allCases)
    func `a generated page is the one in the documents`(page: Options.Page) throws {
        let path = Tree.root + "/" + page.path
        if ProcessInfo.processInfo.environment["TMS_REWRITE"] == "1" {
            try page.text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOfFile: path, encoding: .utf8)
        #expect(written == page.text, "tms docs \(page.rawValue) > \(page.path)")
    }
}

/// The project's own files.
enum Tree {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The pages of the documents, by their paths.
    static func documents() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root + "/docs").filter { $0.hasSuffix(".md") }.sorted()
            .map { "docs/" + $0 }
    }

    /// The text of every source file, by its path below `Sources`.
    static func sources() -> [(path: String, text: String)] {
        let paths = FileManager.default.enumerator(atPath: root + "/Sources")?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            (try? String(contentsOfFile: root + "/Sources/" + path, encoding: .utf8)).map { (path, $0) }
        }
    }
}

extension GeneratedPageTests {
    @Test func `the language names every kind of parameter`() throws {
        let page = try String(contentsOfFile: Tree.root + "/docs/language.md", encoding: .utf8)
        for kind in ParameterKind.all { #expect(page.contains("| `\(kind.word)` | \(kind.summary) |")) }
    }
}
