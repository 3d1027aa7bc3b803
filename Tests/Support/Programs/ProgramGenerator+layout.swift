// What stands between the words.
extension ProgramGenerator {
    /// Blanks between two words of a line.
    mutating func gap() -> String {
        switch random.below(40) {
        case 0: "  "
        case 1: "\t"
        case 2: "   "
        case 3 where random.once(in: 8): "\u{A0}"
        default: " "
        }
    }

    /// Where blanks are not needed.
    mutating func tight() -> String { random.once(in: 6) ? gap() : "" }

    /// After `,`, `|`, an operator and inside brackets, where the line may end.
    mutating func lineGap() -> String { random.once(in: 10) ? lineEnd() ?? gap() : gap() }

    mutating func tightLineGap() -> String { random.once(in: 12) ? lineEnd() ?? tight() : tight() }

    /// Before a `|`.
    mutating func pipeGap() -> String { random.once(in: 4) ? lineEnd() ?? gap() : random.once(in: 8) ? "" : gap() }

    private mutating func lineEnd() -> String? {
        guard !isOnOneLine else { return nil }
        let comment = random.once(in: 4) ? gap() + self.comment() : ""
        let further = random.once(in: 8) ? "  " + self.comment() + "\n" : ""
        let blank = random.once(in: 10) ? "\n" : ""
        return comment + "\n" + blank + further + random.pick(["", "  ", "    ", "\t"])
    }

    /// `#` and a blank, to the end of the line.
    mutating func comment() -> String {
        random.pick([
            "# late", "#", "#  two blanks ", "#\ttab", "# {$x} \"open", "# # twice", "# 挂号 👩‍👩‍👧", "# ( [ {", "# a; b | c",
        ])
    }

    /// The end of a statement.
    mutating func statementEnd() -> String {
        switch random.below(12) {
        case 0: return tight() + ";" + gap()
        case 1: return tight() + ";;\n"
        case 2: return gap() + comment() + "\n"
        case 3: return "\n" + blankLines()
        case 4: return tight() + ";" + gap() + comment() + "\n"
        default: return tight() + "\n"
        }
    }

    mutating func blankLines() -> String {
        var text = ""
        for _ in 0..<(1 + random.below(3)) {
            text += random.once(in: 2) ? "\n" : random.pick(["", "  ", "\t"]) + comment() + "\n"
        }
        return text
    }

    /// A word of the language, now and then in capitals.
    mutating func word(_ text: String) -> String {
        switch random.below(30) {
        case 0: text.uppercased()
        case 1: text.prefix(1).uppercased() + text.dropFirst()
        default: text
        }
    }

    /// Several words of the language.
    mutating func words(_ text: String) -> String {
        text.split(separator: " ").map { word(String($0)) }.joined(separator: gap())
    }

    mutating func commaList(_ count: Int, _ item: (inout ProgramGenerator) -> String) -> String {
        var text = ""
        for position in 0..<max(count, 1) {
            if position > 0 { text += tight() + "," + (random.once(in: 12) ? "" : lineGap()) }
            text += item(&self)
        }
        return text
    }

    /// Inside `( )` and `[ ]` the line may end.
    mutating func bracketed(_ opening: String, _ closing: String, _ inner: (inout ProgramGenerator) -> String) -> String
    {
        opening + tightLineGap() + inner(&self) + tightLineGap() + closing
    }
}
