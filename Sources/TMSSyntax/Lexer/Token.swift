/// The smallest piece of a script: a word, a mark, a part of a string. Twelve bytes, so that long scripts stay small.
public struct Token: Sendable {
    public enum Kind: UInt8, Sendable {
        /// `track`, `300403513351`, `-`, `..`, `order-12`.
        case word
        /// `$late`, with its mark.
        case variable
        /// `"…"` without an expression in it, and `'…'`.
        case string, literalString
        /// A string with expressions: `"` text `{` … `}` text `"`.
        case stringOpen, stringText, fillOpen, fillClose, stringClose
        case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
        case comma, pipe, semicolon, newline
        case assign, equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        case star, percent, question, doubleQuestion
        /// A mark that has no meaning outside quotes, or a string whose line ended before its quote was closed; its
        /// diagnostic has been given.
        case bad
        case end
    }

    public let kind: Kind
    private let start: Int32
    private let stop: Int32

    init(_ kind: Kind, _ lower: Int, _ upper: Int) {
        self.kind = kind
        start = Int32(clamping: lower)
        stop = Int32(clamping: upper)
    }

    public var lower: Int { Int(start) }
    public var upper: Int { Int(stop) }
    public var range: SourceRange { SourceRange(lower, upper) }
}

/// What the lexer makes of a file.
struct TokenList {
    /// Never empty: the last is `end`.
    var tokens: ContiguousArray<Token> = []
    /// The text of words that were pasted with other marks, by their offset.
    var normalized: [Int: String] = [:]
    var comments: [SourceRange] = []
    var diagnostics: [Diagnostic] = []
}
