public import TMSSemantics
public import TMSSyntax

/// Answers what an editor asks about a text: colours, completion, hover texts, symbols, corrected lines. Knows no editor;
/// every answer is a value whose places are UTF-8 offsets.
///
/// The shell asks about the statement being typed; what earlier lines left is handed in.
public struct LanguageService {
    public let vocabulary: Vocabulary
    /// The names of the session's variables and definitions, asked anew each time.
    let variables: () -> [String]
    let definitions: () -> [String: DefineSyntax]
    let surroundings: Surroundings
    /// Whether a word is also found by its parts, where none begins with what is typed.
    var findsParts = true
    let check: (SourceFile) -> CheckedProgram
    let unknownNames: (ParseResult) -> [SourceRange]

    /// - Parameters:
    ///   - check: how a text is checked; without it as a script that stands alone and sees no file.
    ///   - unknownNames: which words of a text name nothing; without it as in such a script.
    public init(
        vocabulary: Vocabulary, variables: @escaping () -> [String] = { [] },
        definitions: @escaping () -> [String: DefineSyntax] = { [:] }, surroundings: Surroundings = Surroundings(),
        check: ((SourceFile) -> CheckedProgram)? = nil, unknownNames: ((ParseResult) -> [SourceRange])? = nil
    ) {
        self.vocabulary = vocabulary
        self.variables = variables
        self.definitions = definitions
        self.surroundings = surroundings
        self.unknownNames =
            unknownNames
            ?? { TMSSemantics.unknownNames(in: $0, vocabulary: vocabulary, context: StandaloneContext()) }
        self.check =
            check
            ?? { file in
                TMSSemantics.check(
                    parse(file, vocabulary: vocabulary), vocabulary: vocabulary, context: StandaloneContext())
            }
    }

    /// A text to ask about; what is asked first is worked out first.
    public func document(_ file: SourceFile) -> LanguageDocument { LanguageDocument(file, service: self) }

    /// The coloured words of a text. Reads the text and checks nothing, so that it is quick enough for every key.
    public func semanticTokens(in text: String) -> [SemanticToken] {
        document(SourceFile(name: "line", text: text)).semanticTokens
    }

    /// How many blocks are open where the statement must go on; `nil` where the text is a whole statement, right or wrong.
    public func openBlocks(in text: String) -> Int? {
        let document = document(SourceFile(name: "line", text: text))
        guard document.parsed.isIncomplete else { return nil }
        return document.file.lexicalTokens.tokens.reduce(0) { depth, token in
            switch token.kind {
            case .leftBrace: depth + 1
            case .rightBrace: max(depth - 1, 0)
            default: depth
            }
        }
    }
}

/// A script that stands alone: no file can be read, and every literal may be right.
private struct StandaloneContext: CheckContext {
    var variables: Set<String> { [] }
    var definitions: [String: Definition] { [:] }
    var isInteractive: Bool { false }
    func library(_ path: String, relativeTo file: SourceFile) -> SourceFile? { nil }
    func header(of question: FileQuestion, relativeTo file: SourceFile) -> [String]? { nil }
    func validate(_ literal: String, as kind: ValueKind) -> LiteralVerdict { .valid }
}
