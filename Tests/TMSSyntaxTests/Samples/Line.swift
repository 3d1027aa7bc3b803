/// A text and the outline of its tree; `⏎` stands for a newline in both.
struct Line: CustomStringConvertible, Sendable {
    let text: String
    let outline: String

    init(_ text: String, _ outline: String) {
        self.text = text.replacing("⏎", with: "\n")
        self.outline = outline.replacing("⏎", with: "\n")
    }

    var description: String { text }

    static let all = commands + statements + pipelines + values
}
