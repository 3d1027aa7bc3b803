public import TMSSyntax

// What is coloured while a line is typed: the words by their roles, those that name nothing, and brackets.
extension LanguageService {
    /// The coloured words of a line that is being typed: unlike `semanticTokens` with the names that nothing declares, and
    /// brackets that close nothing.
    public func checkedTokens(in text: String) -> [SemanticToken] {
        let document = document(SourceFile(name: "line", text: text))
        let unknown = unknownNames(document.parsed)
        let tokens = document.semanticTokens.map { token in
            unknown.contains { $0.lower <= token.range.lower && token.range.upper <= $0.upper }
                ? SemanticToken(range: token.range, role: .unknown) : token
        }
        let loose = Brackets(document.file).unmatched.map { SemanticToken(range: $0, role: .unknown) }
        return loose.isEmpty ? tokens : (tokens + loose).sorted { $0.range.lower < $1.range.lower }
    }

    /// The bracket before or at a place, and the one that belongs to it, in order.
    public func brackets(in text: String, at place: Int) -> [SourceRange] {
        Brackets(SourceFile(name: "line", text: text)).pair(at: place)
    }
}

/// The brackets of a text, found by its tokens: those in strings and comments are none.
private struct Brackets {
    private(set) var pairs: [(opening: SourceRange, closing: SourceRange)] = []
    /// Closing ones without an opening one of their kind.
    private(set) var unmatched: [SourceRange] = []

    init(_ file: SourceFile) {
        var open: [Token] = []
        for token in file.lexicalTokens.tokens where token.lower < token.upper {
            switch token.kind {
            case .leftParen, .leftBracket, .leftBrace, .fillOpen: open.append(token)
            case .rightParen, .rightBracket, .rightBrace, .fillClose:
                if let opening = open.last, Self.belong(opening.kind, token.kind) {
                    open.removeLast()
                    pairs.append((opening.range, token.range))
                } else {
                    unmatched.append(token.range)
                }
            default: break
            }
        }
    }

    func pair(at place: Int) -> [SourceRange] {
        let found =
            pairs.first { $0.opening.upper == place || $0.closing.upper == place }
            ?? pairs.first { $0.opening.lower == place || $0.closing.lower == place }
        return found.map { [$0.opening, $0.closing] } ?? []
    }

    private static func belong(_ opening: Token.Kind, _ closing: Token.Kind) -> Bool {
        switch (opening, closing) {
        case (.leftParen, .rightParen), (.leftBracket, .rightBracket), (.leftBrace, .rightBrace),
            (.fillOpen, .fillClose):
            true
        default: false
        }
    }
}
