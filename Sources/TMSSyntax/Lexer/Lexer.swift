/// Cuts a text into tokens. Knows characters and quotes, no keyword and no verb.
struct Lexer {
    /// A string whose end has not been seen, with the braces open in the expression that fills it.
    struct OpenString {
        var quote: UInt8
        var lower: Int
        /// `nil` while its text is read; in `{ … }` the number of inner braces.
        var braces: Int?
    }

    static let maximumDiagnostics = 100

    let file: SourceFile
    let bytes: [UInt8]
    var index = 0
    var list = TokenList()
    var strings: [OpenString] = []
    /// The line of the last warning about pasted marks: one warning a line.
    var warnedLine = 0

    init(_ file: SourceFile) {
        self.file = file
        bytes = file.utf8
        list.tokens.reserveCapacity(bytes.count / 5 + 8)
    }

    static func tokens(of file: SourceFile) -> TokenList {
        var lexer = Lexer(file)
        lexer.run()
        return lexer.list
    }

    private mutating func run() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        while index < bytes.count {
            if let open = strings.last, open.braces == nil {
                readText(open)
            } else {
                readToken()
            }
        }
        if !strings.isEmpty { breakStrings() }
        append(.end, width: 0)
    }

    private mutating func readToken() {
        let byte = bytes[index]
        if byte < 0x80 { return readASCII(byte, width: 1) }
        let (scalar, width) = decodeScalar(bytes, at: index)
        switch CharacterClass(scalar) {
        case .letter: readWord()
        case .fullWidth(let twin):
            // A word warns of itself, once it is known to be one.
            if !twin.isWordByte { warnOfPasted(index, width, as: String(Unicode.Scalar(twin))) }
            readASCII(twin, width: width)
        case .space:
            warnOfPasted(index, width, as: " ")
            index += width
        case .invisible:
            warnOfPasted(index, width, as: "")
            index += width
        case .doubleQuote:
            warnOfPasted(index, width, as: "\"")
            openString(quote: 0x22, width: width)
        case .singleQuote:
            warnOfPasted(index, width, as: "'")
            openString(quote: 0x27, width: width)
        case .other: readBad(width: width)
        }
    }

    private mutating func readASCII(_ byte: UInt8, width: Int) {
        switch byte {
        case 0x20, 0x09, 0x0D, 0x0C: index += width
        case 0x0A:
            if strings.isEmpty { append(.newline, width: width) } else { breakStrings() }
        case 0x23 where startsComment(width: width): readComment()
        case 0x22, 0x27: openString(quote: byte, width: width)
        case 0x24: readVariable(width: width)
        case 0x28: append(.leftParen, width: width)
        case 0x29: append(.rightParen, width: width)
        case 0x5B: append(.leftBracket, width: width)
        case 0x5D: append(.rightBracket, width: width)
        case 0x7B: readLeftBrace(width: width)
        case 0x7D: readRightBrace(width: width)
        case 0x2C: append(.comma, width: width)
        case 0x3B: append(.semicolon, width: width)
        case 0x2A: append(.star, width: width)
        case 0x25: append(.percent, width: width)
        case 0x7C: readDouble(0x7C, width, single: .pipe, double: .bad)
        case 0x26: readDouble(0x26, width, single: .bad, double: .bad)
        case 0x3D: readDouble(0x3D, width, single: .assign, double: .equal)
        case 0x3C: readDouble(0x3D, width, single: .less, double: .lessOrEqual)
        case 0x3E: readDouble(0x3D, width, single: .greater, double: .greaterOrEqual)
        case 0x3F: readDouble(0x3F, width, single: .question, double: .doubleQuestion)
        case 0x21: readDouble(0x3D, width, single: .bad, double: .notEqual)
        default:
            if byte.isWordByte { readWord() } else { readBad(width: width) }
        }
    }

    /// A mark that may be doubled: `=` and `==`, `!` and `!=`.
    private mutating func readDouble(_ second: UInt8, _ width: Int, single: Token.Kind, double: Token.Kind) {
        let next = twin(at: index + width)
        let isDouble = next.byte == second
        let kind = isDouble ? double : single
        let total = isDouble ? width + next.width : width
        if kind == .bad { readBad(width: total) } else { append(kind, width: total) }
    }

    private mutating func readVariable(width: Int) {
        var end = index + width
        while end < bytes.count {
            let byte = bytes[end]
            if byte.isLetterOrUnderscore || (byte.isDigit && end > index + width) {
                end += 1
            } else if byte >= 0x80, case (let scalar, let size) = decodeScalar(bytes, at: end),
                case .letter = CharacterClass(scalar)
            {
                end += size
            } else {
                break
            }
        }
        if end == index + width { readBad(width: width) } else { append(.variable, width: end - index) }
    }

    private mutating func readLeftBrace(width: Int) {
        if let braces = strings.last?.braces { strings[strings.count - 1].braces = braces + 1 }
        append(.leftBrace, width: width)
    }

    private mutating func readRightBrace(width: Int) {
        guard let braces = strings.last?.braces else { return append(.rightBrace, width: width) }
        if braces == 0 {
            strings[strings.count - 1].braces = nil
            append(.fillClose, width: width)
        } else {
            strings[strings.count - 1].braces = braces - 1
            append(.rightBrace, width: width)
        }
    }

    private func startsComment(width: Int) -> Bool {
        guard index + width < bytes.count else { return true }
        switch bytes[index + width] {
        case 0x20, 0x09, 0x0A, 0x0D: return true
        // The mark of UTF-8 may stand before it.
        case 0x21: return index == 0 || (index == 3 && bytes[0] == 0xEF)
        default: return false
        }
    }

    private mutating func readComment() {
        let lower = index
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        var upper = index
        if upper > lower, bytes[upper - 1] == 0x0D { upper -= 1 }
        list.comments.append(SourceRange(lower, upper))
    }

    mutating func readBad(width: Int) {
        let range = SourceRange(index, index + width)
        guard list.diagnostics.count < Self.maximumDiagnostics else { return append(.bad, width: width) }
        report(.strayMark(file.slice(range), beforeBrace: twin(at: index + width).byte == 0x7B, range), at: range)
        append(.bad, width: width)
    }
}

