import Foundation

/// A page a person reads: the README, what lies under `docs`.
struct Document: Sendable, CustomStringConvertible {
    /// From the root of the project: `docs/language.md`.
    let name: String
    let text: String

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let examples = root + "/examples"

    static let all: [Document] = {
        let pages = (try? FileManager.default.contentsOfDirectory(atPath: root + "/docs")) ?? []
        let names = ["README.md", "CHANGELOG.md"] + pages.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
        return names.map { Document(name: $0) }
    }()

    init(name: String) {
        self.name = name
        text = (try? String(contentsOfFile: Self.root + "/" + name, encoding: .utf8)) ?? ""
    }

    var description: String { name }
    var path: String { Self.root + "/" + name }

    /// The fenced blocks, in their order.
    var blocks: [Block] {
        var blocks: [Block] = []
        var open: (fence: Substring, info: String, line: Int, content: [Substring])?
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let fence = line.prefix { $0 == "`" }
            if let block = open {
                if fence == block.fence, line.count == fence.count {
                    blocks.append(Block(self, block.info, line: block.line, block.content))
                    open = nil
                } else {
                    open?.content.append(line)
                }
            } else if fence.count >= 3 {
                open = (fence, line.dropFirst(fence.count).trimmingCharacters(in: .whitespaces), offset + 1, [])
            }
        }
        if let open { blocks.append(Block(self, open.info + " (never closed)", line: open.line, open.content)) }
        return blocks
    }
}

/// A fenced block of a document.
struct Block: Sendable, CustomStringConvertible {
    let document: Document
    /// The word behind the fence: `tms`, `console`, `toml`.
    let language: Substring
    /// `fails`, for a script that is shown to go wrong.
    let attributes: [Substring]
    /// Of the opening fence, from 1.
    let line: Int
    /// With a newline at its end.
    let text: String

    init(_ document: Document, _ info: String, line: Int, _ content: [Substring]) {
        let words = info.split(separator: " ")
        self.document = document
        self.language = words.first ?? ""
        self.attributes = Array(words.dropFirst())
        self.line = line
        self.text = content.map { $0 + "\n" }.joined()
    }

    static func all(_ language: String) -> [Block] {
        Document.all.flatMap(\.blocks).filter { $0.language == language }
    }

    var description: String { "\(document.name):\(line)" }
}
