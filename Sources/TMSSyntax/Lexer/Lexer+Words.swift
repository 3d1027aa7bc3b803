extension Lexer {
    /// Letters of any script, digits and `- . / _ @ : + #`, with a `'` inside; pasted twins are read as ASCII.
    mutating func readWord() {
        let lower = index
        var text: String?
        scan: while index < bytes.count {
            let byte = bytes[index]
            if byte.isWordByte {
                text?.unicodeScalars.append(Unicode.Scalar(byte))
                index += 1
                continue
            }
            if byte == 0x27, index > lower, continues(at: index + 1) {
                text?.append("'")
                index += 1
                continue
            }
            guard byte >= 0x80 else { break }
            let (scalar, width) = decodeScalar(bytes, at: index)
            let meant: String
            switch CharacterClass(scalar) {
            case .letter:
                text?.unicodeScalars.append(scalar)
                index += width
                continue
            case .fullWidth(let byte) where byte.isWordByte: meant = String(Unicode.Scalar(byte))
            case .singleQuote where index > lower && continues(at: index + width): meant = "'"
            case .invisible: meant = ""
            default: break scan
            }
            if text == nil { text = String(decoding: bytes[lower..<index], as: UTF8.self) }
            warnOfPasted(index, width, as: meant)
            text?.append(meant)
            index += width
        }
        // Alone at a line's end it would begin a comment.
        let width = index - lower
        if text.map({ $0 == "#" }) ?? (width == 1 && bytes[lower] == 0x23) {
            index = lower
            return readBad(width: width)
        }
        if let text { list.normalized[lower] = text }
        list.tokens.append(Token(.word, lower, index))
    }

    /// Whether a letter or digit stands at the offset, so that a `'` before it is inside a word.
    private func continues(at offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        let byte = bytes[offset]
        if byte.isLetterOrUnderscore || byte.isDigit { return true }
        guard byte >= 0x80, case .letter = CharacterClass(decodeScalar(bytes, at: offset).scalar) else { return false }
        return true
    }
}
