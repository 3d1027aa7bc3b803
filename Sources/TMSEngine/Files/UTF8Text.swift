/// Looks through bytes for the first that cannot stand in UTF-8 text.
enum UTF8Text {
    /// - Returns: nil where all of it is text.
    static func firstFault(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        let bytes = UnsafeBufferPointer(rebasing: bytes[start..<end])
        var at = 0
        while at < bytes.count {
            let (word, width) = ByteMarks.word(of: bytes, at: at)
            if ByteMarks.high(word) == 0 {
                at += width
                continue
            }
            if bytes[at] < 0x80 {
                at += 1
                continue
            }
            guard let length = sequence(bytes, at) else { return start + at }
            at += length
        }
        return nil
    }

    /// The bytes of the character that begins at `at`; nil where none does.
    private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        let first = bytes[at]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, first <= 0xF4, at + length <= bytes.count else { return nil }
        // Overlong forms, halves of surrogate pairs and what lies beyond U+10FFFF are told by the second byte.
        let second: ClosedRange<UInt8> =
            switch first {
            case 0xE0: 0xA0...0xBF
            case 0xED: 0x80...0x9F
            case 0xF0: 0x90...0xBF
            case 0xF4: 0x80...0x8F
            default: 0x80...0xBF
            }
        guard second.contains(bytes[at + 1]) else { return nil }
        for place in 2..<max(length, 2) where bytes[at + place] & 0xC0 != 0x80 { return nil }
        return length
    }
}
