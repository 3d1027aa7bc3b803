/// Takes from a text what people cannot see and did not mean: blanks around it, zero-width and direction marks.
public enum PlainText {
    /// Without blanks around it and without invisible marks anywhere.
    public static func trimmed(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return text }
        let scalars = text.unicodeScalars.filter { !isInvisible($0) }
        let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
        let end = scalars.lastIndex { !isBlank($0) }.map { scalars.index(after: $0) } ?? start
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }

    /// Full-width letters, digits and marks as those of a keyboard, digits of other scripts as 0 to 9, and every sort of
    /// hyphen as one.
    public static func narrowed(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isInvisible(scalar) {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: result.append("-")
            case 0x201C, 0x201D, 0x201E: result.append("\"")
            case 0x80...:
                if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue,
                    let digit = UInt8(exactly: value)
                {
                    result.append(Unicode.Scalar(0x30 + digit))
                } else {
                    result.append(isBlank(scalar) ? " " : scalar)
                }
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    static func withoutBlanks(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isBlank($0) && !isInvisible($0) }))
    }

    /// What blanks divide.
    static func words(_ text: String) -> [String] {
        text.unicodeScalars.split(whereSeparator: isBlank).map { String(String.UnicodeScalarView($0)) }
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    /// Zero-width blanks, joiners, direction marks, the byte-order mark, the soft hyphen.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x61C, 0x180E: true
        default: false
        }
    }
}
