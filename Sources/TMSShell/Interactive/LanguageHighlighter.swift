public import LineEditor
public import TMSLanguageService
import TMSSyntax

/// Colours a line as it is typed: a verb that only reads, one that writes and one that cannot be undone look different.
public struct LanguageHighlighter: Highlighter {
    private let service: LanguageService

    public init(_ service: LanguageService) { self.service = service }

    public func highlight(_ text: String, cursor: Int?) -> [StyledRun] {
        let runs = service.checkedTokens(in: text).compactMap { token in
            token.tokenClass.style.map { StyledRun(token.range.lower..<token.range.upper, $0) }
        }
        let pair = cursor.map { service.brackets(in: text, at: $0) } ?? []
        guard !pair.isEmpty else { return runs }
        let marks = pair.map { StyledRun($0.lower..<$0.upper, Style(attributes: [.bold, .underline])) }
        return (runs + marks).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

extension TokenClass {
    /// `nil` for the terminal's own look.
    fileprivate var style: Style? {
        switch self {
        case .readingVerb, .definition, .statement, .stage: Style(.cyan, .bold)
        case .writingVerb: Style(.yellow, .bold)
        case .irreversibleVerb: Style(.red, .bold)
        case .label, .kind: Style(.blue)
        case .function: Style(.cyan)
        case .string, .carrier, .country, .status, .language: Style(.green)
        case .variable: Style(.magenta)
        case .comment: .dim
        case .doubtful: Style(.yellow, .underline)
        case .unknown: Style(.red, .underline)
        case .number, .date, .duration, .constant, .text, .field: nil
        }
    }
}
