/// A text as one word of a shell's line that can be copied from a terminal: the shell makes the same bytes of it.
public enum ShellWord {
    /// Between `'`; where a character would not be seen, or a terminal would obey it, as `$'…'` with octal escapes,
    /// which bash, zsh and ksh read.
    public static func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !JSONString.isUnseen($0.value) }
        if isPlain { return "'" + text.replacing("'", with: "'\\''") + "'" }
        var word = "$'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'", "\\": word += "\\\(scalar)"
            case _ where scalar.value < 0x20 || JSONString.isUnseen(scalar.value):
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 8)
                    word += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
                }
            default: word.unicodeScalars.append(scalar)
            }
        }
        return word + "'"
    }
}
