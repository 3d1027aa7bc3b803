/// A text and the place in it where keys go in.
struct EditText: Equatable {
    var text: String
    /// An offset into the UTF-8 of `text`.
    var cursor: Int

    init(_ text: String = "", cursor: Int? = nil) {
        self.text = text
        self.cursor = cursor ?? text.utf8.count
    }

    var isAtEnd: Bool { cursor >= text.utf8.count }

    var before: Substring { text[..<index] }

    var after: Substring { text[index...] }

    mutating func insert(_ more: String) {
        replace(cursor..<cursor, with: more)
    }

    /// Puts `more` in place of a range of UTF-8 offsets, the cursor after it.
    mutating func replace(_ range: Range<Int>, with more: String) {
        let start = index(range.lowerBound)
        let end = max(start, index(range.upperBound))
        cursor = text.utf8.distance(from: text.startIndex, to: start) + more.utf8.count
        text.replaceSubrange(start..<end, with: more)
    }

    private var index: String.Index { index(cursor) }

    /// The place of a UTF-8 offset, held inside the text and off the middle of a scalar.
    private func index(_ offset: Int) -> String.Index {
        let utf8 = text.utf8
        var place = utf8.index(text.startIndex, offsetBy: max(0, offset), limitedBy: text.endIndex) ?? text.endIndex
        while place > text.startIndex, place < text.endIndex, utf8[place] & 0xC0 == 0x80 {
            place = utf8.index(before: place)
        }
        return place
    }
}
