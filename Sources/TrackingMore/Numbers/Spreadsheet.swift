/// What spreadsheets do to long numbers, and how much of it can be undone.
public enum Spreadsheet {
    /// The text of a cell that holds an identifier, without what spreadsheets put around digits to keep them: `="0012"`,
    /// a leading `'`, the `.0` of a whole number.
    ///
    /// - Throws: where digits are lost, as in `9.4E+21`.
    static func identifier(_ cell: String, written: String) throws(KindError) -> String {
        var text = Substring(cell)
        if text.first == "=" {
            let inner = text.dropFirst().drop { $0 == " " }
            if inner.count >= 2, inner.first == "\"", inner.last == "\"" { text = inner }
        }
        if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
        if let first = text.first, "'\u{2019}`".contains(first), text.dropFirst().allSatisfy({ $0 != first }) {
            text = text.dropFirst()
        }
        let plain = PlainText.trimmed(String(text))
        if isShortened(plain) {
            throw KindError(
                written, "was shortened by a spreadsheet, and its digits are lost", remedy: "export the column as text",
                code: .shortened)
        }
        return wholeNumber(plain) ?? plain
    }

    /// `9.40011E+21`, `9,4E21`, `3E+11`: digits are lost. `12E45678` is an identifier.
    static func isShortened(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let mark = bytes.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }) else { return false }
        let front = bytes[..<mark]
        var power = bytes[(mark + 1)...]
        let isSigned = power.first == 0x2B || power.first == 0x2D
        if isSigned { power = power.dropFirst() }
        guard (1...3).contains(power.count), power.allSatisfy(isDigit), let first = front.first, isDigit(first) else {
            return false
        }
        let rest = front.dropFirst()
        guard let point = rest.first else { return isSigned }
        guard point == 0x2E || point == 0x2C else { return isSigned && rest.allSatisfy(isDigit) }
        return rest.dropFirst().allSatisfy(isDigit)
    }

    /// Fifteen digits and then only zeros: a spreadsheet keeps no more.
    static func isRounded(_ number: String) -> Bool {
        let bytes = number.utf8
        guard bytes.count > 15, bytes.allSatisfy(isDigit) else { return false }
        let kept = bytes.prefix(15)
        return bytes.dropFirst(15).allSatisfy { $0 == 0x30 } && kept.contains { $0 != 0x30 }
    }

    /// The rest of a sentence about a rounded number.
    public static let roundedWarning =
        "15 digits and then zeros, as if rounded by a spreadsheet; export the column as text"

    /// `4,819,237,501` as `4819237501`; nil where the marks do not stand every three digits.
    static func withoutSeparators(_ text: String) -> String? {
        guard let mark = text.first(where: { $0 == "," || $0 == "." }) else { return nil }
        let groups = text.split(separator: mark, omittingEmptySubsequences: false)
        guard groups.count > 1, groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            let first = groups.first, (1...3).contains(first.utf8.count),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return nil }
        return groups.joined()
    }

    /// `4819237501.0` as `4819237501`.
    private static func wholeNumber(_ text: String) -> String? {
        guard let point = text.firstIndex(where: { $0 == "." || $0 == "," }) else { return nil }
        let whole = text[..<point]
        let fraction = text[text.index(after: point)...]
        guard !whole.isEmpty, whole.utf8.allSatisfy(isDigit), (1...2).contains(fraction.utf8.count),
            fraction.allSatisfy({ $0 == "0" })
        else { return nil }
        return String(whole)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
