extension Lexer {
    /// Reads a string to its end, or to the first `{` that is to be filled.
    mutating func openString(quote: UInt8, width: Int) {
        let lower = index
        let pasted = width > 1
        index += width
        while index < bytes.count, bytes[index] != 0x0A {
            let byte = bytes[index]
            if quote == 0x22, byte == 0x5C {
                skipEscape()
            } else if quote == 0x22, byte == 0x7B {
                list.tokens.append(Token(.stringOpen, lower, lower + width))
                list.tokens.append(Token(.stringText, lower + width, index))
                append(.fillOpen, width: 1)
                strings.append(OpenString(quote: quote, lower: lower, braces: 0))
                return
            } else if let closing = closingWidth(quote, pasted: pasted) {
                index += closing
                // The token spans ASCII quotes or pasted ones; `normalized` keeps the text between pasted ones.
                if pasted || closing > 1 {
                    list.normalized[lower] = String(decoding: bytes[lower + width..<index - closing], as: UTF8.self)
                }
                list.tokens.append(Token(quote == 0x22 ? .string : .literalString, lower, index))
                return
            } else {
                index += 1
            }
        }
        list.tokens.append(Token(.bad, lower, index))
        if strings.isEmpty {
            report(.openString(isFilling: false), at: SourceRange(lower, index))
        } else {
            breakStrings()
        }
    }

    /// Goes on with the text of a string after a filled expression.
    mutating func readText(_ open: OpenString) {
        let lower = index
        while index < bytes.count, bytes[index] != 0x0A {
            let byte = bytes[index]
            if byte == 0x5C {
                skipEscape()
            } else if byte == 0x7B {
                list.tokens.append(Token(.stringText, lower, index))
                append(.fillOpen, width: 1)
                strings[strings.count - 1].braces = 0
                return
            } else if let closing = closingWidth(open.quote, pasted: bytes[open.lower] >= 0x80) {
                list.tokens.append(Token(.stringText, lower, index))
                append(.stringClose, width: closing)
                strings.removeLast()
                return
            } else {
                index += 1
            }
        }
        if index > lower { list.tokens.append(Token(.stringText, lower, index)) }
        breakStrings()
    }

    /// Steps over a backslash and what it escapes; the brace of `\u{…}` opens nothing.
    private mutating func skipEscape() {
        index += 1
        guard index < bytes.count, bytes[index] != 0x0A else { return }
        if bytes[index] == 0x75, index + 1 < bytes.count, bytes[index + 1] == 0x7B { index += 1 }
        index += 1
    }

    /// The line has ended inside a filled string: says so once and closes everything that is open.
    mutating func breakStrings() {
        guard let outermost = strings.first else { return }
        report(.openString(isFilling: outermost.braces != nil), at: SourceRange(outermost.lower, index))
        for open in strings.reversed() {
            if open.braces != nil { append(.fillClose, width: 0) }
            append(.stringClose, width: 0)
        }
        strings.removeAll()
    }

    /// The width of a closing quote here. A string that a pasted quote opened is closed by any quote of its kind.
    private mutating func closingWidth(_ quote: UInt8, pasted: Bool) -> Int? {
        let byte = bytes[index]
        if byte == quote { return 1 }
        guard pasted, byte >= 0x80 else { return nil }
        let (scalar, width) = decodeScalar(bytes, at: index)
        switch (CharacterClass(scalar), quote) {
        case (.doubleQuote, 0x22), (.singleQuote, 0x27), (.fullWidth(0x22), 0x22), (.fullWidth(0x27), 0x27):
            warnOfPasted(index, width, as: String(Unicode.Scalar(quote)))
            return width
        default: return nil
        }
    }
}
