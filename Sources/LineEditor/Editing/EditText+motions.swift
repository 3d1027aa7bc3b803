import TMSBase

/// Motions and deletions, by grapheme cluster, word and line.
extension EditText {
    mutating func moveLeft() {
        cursor -= before.last?.utf8.count ?? 0
    }

    mutating func moveRight() {
        cursor += after.first?.utf8.count ?? 0
    }

    mutating func moveWordLeft() {
        cursor = previousWord
    }

    mutating func moveWordRight() {
        cursor = nextWord
    }

    /// To the start of the line the cursor is on, not of the whole text.
    mutating func moveToLineStart() {
        cursor = lineStart
    }

    mutating func moveToLineEnd() {
        cursor = lineEnd
    }

    /// Moves to the line above, to the same column where it has one; `false` on the first line.
    mutating func moveUp() -> Bool {
        guard lineStart > 0 else { return false }
        let column = DisplayWidth.of(String(before.utf8.suffix(cursor - lineStart)) ?? "")
        cursor = lineStart - 1
        cursor = lineStart
        moveRight(columns: column)
        return true
    }

    /// Moves to the line below, to the same column where it has one; `false` on the last line.
    mutating func moveDown() -> Bool {
        guard lineEnd < text.utf8.count else { return false }
        let column = DisplayWidth.of(String(before.utf8.suffix(cursor - lineStart)) ?? "")
        cursor = lineEnd + 1
        moveRight(columns: column)
        return true
    }

    /// Deletes a range of UTF-8 offsets and returns what stood there.
    mutating func cut(_ range: Range<Int>) -> String {
        let removed = String(text.utf8.dropFirst(range.lowerBound).prefix(range.count)) ?? ""
        replace(range, with: "")
        return removed
    }

    mutating func deleteLeft() {
        guard let last = before.last else { return }
        let end = before.utf8.count
        replace(end - last.utf8.count..<end, with: "")
    }

    mutating func deleteRight() {
        guard let first = after.first else { return }
        replace(cursor..<cursor + first.utf8.count, with: "")
    }

    /// Exchanges the characters around the cursor; at the end of a line the two before it.
    mutating func transpose() {
        if cursor == lineEnd { moveLeft() }
        guard cursor > lineStart, let left = before.last, let right = after.first, right != "\n" else { return }
        let start = cursor - left.utf8.count
        replace(start..<cursor + right.utf8.count, with: String(right) + String(left))
    }

    /// Rewrites the word at or after the cursor and moves behind it.
    mutating func changeWord(_ change: (Substring) -> String) {
        let end = nextWord
        let word = after.utf8.prefix(end - cursor)
        replace(cursor..<end, with: change(Substring(word)))
    }

    var lineStart: Int {
        before.utf8.lastIndex(of: 0x0A).map { text.utf8.distance(from: text.startIndex, to: $0) + 1 } ?? 0
    }

    var lineEnd: Int {
        let tail = after.utf8
        return cursor + tail.distance(from: tail.startIndex, to: tail.firstIndex(of: 0x0A) ?? tail.endIndex)
    }

    /// The start of the word before the cursor.
    var previousWord: Int { startOfRun(where: Self.isInWord) }

    /// The end of the word at or after the cursor.
    var nextWord: Int {
        let gap = after.prefix { !Self.isInWord($0) }
        let word = after[gap.endIndex...].prefix(while: Self.isInWord)
        return cursor + gap.utf8.count + word.utf8.count
    }

    /// The start of the blank-separated word before the cursor, what ^W deletes.
    var previousBlank: Int { startOfRun { !$0.isWhitespace } }

    /// Where the last characters before the cursor that belong together begin, others after them skipped.
    private func startOfRun(where belongs: (Character) -> Bool) -> Int {
        var rest = before
        while let last = rest.last, !belongs(last) { rest.removeLast() }
        while let last = rest.last, belongs(last) { rest.removeLast() }
        return rest.utf8.count
    }

    private mutating func moveRight(columns: Int) {
        var used = 0
        while let next = after.first, next != "\n" {
            used += DisplayWidth.of(next)
            if used > columns { return }
            moveRight()
        }
    }

    private static func isInWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}
