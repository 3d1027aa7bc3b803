/// Words that are exchanged, and words of other lines.
extension EditText {
    /// Exchanges the word at or before the cursor with the one before it, and moves behind both.
    mutating func transposeWords() {
        var text = self
        text.cursor = nextWord
        let end = text.cursor
        text.moveWordLeft()
        let start = text.cursor
        text.cursor = start
        text.moveWordLeft()
        let otherStart = text.cursor
        let otherEnd = text.nextWord
        guard otherEnd <= start, otherStart < otherEnd, start < end else { return }
        let utf8 = Array(self.text.utf8)
        let words = [utf8[start..<end], utf8[otherEnd..<start], utf8[otherStart..<otherEnd]].joined()
        replace(otherStart..<end, with: String(decoding: Array(words), as: UTF8.self))
    }

    /// The blank-separated words of a line; what stands in double quotes is one word.
    static func words(of line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        for character in line {
            if character == "\"" { isQuoted.toggle() }
            if character.isWhitespace && !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}
