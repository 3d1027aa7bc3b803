/// Reads a text into a tree. There is always a tree; what is wrong stands in the diagnostics, and that the text
/// merely ends too early is a fact of its own. Does no I/O, and knows verbs only through the vocabulary.
public func parse(_ file: SourceFile, vocabulary: Vocabulary) -> ParseResult {
    let parser = Parser(file, vocabulary)
    let program = ProgramSyntax(file: file, statements: parser.program())
    let diagnostics = parser.diagnostics.enumerated().sorted { left, right in
        let (a, b) = (left.element.location?.range.lower ?? 0, right.element.location?.range.lower ?? 0)
        return a == b ? left.offset < right.offset : a < b
    }
    return ParseResult(
        program: program, diagnostics: diagnostics.map(\.element), isIncomplete: parser.isIncomplete)
}

/// A recursive descent over the tokens. Its place in the text, and what has gone wrong so far.
final class Parser {
    /// How bare words are read: as text, as fields left of an operator (`where`), as fields throughout (`set`).
    enum WordMode { case text, condition, fields }

    /// So many parentheses and blocks inside each other: a thread with 512 KB of stack reads them in a debug build.
    static let maximumDepth = 64
    /// So high may the tree of an expression be (`1 + 1 + …` is as high as it is long), for those who walk it.
    static let maximumHeight = 200
    static let maximumErrors = 100

    let file: SourceFile
    let vocabulary: Vocabulary
    let list: TokenList
    /// The names this text defines, so that they may be used before their place.
    let definitions: Set<String>

    private(set) var index = 0
    var skipsNewlines = false
    var depth = 0
    /// The first word of an expression may be `today` or `monday`: it stands where a verb would be a command.
    var readsDateWord = false
    /// How high the tree of the expression just read is.
    var height = 0
    var diagnostics: [Diagnostic] = []
    var isIncomplete = false
    /// In the condition of `expect`, where a comma goes on to its message.
    var commaBeginsMessage = false
    /// An error has been given for this statement and the rest of it is not checked.
    var isPanicking = false
    /// What could stand at the end of the text; `nil` where nobody asks, or no longer.
    var expectations: [Expectation]?
    /// What is known of the rows that the next stage sees.
    var rows = RowNames()
    /// What was expected when the parser last knew what it wanted.
    var settled: [Expectation]?
    /// Nothing more is said: the text has ended, is too deep, or has too many errors.
    private(set) var isAbandoned = false
    private var errorCount = 0

    init(_ file: SourceFile, _ vocabulary: Vocabulary) {
        self.file = file
        self.vocabulary = vocabulary
        list = Lexer.tokens(of: file)
        diagnostics = list.diagnostics
        var names: Set<String> = []
        for (token, next) in zip(list.tokens, list.tokens.dropFirst())
        where token.kind == .word && next.kind == .word && token.upper - token.lower == 6 {
            if file.slice(token.range).lowercased() == "define" { names.insert(file.slice(next.range)) }
        }
        definitions = names
    }
}

// Looking at tokens.
extension Parser {
    var token: Token { list.tokens[index] }
    var kind: Token.Kind { list.tokens[index].kind }

    /// Where the last token that was taken ends.
    var previousUpper: Int {
        var position = index - 1
        while position >= 0, list.tokens[position].kind == .newline { position -= 1 }
        return position >= 0 ? list.tokens[position].upper : 0
    }

    /// The token after the current one.
    var next: Token { list.tokens[following(index)] }

    /// Whether the current token touches the one before it.
    var isGlued: Bool {
        guard index > 0, case let before = list.tokens[index - 1] else { return false }
        return before.upper == token.lower && before.kind != .newline
    }

    /// Whether the token after the current one touches it.
    var isNextGlued: Bool { index + 1 < list.tokens.count && list.tokens[index + 1].lower == token.upper }

    func text(_ token: Token) -> String {
        if !list.normalized.isEmpty, let text = list.normalized[token.lower] { return text }
        return file.slice(token.range)
    }

    /// The word here in lower case, or `nil` where no word stands.
    var word: String? { kind == .word ? text(token).lowercased() : nil }

    /// Whether this word of lower-case letters stands here, in any case.
    func at(_ keyword: String) -> Bool { isWord(keyword, token) }

    func isWord(_ keyword: String, _ token: Token) -> Bool {
        guard token.kind == .word else {
            if expectations != nil, token.kind == .end, !isPanicking { expectations?.append(.words(keyword)) }
            return false
        }
        if !list.normalized.isEmpty, let text = list.normalized[token.lower] { return text.lowercased() == keyword }
        let bytes = file.utf8
        guard token.upper - token.lower == keyword.utf8.count, token.upper <= bytes.count else { return false }
        var position = token.lower
        for byte in keyword.utf8 {
            if bytes[position].lowered != byte { return false }
            position += 1
        }
        return true
    }

