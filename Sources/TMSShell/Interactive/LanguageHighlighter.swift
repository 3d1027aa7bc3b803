public import LineEditor
public import TMSSyntax

/// Colours a line as it is typed: verbs, labels, strings, variables, comments.
public struct LanguageHighlighter: Highlighter {
    private let verbs: Set<String>
    private let labels: Set<String>

    public init(_ vocabulary: Vocabulary) {
        verbs = Set(
            vocabulary.verbs.compactMap(\.words.first) + StatementWord.allCases.map(\.rawValue)
                + StageWord.allCases.map(\.rawValue) + InnerWord.sources)
        labels = Set(
            vocabulary.verbs.flatMap { $0.clauses.map(\.label) } + InnerWord.operators + InnerWord.constants
                + InnerWord.statements + InnerWord.stages
                + StatementWord.allCases.filter(\.isPartner).map(\.rawValue))
    }

    public func highlight(_ text: String) -> [StyledRun] {
        var isBeginning = true
        return LineScan(text).pieces.compactMap { piece in
            defer { isBeginning = piece.kind == .separator || ["=", "in"].contains(piece.text) }
            return style(piece, isBeginning).map { StyledRun(piece.range, $0) }
        }
    }

    private func style(_ piece: LineScan.Piece, _ isBeginning: Bool) -> Style? {
        switch piece.kind {
        case .string: Style(.green)
        case .variable: Style(.magenta)
        case .comment: .dim
        case .word where isBeginning && verbs.contains(piece.text.lowercased()): Style(.cyan, .bold)
        case .word where labels.contains(piece.text.lowercased()): Style(.blue)
        default: nil
        }
    }
}
