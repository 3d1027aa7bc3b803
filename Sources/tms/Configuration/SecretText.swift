import TrackingMore

/// Finds keys in what people type, so that no line that holds one is kept.
struct SecretText {
    /// Whether a text holds a key that this session uses.
    let holdsKey: @Sendable (String) -> Bool

    /// Whether a line must not be written into a file: it holds the key in use, names the variable of the key, gives a
    /// value to something called a key, or holds what is formed like one.
    func isIn(_ line: String) -> Bool {
        if holdsKey(line) || line.contains(EnvironmentVariable.key.rawValue) { return true }
        return Self.mayHold(line) && isInMarked(line)
    }

    private func isInMarked(_ line: String) -> Bool {
        Self.givesKey(line) || Self.words(line).contains(where: Self.isFormedLikeKey)
    }

    /// Whether a line has a mark that a value follows, or a word as long as a key. Most lines have neither, and a long
    /// history is looked through when the shell starts.
    private static func mayHold(_ line: String) -> Bool {
        var length = 0
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "="), UInt8(ascii: ":"): return true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
                length += 1
                if length >= 32 { return true }
            default: length = 0
            }
        }
        return false
    }

    private static let names: Set<String> = [
        "api_key", "apikey", "api-key", "key", "token", "secret", "password", "trackingmore-api-key", "authorization",
    ]

    /// `?api_key=…`, `let token = "…"`, `[key: "…"]`.
    private static func givesKey(_ line: String) -> Bool {
        var name = ""
        for character in line.lowercased() {
            switch character {
            case "=" where names.contains(name), ":" where names.contains(name): return true
            case _ where character.isLetter || character.isNumber || character == "_" || character == "-":
                name.append(character)
            // Blanks and a closing quote may stand between a name and its mark.
            case " ", "\"", "'": if !names.contains(name) { name = "" }
            default: name = ""
            }
        }
        return false
    }

    private static func words(_ line: String) -> [Substring] {
        line.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
    }

    /// 8-4-4-4-12 hexadecimal digits as the service gives its keys, or 32 and more of them.
    private static func isFormedLikeKey(_ word: Substring) -> Bool {
        let groups = word.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isHexDigit) }) else { return false }
        if groups.map(\.count) == [8, 4, 4, 4, 12] { return true }
        return groups.count == 1 && word.count >= 32 && word.contains(where: \.isLetter)
            && word.contains(where: \.isNumber)
    }
}
