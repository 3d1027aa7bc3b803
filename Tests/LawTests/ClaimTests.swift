import Foundation
import Testing

/// The pages of Tests/Claims say of each claim about the language which tests show it.
struct ClaimTests {
    private static let folder = Tree.root + "/Tests/Claims"

    @Test func `every claim is said once and shown by tests that are there`() throws {
        let claims = try Self.pages.flatMap { try Self.claims(of: $0) }
        #expect(claims.count > 80)
        let texts = claims.map { $0.text.lowercased() }
        #expect(Dictionary(grouping: texts) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
        for claim in claims {
            #expect(!claim.text.isEmpty && !claim.links.isEmpty, "\(claim.page): \(claim.text)")
            for link in claim.links { #expect(link.leads(from: Self.folder), "\(claim.page): \(link)") }
        }
    }

    @Test func `every page is a title, a sentence and one table`() throws {
        let pages = try Self.pages
        #expect(!pages.isEmpty)
        for page in pages {
            let lines = try Self.lines(of: page)
            let table = lines.firstIndex { $0.hasPrefix("|") } ?? lines.endIndex
            #expect(lines.first?.hasPrefix("# ") == true && lines[..<table].count == 2, "\(page)")
            #expect(lines[table...].prefix(2) == ["| claim | shown by |", "| --- | --- |"], "\(page)")
            #expect(lines[table...].allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix(" |") }, "\(page)")
        }
    }

    private static var pages: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }.sorted()
        }
    }

    /// The lines of a page that are not blank.
    private static func lines(of page: String) throws -> [String] {
        try String(contentsOfFile: folder + "/" + page, encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    private static func claims(of page: String) throws -> [Claim] {
        try lines(of: page).drop { !$0.hasPrefix("| ---") }.dropFirst().map { Claim($0, page: page) }
    }
}

/// A row of a page: what is claimed, and links to what shows it.
private struct Claim {
    let page: String
    let text: String
    let links: [Link]

    init(_ row: String, page: String) {
        self.page = page
        // A `\|` is a bar of the text.
        let cells = row.dropFirst(2).dropLast(2).split(separator: #/ \| /#, maxSplits: 1)
        text = String(cells.first ?? "")
        links = (cells.count > 1 ? String(cells[1]) : "")
            .matches(of: /\[([^\]]+)\]\(([^)]+)\)/).map { Link(text: String($0.1), path: String($0.2)) }
    }
}

private struct Link: CustomStringConvertible {
    let text: String
    let path: String
    var description: String { "[\(text)](\(path))" }

    /// Whether the file is there and is the script, or holds the test, that the text names.
    func leads(from folder: String) -> Bool {
        let file = (folder + "/" + path as NSString).standardizingPath
        guard let content = try? String(contentsOfFile: file, encoding: .utf8) else { return false }
        let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
        return file.hasSuffix(".swift") ? content.contains(text) : text.replacing(" ", with: "-") == name
    }
}