    func range(from lower: Int) -> SourceRange { SourceRange(lower, max(lower, previousUpper)) }

    private func following(_ position: Int) -> Int {
        var result = min(position + 1, list.tokens.count - 1)
        while skipsNewlines, list.tokens[result].kind == .newline { result += 1 }
        return result
    }
}

// Taking tokens.
extension Parser {
    func advance() { index = following(index) }

    func rewind(to position: Int) { index = max(0, min(position, list.tokens.count - 1)) }

    func skipNewlines() {
        while kind == .newline { index += 1 }
    }

    /// Takes a token after which a line may end (`|`, `,`, an operator), and the line's end with it.
    func advanceAcrossLines() {
        let mark = token
        advance()
        skipNewlines()
        if kind == .end { endTooEarly(after: mark) }
    }

    func take(_ expected: Token.Kind) -> Bool {
        guard kind == expected else { return false }
        advance()
        return true
    }

    func take(_ keyword: String) -> Bool {
        guard at(keyword) else { return false }
        advance()
        return true
    }
}

// Saying what is wrong, and going on.
extension Parser {
    @inline(never)
    func report(_ message: SyntaxMessage, at range: SourceRange) {
        guard !isPanicking, !isAbandoned else { return }
        var diagnostic = message.diagnostic
        diagnostic.location = SourceLocation(file, range)
        diagnostics.append(diagnostic)
        guard diagnostic.severity == .error else { return }
        errorCount += 1
        if errorCount >= Self.maximumErrors { abandon() }
    }

    /// Reports a mistake after which the rest of the statement cannot be read.
    func fail(_ message: SyntaxMessage, at range: SourceRange) {
        report(message, at: range)
        panic()
    }

    func fail(_ message: SyntaxMessage) { fail(message, at: token.range) }

    /// Skips to a place where something that encloses this can go on: the line's end, `|`, `{` or a closing mark.
    /// Inside parentheses a line that begins as a statement is such a place too: a `)` is missing before it.
    func panic() {
        isPanicking = true
        var open = 0
        while true {
            switch kind {
            case .end, .semicolon, .leftBrace, .rightBrace, .fillClose, .stringClose: return
            case .newline where !skipsNewlines || beginsStatement(at: index + 1): return
            case .pipe where open == 0: return
            case .leftParen, .leftBracket: open += 1
            case .rightParen, .rightBracket:
                if open == 0 { return }
                open -= 1
            case .stringOpen:
                skipString()
                continue
            default: break
            }
            index += 1
        }
    }

    /// Skips a string with all that fills it.
    func skipString() {
        var open = 0
        repeat {
            if kind == .stringOpen { open += 1 }
            if kind == .stringClose { open -= 1 }
            if kind == .end { return }
            advance()
        } while open > 0
    }

    /// Skips what is left of a statement, with the blocks in it.
    func skipStatement() {
        var open = 0
        while true {
            switch kind {
            case .end: return
            case .newline, .semicolon: if open == 0 { return }
            case .leftBrace: open += 1
            case .rightBrace:
                if open == 0 { return }
                open -= 1
            default: break
            }
            advance()
        }
    }

    func endTooEarly(after mark: Token) {
        guard !isAbandoned else { return }
        isIncomplete = true
        report(.endsTooEarly(after: file.slice(mark.range)), at: mark.range)
        abandon()
    }

    func abandon() {
        isAbandoned = true
        index = list.tokens.count - 1
    }

    /// One level deeper; `false`, once reported, where the text is nested too deeply. Pair with `depth -= 1`.
    func enter() -> Bool {
        depth += 1
        return isWithin(Self.maximumDepth, depth)
    }

    /// Whether a node of this height is one that every reader of the tree can bear.
    func isShallow(_ height: Int) -> Bool { isWithin(Self.maximumHeight, height) }

    private func isWithin(_ limit: Int, _ count: Int) -> Bool {
        guard count > limit else { return true }
        report(.tooDeep(limit), at: token.range)
        abandon()
        return false
    }
}

/// What reading a text gave: always a tree, and what is wrong with the text.
public struct ParseResult: Sendable {
    public var program: ProgramSyntax
    public var diagnostics: [Diagnostic]
    /// The text ends where more must come (an open brace, a trailing pipe): a fact of its own, beside *wrong*.
    public var isIncomplete: Bool

    public init(program: ProgramSyntax, diagnostics: [Diagnostic], isIncomplete: Bool) {
        self.program = program
        self.diagnostics = diagnostics
        self.isIncomplete = isIncomplete
    }

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
