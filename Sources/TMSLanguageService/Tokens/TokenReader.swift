import TMSSyntax

/// The coloured words of a text: what the tree says of them, and for those it does not hold what the lexer says.
struct TokenReader {
    private let file: SourceFile
    private let tokens: ContiguousArray<Token>
    private let comments: [SourceRange]
    private let canvas: RoleCanvas
    let commands: [RoleWalk.Command]
    /// Where the errors of the parser begin.
    private let mistakes: Set<Int>

    init(_ parsed: ParseResult, vocabulary: Vocabulary, definitions: [String: DefineSyntax]) {
        file = parsed.program.file
        (tokens, comments) = file.lexicalTokens
        let known = definitions.merging(parsed.program.definitions) { _, own in own }
        var walk = RoleWalk(parsed, tokens: tokens, vocabulary: vocabulary, definitions: known)
        walk.walk(parsed.program.statements)
        canvas = walk.canvas
        commands = walk.commands
        mistakes = Set(
            parsed.diagnostics.lazy.filter { $0.severity == .error }.compactMap { $0.location?.range.lower })
    }

    /// In order, and none over another.
    func semanticTokens() -> [SemanticToken] {
        var result: [SemanticToken] = []
        result.reserveCapacity(tokens.count + comments.count)
        var place = 0
        for token in tokens {
            while place < comments.count, comments[place].lower < token.lower {
                result.append(SemanticToken(range: comments[place], role: .comment))
                place += 1
            }
            append(token, to: &result)
        }
        result += comments[place...].map { SemanticToken(range: $0, role: .comment) }
        return result
    }

    private func append(_ token: Token, to result: inout [SemanticToken]) {
        guard token.lower < token.upper else { return }
        let role: TokenRole
        switch token.kind {
        case .string, .literalString, .stringOpen, .stringText, .stringClose: role = .string
        case .bad: role = file.isUnclosedString(token) ? .string : .unknown
        case .word, .variable:
            let runs = canvas.runs(in: token.range)
            if !runs.isEmpty {
                result += runs
                return
            }
            let text = file.slice(token.range)
            role = token.kind == .variable ? .variable(String(text.dropFirst())) : self.role(of: text, token)
        // Marks mean the same everywhere and need no colour.
        case .fillOpen, .fillClose, .leftParen, .rightParen, .leftBracket, .rightBracket, .leftBrace, .rightBrace,
            .comma, .pipe, .semicolon, .newline, .assign, .equal, .notEqual, .less, .lessOrEqual, .greater,
            .greaterOrEqual, .star, .percent, .question, .doubleQuestion, .end:
            return
        }
        result.append(SemanticToken(range: token.range, role: role))
    }

    /// A word that no leaf of the tree holds is one of the language, or one that the parser had to skip.
    private func role(of text: String, _ token: Token) -> TokenRole {
        let word = text.lowercased()
        if let statement = StatementWord(rawValue: word), statement.isPartner || statement == .if {
            return .statement(statement)
        }
        if Self.words.contains(word) { return .word }
        return mistakes.contains(token.lower) ? .unknown : .text
    }

    private static let words: Set<String> = Set(
        InnerWord.operators + InnerWord.constants + InnerWord.statements + InnerWord.stages + InnerWord.sources
            + InnerWord.files + InnerWord.dates + InnerWord.units + LimitUnit.words
            + ChartKind.allCases.map(\.rawValue) + StatementWord.allCases.map(\.rawValue)
            + StageWord.allCases.map(\.rawValue))
}

extension ProgramSyntax {
    /// The definitions at the top of the text, the first of each name.
    var definitions: [String: DefineSyntax] {
        var found: [String: DefineSyntax] = [:]
        for statement in statements {
            if case .define(let definition) = statement.kind, found[definition.name.name] == nil {
                found[definition.name.name] = definition
            }
        }
        return found
    }
}
