/// Text on one line of a terminal.
public enum LineBreaks {
    /// Every line break as `⏎`, so that no part of the text can look like a line of its own.
    public static func marked(_ text: String) -> String {
        let mayBreak = text.utf8.contains { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
        guard mayBreak else { return text }
        var line = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            // Other systems end a line with two characters.
            case 0x0A where previous == "\r": break
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: line.append("⏎")
            default: line.append(scalar)
            }
            previous = scalar
        }
        return String(line)
    }
}
