/// Which candidates a begun word means: those that begin with it; without one those of which a word begins with it; without
/// one those that hold its letters in order.
struct CompletionMatch {
    private let typed: String
    private let letters: [UInt8]

    init(_ typed: String) {
        self.typed = typed.lowercased()
        letters = self.typed.utf8.filter(Self.isLetter)
    }

    func filter(_ items: [CompletionItem]) -> [CompletionItem] {
        guard !typed.isEmpty else { return items }
        let beginning = items.filter { $0.text.lowercased().hasPrefix(typed) }
        if !beginning.isEmpty { return beginning }
        return loosely(items)
    }

    /// Without those that begin with it.
    func loosely(_ items: [CompletionItem]) -> [CompletionItem] {
        guard letters.count > 1 else { return [] }
        let byWord = items.filter { hasWord($0.text) || hasWord($0.name) }
        return byWord.isEmpty ? items.filter { holdsLetters(Array($0.text.lowercased().utf8)) } : byWord
    }

    /// Whether the letters begin a word of the text, whatever stands between its words: `chinapost` begins `China Post`.
    private func hasWord(_ text: String) -> Bool {
        let text = Array(text.lowercased().utf8)
        for start in text.indices where start == 0 || !Self.isLetter(text[start - 1]) {
            var place = start
            var matched = 0
            while matched < letters.count, place < text.count {
                if text[place] == letters[matched] {
                    matched += 1
                } else if Self.isLetter(text[place]) {
                    break
                }
                place += 1
            }
            if matched == letters.count { return true }
        }
        return false
    }

    /// Whether the letters stand in the text in their order, the first one first.
    private func holdsLetters(_ text: [UInt8]) -> Bool {
        guard text.first == letters.first else { return false }
        var matched = 0
        for byte in text where matched < letters.count && byte == letters[matched] { matched += 1 }
        return matched == letters.count
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
    }
}
