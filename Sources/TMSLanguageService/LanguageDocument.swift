public import TMSSemantics
public import TMSSyntax

/// One state of a text with what is known of it. Each analysis is made once, when it is first asked for; a changed text is
/// a new document.
public final class LanguageDocument {
    public let file: SourceFile
    let service: LanguageService

    /// The tree, and what the parser says.
    public private(set) lazy var parsed = parse(file, vocabulary: service.vocabulary)
    /// The checked tree, with every diagnostic.
    public private(set) lazy var checked = service.check(file)
    /// The coloured words, in order, none over another.
    public private(set) lazy var semanticTokens = reader.semanticTokens()

    private(set) lazy var reader = TokenReader(
        parsed, vocabulary: service.vocabulary, definitions: service.definitions())

    init(_ file: SourceFile, service: LanguageService) {
        self.file = file
        self.service = service
    }

    /// The coloured word at a place; the place just behind a word belongs to the word.
    public func semanticToken(at offset: Int) -> SemanticToken? {
        let tokens = semanticTokens
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].range.lower <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0, case let token = tokens[low - 1], offset <= token.range.upper else { return nil }
        return token
    }
}

// Symbols and corrections.
extension LanguageDocument {
    /// The name at a place, with its declaration and its uses.
    public func symbol(at offset: Int) -> Symbol? { checked.symbols.symbol(at: offset) }

    /// Where the name at a place is declared; `nil` where no text declares it.
    public func definition(at offset: Int) -> SourceLocation? {
        symbol(at: offset).flatMap { symbol in symbol.declaration.map { SourceLocation(symbol.file, $0) } }
    }

    /// Every place of this text that holds the name at a place, its declaration first where that is in this text.
    public func references(at offset: Int) -> [SourceRange] { symbol(at: offset)?.ranges(in: file) ?? [] }

    /// The lines that were meant, in the order of the mistakes. Each has been read and checked without an error in it.
    public var repairs: [LineRepair] {
        checked.diagnostics.flatMap { diagnostic in
            diagnostic.fixIts.compactMap { fixIt -> LineRepair? in
                guard diagnostic.location?.file === file, let range = diagnostic.location?.range,
                    let line = fixIt.correctedText(in: file)
                else { return nil }
                return LineRepair(
                    mistake: range, message: fixIt.message, edits: fixIt.edits, correctedLine: line,
                    isSafe: fixIt.isSafe)
            }
        }
    }
}

/// A corrected line for a mistaken one.
public struct LineRepair: Sendable, Equatable {
    /// The words that are wrong.
    public let mistake: SourceRange
    /// What is done: "did you mean `via`?".
    public let message: String
    public let edits: [Diagnostic.Edit]
    /// The line, or lines, that the edits touch, as they read then; without the last newline.
    public let correctedLine: String
    /// Whether it may be applied unasked.
    public let isSafe: Bool
}
