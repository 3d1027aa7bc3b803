/// Comparisons by bytes: many times faster than by character over thousands of history entries.
extension String {
    func hasPrefixBytes(_ prefix: String) -> Bool {
        guard utf8.count >= prefix.utf8.count else { return false }
        return utf8.starts(with: prefix.utf8)
    }

    /// The UTF-8 offset of the first place of `part`, ignoring the case of ASCII letters.
    func offset(ofBytes part: String) -> Int? {
        var text = self
        var part = part
        return text.withUTF8 { text in
            part.withUTF8 { part in
                guard let first = part.first.map(lowered) else { return 0 }
                guard text.count >= part.count else { return nil }
                for start in 0...(text.count - part.count) where lowered(text[start]) == first {
                    if (1..<part.count).allSatisfy({ lowered(text[start + $0]) == lowered(part[$0]) }) { return start }
                }
                return nil
            }
        }
    }
}

private func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
