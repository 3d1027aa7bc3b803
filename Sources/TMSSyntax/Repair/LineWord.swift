/// A word of a line as a person sees it: parted by blanks, a string whole, marks at its end apart. The lexer's tokens are
/// finer and stop at marks that are none; a line that was no line of tms to begin with is read by this.
struct LineWord {
    /// Without its quotes.
    var text: String
    var range: SourceRange
    var isQuoted = false
    /// A comma, a full stop or another mark that stood at its end.
    var mark: Character?

    var lower: String { text.lowercased() }
    var hasDigit: Bool { text.utf8.contains(where: \.isDigit) }

    /// How it is written as a value: quoted where it was, or where it must be.
    var asValue: String { isQuoted || text.contains(where: \.isWhitespace) ? Quoting.string(text) : text }

    static func words(in range: SourceRange, of file: SourceFile) -> [LineWord] {
        let bytes = file.utf8
        var words: [LineWord] = []
        var position = range.lower
        while position < range.upper {
            let start = position
            let byte = bytes[position]
            if byte.isBlankByte {
                position += 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                position += 1
                while position < range.upper, bytes[position] != byte, bytes[position] != 0x0A { position += 1 }
                let inner = file.slice(SourceRange(start + 1, position))
                if position < range.upper, bytes[position] == byte { position += 1 }
                words.append(LineWord(text: inner, range: SourceRange(start, position), isQuoted: true))
            } else {
                while position < range.upper, !bytes[position].isBlankByte { position += 1 }
                // A mark with a blank before it belongs to the word before it all the same.
                if let last = words.indices.last, file.slice(SourceRange(start, position)) == "," {
                    words[last].mark = ","
                } else {
                    words.append(split(SourceRange(start, position), of: file))
                }
            }
        }
        return words
    }

    /// A word and the mark at its end; a comparison such as `>` is a word of its own.
    private static func split(_ range: SourceRange, of file: SourceFile) -> LineWord {
        var text = file.slice(range)
        var mark: Character?
        while text.count > 1, let last = text.last, ".,;:!?".contains(last) {
            mark = last
            text.removeLast()
        }
        return LineWord(text: text, range: SourceRange(range.lower, range.lower + text.utf8.count), mark: mark)
    }

    /// The part of a statement between the marks that part commands: `|`, `;`, braces, parentheses, the words before a
    /// statement inside a statement.
    static func part(of statement: SourceRange, around place: Int, in file: SourceFile) -> SourceRange {
        let bytes = file.utf8
        var lower = statement.lower
        var upper = min(statement.upper, bytes.count)
        var quote: UInt8?
        var position = lower
        while position < upper {
            let byte = bytes[position]
            if let open = quote {
                if byte == open || byte == 0x0A { quote = nil }
            } else if byte == UInt8(ascii: "\"") {
                quote = byte
            } else if "|;{}()\n".utf8.contains(byte) {
                if position < place {
                    lower = position + 1
                } else if position > place || byte == 0x0A {
                    upper = position
                }
            }
            position += 1
        }
        while lower < upper, bytes[lower].isBlankByte { lower += 1 }
        while upper > lower, bytes[upper - 1].isBlankByte { upper -= 1 }
        let part = SourceRange(lower, upper)
        return withoutLead(part, in: file, before: place)
    }

    /// Without `plan`, `let x =` and the like, behind which a command of its own begins.
    private static func withoutLead(_ part: SourceRange, in file: SourceFile, before place: Int) -> SourceRange {
        var words = words(in: part, of: file)[...]
        while let first = words.first, let word = StatementWord(rawValue: first.lower) {
            switch word {
            case .plan, .explain, .curl, .try, .otherwise, .return, .print: words.removeFirst()
            case .let: words = words.drop { $0.text != "=" }.dropFirst()
            case .for: words = words.drop { $0.lower != "in" }.dropFirst()
            default: return part
            }
            if words.isEmpty { return part }
        }
        guard let first = words.first, first.range.lower <= place else { return part }
        return SourceRange(first.range.lower, part.upper)
    }
}

extension UInt8 {
    var isBlankByte: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
