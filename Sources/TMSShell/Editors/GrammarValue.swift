/// JSON of a grammar, its members in the order they were given.
indirect enum GrammarValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    case text(String)
    case flag(Bool)
    case list([GrammarValue])
    case members([(String, GrammarValue)])

    init(stringLiteral value: String) { self = .text(value) }
    init(arrayLiteral elements: GrammarValue...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, GrammarValue)...) { self = .members(elements) }

    /// Over several lines; what fits on one stays there.
    func text(indent: String = "", width: Int = 110) -> String {
        let line = compact
        guard indent.count + line.count > width else { return line }
        let inner = indent + "  "
        switch self {
        case .text, .flag: return line
        case .list(let items):
            return "[\n" + items.map { inner + $0.text(indent: inner, width: width) }.joined(separator: ",\n")
                + "\n\(indent)]"
        case .members(let members):
            let lines = members.map { inner + Self.quoted($0) + ": " + $1.text(indent: inner, width: width) }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private var compact: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .flag(let flag): String(flag)
        case .list(let items): "[" + items.map(\.compact).joined(separator: ", ") + "]"
        case .members(let members):
            "{" + members.map { Self.quoted($0) + ": " + $1.compact }.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
