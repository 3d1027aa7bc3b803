extension String {
    /// What stands between the places where a text occurs, from left to right; all of it where that text is empty.
    ///
    /// Characters are compared as people see them: `e` does not occur in `é`, however that is written, nor the second
    /// half of a line's end in the whole.
    func pieces(between separator: String) -> [Substring] {
        guard !separator.isEmpty else { return [Substring(self)] }
        // Of plain text every byte is a character.
        return isPlain && separator.isPlain ? bytePieces(separator) : characterPieces(separator)
    }

    /// ASCII without returns, of which one and a newline are a single character.
    private var isPlain: Bool { utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D } }

    private func bytePieces(_ separator: String) -> [Substring] {
        let wanted = Array(separator.utf8)
        var places: [Int] = []
        var text = self
        text.withUTF8 { bytes in
            let last = bytes.count - wanted.count
            var at = 0
            while at <= last {
                if bytes[at] == wanted[0], wanted.indices.allSatisfy({ bytes[at + $0] == wanted[$0] }) {
                    places.append(at)
                    at += wanted.count
                } else {
                    at += 1
                }
            }
        }
        var pieces: [Substring] = []
        pieces.reserveCapacity(places.count + 1)
        var start = text.utf8.startIndex
        var passed = 0
        for place in places {
            let end = text.utf8.index(start, offsetBy: place - passed)
            pieces.append(text[start..<end])
            start = text.utf8.index(end, offsetBy: wanted.count)
            passed = place + wanted.count
        }
        pieces.append(text[start...])
        return pieces
    }

    private func characterPieces(_ separator: String) -> [Substring] {
        guard let first = separator.first else { return [Substring(self)] }
        let length = separator.count
        var pieces: [Substring] = []
        var start = startIndex
        var search = start
        while let found = self[search...].firstIndex(of: first) {
            if let end = index(found, offsetBy: length, limitedBy: endIndex), self[found..<end] == separator {
                pieces.append(self[start..<found])
                start = end
                search = start
            } else {
                search = index(after: found)
            }
        }
        pieces.append(self[start...])
        return pieces
    }
}
