/// What tells whether two runs of an account are the same work: the script's path or the text that was typed, and the
/// parameters. The text of a script, and the files it reads, may have changed between them.
public struct Work: Sendable, Hashable {
    public enum Source: Sendable, Hashable {
        /// The absolute path of a script.
        case script(String)
        /// A `-c` text or a line of the shell.
        case text(String)
    }

    public let source: Source
    /// As they were given: `days=10`.
    public let parameters: [String]

    public init(_ source: Source, parameters: [String] = []) {
        self.source = source
        self.parameters = parameters.sorted()
    }

    /// The same for the same work, another for any other. Parts are joined by a character that is escaped in them.
    public var key: String {
        let head =
            switch source {
            case .script(let path): ["script", path]
            case .text(let text): ["text", text]
            }
        return (head + parameters).map(Self.escaped).joined(separator: String(Self.separator))
    }

    public init?(key: String) {
        let parts = key.split(separator: Self.separator, omittingEmptySubsequences: false).map(Self.unescaped)
        guard parts.count >= 2 else { return nil }
        switch parts[0] {
        case "script": source = .script(parts[1])
        case "text": source = .text(parts[1])
        default: return nil
        }
        parameters = Array(parts[2...])
    }

    /// The separator of units, which no keyboard writes.
    private static let separator: Character = "\u{1F}"
    /// No column of a database holds the second one.
    private static let escapes: [(Character, Character)] = [("\u{1F}", "u"), ("\0", "0"), ("\\", "\\")]

    private static func escaped(_ part: String) -> String {
        var text = ""
        for character in part.unicodeScalars.map(Character.init) {
            if let escape = escapes.first(where: { $0.0 == character }) {
                text += "\\" + String(escape.1)
            } else {
                text.append(character)
            }
        }
        return text
    }

    private static func unescaped(_ part: Substring) -> String {
        var text = ""
        var isEscape = false
        for character in part.unicodeScalars.map(Character.init) {
            if isEscape {
                text.append(escapes.first { $0.1 == character }?.0 ?? character)
                isEscape = false
            } else if character == "\\" {
                isEscape = true
            } else {
                text.append(character)
            }
        }
        return text
    }

    /// What was run, as a person names it: the path with its parameters, or the text.
    public var title: String {
        switch source {
        case .script(let path): ([path] + parameters).joined(separator: " ")
        case .text(let text): ([text] + parameters).joined(separator: " ")
        }
    }
}
