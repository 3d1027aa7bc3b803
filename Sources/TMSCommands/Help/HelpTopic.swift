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
    /// Topics that help names beside it.
    public var related: [String]

    init(_ sort: Sort, _ names: [String], _ lines: [String], examples: [String] = [], related: [String] = []) {
        self.related = related
        self.sort = sort
        self.names = names
        self.lines = lines
        self.examples = examples
    }

    /// The page, with its examples below.
    var text: String {
        let examples = examples.flatMap { $0.split(separator: "\n").map { "  " + $0 } }
        return (lines + examples + (see.map { [$0] } ?? [])).joined(separator: "\n")
    }

    /// Where to read on: what it declares, else the list of its sort. nil where a line says it already.
    private var see: String? {
        guard !lines.contains(where: { $0.lowercased().contains("see: help") }) else { return nil }
        let lists: [String] =
            switch sort {
            case .verb: ["verbs"]
            case .statement: ["statements"]
            case .stage: ["stages"]
            case .function: ["functions"]
            case .field: ["fields"]
            case .clause: ["verbs"]
            case .kind: ["kinds"]
            case .status: ["statuses"]
            case .concept, .word: ["verbs", "stages", "statements"]
            }
        let others = (related.isEmpty ? lists : related).filter { !names.contains($0) }
        return "See: " + others.map { "help \($0)" }.joined(separator: ", ")
    }
}
