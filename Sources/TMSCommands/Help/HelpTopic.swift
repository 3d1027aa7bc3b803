/// Something that can be typed, with what help says of it.
public struct HelpTopic: Sendable {
    /// What sort of thing it is, in the order in which a page tells them.
    public enum Sort: Int, Sendable, Comparable {
        case verb, statement, stage, concept, function, field, clause, kind, status, word

        public static func < (left: Sort, right: Sort) -> Bool { left.rawValue < right.rawValue }
    }

    public var sort: Sort
    /// What it is asked by: `sort by` and `sort`.
    public var names: [String]
    /// The lines of its page.
    public var lines: [String]
    /// Programs among them, as they can be typed.
    public var examples: [String]

    init(_ sort: Sort, _ names: [String], _ lines: [String], examples: [String] = []) {
        self.sort = sort
        self.names = names
        self.lines = lines
        self.examples = examples
    }

    /// The page, with its examples below.
    var text: String {
        let examples = examples.flatMap { $0.split(separator: "\n").map { "  " + $0 } }
        return (lines + examples).joined(separator: "\n")
    }
}
