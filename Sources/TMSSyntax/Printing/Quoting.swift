import TMSBase

/// Writes text as a string of the language.
public enum Quoting {
    public static func string(_ text: String) -> String { "\"" + escaped(text) + "\"" }

    /// The name of a field or column as a stage reads it, in quotes where it would not be read as one word.
    public static func field(_ name: String) -> String {
        guard let first = name.utf8.first, first.isLetterOrUnderscore || first.isDigit || first >= 0x80,
            name.lowercased() != "otherwise"
        else { return string(name) }
        let isWord = name.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value).isWordByte }
            if case .letter = CharacterClass(scalar) { return true }
            return false
        }
        return isWord ? name : string(name)
    }

    /// The inside of `"…"`.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "{": result += "\\{"
            default:
                if scalar.value < 0x20 || JSONString.isUnseen(scalar.value) {
                    result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
