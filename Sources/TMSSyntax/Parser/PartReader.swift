/// What reads one part of a text for the parser and has a state of its own.
protocol PartReader {
    var parser: Parser { get }
}

// Looking at tokens, taking them, and saying what is wrong: all parts do so.
extension PartReader {
    var file: SourceFile { parser.file }
    var vocabulary: Vocabulary { parser.vocabulary }
    var index: Int { parser.index }
    var token: Token { parser.token }
    var kind: Token.Kind { parser.kind }
    var next: Token { parser.next }
    var previousUpper: Int { parser.previousUpper }
    var word: String? { parser.word }

    func text(_ token: Token) -> String { parser.text(token) }
    func at(_ keyword: String) -> Bool { parser.at(keyword) }
    func isWord(_ keyword: String, _ token: Token) -> Bool { parser.isWord(keyword, token) }
    func startsValue(_ token: Token) -> Bool { parser.startsValue(token) }
    func range(from lower: Int) -> SourceRange { parser.range(from: lower) }

    func advance() { parser.advance() }
    func advanceAcrossLines() { parser.advanceAcrossLines() }

    func report(_ message: SyntaxMessage, at range: SourceRange) { parser.report(message, at: range) }
    func fail(_ message: SyntaxMessage) { parser.fail(message) }
    func fail(_ message: SyntaxMessage, at range: SourceRange) { parser.fail(message, at: range) }
    func describe(_ token: Token) -> String { parser.describe(token) }
    func missing() -> ExpressionSyntax { parser.missing() }
    func expects(_ expectation: @autoclosure () -> Expectation) { parser.expects(expectation()) }
    func demands(_ expectation: @autoclosure () -> Expectation) { parser.demands(expectation()) }
}
