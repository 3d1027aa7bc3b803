/// How many terminal cells a text takes, whatever the locale.
///
/// East Asian wide characters and emoji take two cells; combining marks and other invisible characters take none;
/// control characters take none. A grapheme cluster is measured as one.
public enum DisplayWidth {
    /// The cells of one scalar on its own.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
        if isWide(value) { return 2 }
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value) { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator, .surrogate: return 0
        default: return 1
        }
    }

    /// The cells of a grapheme cluster, at most two.
    public static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        guard scalars.count > 1 else { return of(first) }
        var sum = 0
        for scalar in scalars {
            // The emoji selector makes a text symbol an emoji, two cells wide: ❤️, 1️⃣.
            if scalar.value == 0xFE0F && first.properties.isEmoji { return 2 }
            sum += of(scalar)
        }
        return min(sum, 2)
    }

    /// The cells of a text drawn on one line.
    public static func of(_ text: some StringProtocol) -> Int {
        let ascii = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
            for byte in bytes where byte < 0x20 || byte > 0x7E { return nil }
            return bytes.count
        }
        if let width = ascii ?? nil { return width }
        return text.reduce(0) { $0 + of($1) }
    }

    /// `text` if it fits into `cells`, otherwise as much of it as fits before `ellipsis`.
    public static func truncate(_ text: String, to cells: Int, ellipsis: String = "…") -> String {
        // No text takes more cells than its UTF-8 has bytes.
        if text.utf8.count <= cells || of(text) <= cells { return text }
        let room = cells - of(ellipsis)
        guard room >= 0 else { return "" }
        var used = 0
        var end = text.startIndex
        while end < text.endIndex {
            let width = of(text[end])
            if used + width > room { break }
            used += width
            end = text.index(after: end)
        }
        return text[..<end] + ellipsis
    }

    /// `text` cut or filled with spaces to exactly `cells`.
    public static func fit(_ text: String, to cells: Int, alignRight: Bool = false) -> String {
        let cut = truncate(text, to: cells)
        return alignRight ? blanks(of(cut), cells) + cut : pad(cut, to: cells)
    }

    /// `text` filled with spaces to at least `cells`.
    public static func pad(_ text: String, to cells: Int) -> String { text + blanks(of(text), cells) }

    private static func blanks(_ used: Int, _ cells: Int) -> String {
        String(repeating: " ", count: max(0, cells - used))
    }
}