extension Lexer {
    mutating func append(_ kind: Token.Kind, width: Int) {
        list.tokens.append(Token(kind, index, index + width))
        index += width
    }

    /// The byte at an offset, a full-width mark as its ASCII twin; zero for anything else.
    func twin(at offset: Int) -> (byte: UInt8, width: Int) {
        guard offset < bytes.count else { return (0, 0) }
        if bytes[offset] < 0x80 { return (bytes[offset], 1) }
        let (scalar, width) = decodeScalar(bytes, at: offset)
        if case .fullWidth(let byte) = CharacterClass(scalar) { return (byte, width) }
        return (0, width)
    }

    mutating func report(_ message: SyntaxMessage, at range: SourceRange) {
        guard list.diagnostics.count < Self.maximumDiagnostics else { return }
        var diagnostic = message.diagnostic
        diagnostic.location = SourceLocation(file, range)
        list.diagnostics.append(diagnostic)
    }

    /// One warning a line, whose fix-it mends every pasted mark of that line.
    mutating func warnOfPasted(_ lower: Int, _ width: Int, as meant: String) {
        let range = SourceRange(lower, lower + width)
        let edit = Diagnostic.Edit(range, meant)
        let line = file.line(at: lower)
        let last = list.diagnostics.count - 1
        if line == warnedLine {
            // Errors of the same line may have come between; then the first marks are mended and that is enough.
            guard last >= 0, list.diagnostics[last].code == "W0101", !list.diagnostics[last].proposals.isEmpty else {
                return
            }
            return list.diagnostics[last].proposals[0].edits.append(edit)
        }
        warnedLine = line
        report(.pastedMark(file.slice(range), meant: meant, edit: edit), at: range)
    }
}

extension SourceFile {
    /// Its words and marks with its comments: what an editor colours.
    public var lexicalTokens: (tokens: ContiguousArray<Token>, comments: [SourceRange]) {
        let list = Lexer.tokens(of: self)
        return (list.tokens, list.comments)
    }

    /// Whether a bad token is a string without its closing quote.
    public func isUnclosedString(_ token: Token) -> Bool {
        guard token.kind == .bad, token.lower < utf8.count else { return false }
        if utf8[token.lower] < 0x80 { return utf8[token.lower] == 0x22 || utf8[token.lower] == 0x27 }
        switch CharacterClass(decodeScalar(utf8, at: token.lower).scalar) {
        case .doubleQuote, .singleQuote, .fullWidth(0x22), .fullWidth(0x27): return true
        case .letter, .fullWidth, .space, .invisible, .other: return false
        }
    }

    /// Where its comments stand, in order; each from its mark to the end of the line.
    public var comments: [SourceRange] { Lexer.tokens(of: self).comments }
}
