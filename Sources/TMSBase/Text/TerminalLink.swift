/// A text that a terminal opens a web page for (OSC 8).
public enum TerminalLink {
    static let opening = Array("\u{1B}]8;;".utf8)
    static let closing = Array("\u{1B}\\".utf8)

    /// - Parameter address: of a web page, visible ASCII; any other leaves the text as it is.
    public static func around(_ text: String, to address: String) -> String {
        guard !text.isEmpty, address.hasPrefix("https://") || address.hasPrefix("http://"),
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return text }
        return "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }
}
