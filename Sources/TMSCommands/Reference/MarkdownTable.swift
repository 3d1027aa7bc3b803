/// A table of a Markdown page.
enum MarkdownTable {
    static func text(_ head: [String], _ rows: [[String]]) -> String {
        let rule = head.map { _ in "---" }
        return ([head, rule] + rows).map { cells in
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    static func list(_ items: [String]) -> String { items.map { "- " + $0 }.joined(separator: "\n") }
}
