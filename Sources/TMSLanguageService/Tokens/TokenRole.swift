public import TMSSyntax

/// What a word of a text is there, with what it names: colours and hover texts are made of it.
public enum TokenRole: Sendable, Equatable {
    /// The words of a verb, with what the line does to the account at the worst.
    case verb(VerbID, LineEffect)
    /// The name of a definition, where it is declared or called.
    case definition(String)
    /// A word that begins a statement, or goes on with one: `for`, `else`.
    case statement(StatementWord)
    /// A word that begins a stage.
    case stage(StageWord)
    /// The label of a clause, by the place of the clause in the signature.
    case clause(VerbID, Int)
    case fileClause(FileClause)
    /// Any other word of the language: `in`, `is`, `by`, `open`.
    case word
    case number, date, duration, string, constant
    /// A value of a slot or clause, or beside a field, of this kind.
    case value(ValueKind)
    /// A tracking number whose check digit does not fit.
    case doubtful(ValueKind)
    /// A bare word that is text.
    case text
    /// The form of output behind `as`.
    case format(OutputFormat)
    /// The kind of a parameter, behind a colon.
    case kind(ParameterKind)
    /// A field, of rows of this schema where that is known.
    case field(String, of: String?)
    case function(String)
    /// A variable without its mark, `those`, `@3`.
    case variable(String)
    case comment
    /// A word that is not known where it stands.
    case unknown
}

/// The sorts of words that an editor tells apart.
public enum TokenClass: String, Sendable, CaseIterable {
    /// A verb that changes nothing, one that writes, one whose work cannot be undone.
    case readingVerb, writingVerb, irreversibleVerb
    case definition, statement, stage
    /// The label of a clause, and words inside of statements, stages and conditions.
    case label
    case number, carrier, country, status, language, date, duration, string, constant, text
    case variable, field, function, kind, comment, doubtful, unknown
}

extension TokenRole {
    public var tokenClass: TokenClass {
        switch self {
        case .verb(_, let effect):
            if effect.isIrreversible { return .irreversibleVerb }
            switch effect.effect {
            case .none, .read: return .readingVerb
            case .create, .update, .delete: return .writingVerb
            }
        case .definition: return .definition
        case .statement: return .statement
        case .stage: return .stage
        case .clause, .fileClause, .word: return .label
        case .number: return .number
        case .date: return .date
        case .duration: return .duration
        case .string: return .string
        case .constant, .format: return .constant
        case .value(let kind): return kind.tokenClass
        case .doubtful: return .doubtful
        case .text: return .text
        case .kind: return .kind
        case .field: return .field
        case .function: return .function
        case .variable: return .variable
        case .comment: return .comment
        case .unknown: return .unknown
        }
    }
}

extension ValueKind {
    fileprivate var tokenClass: TokenClass {
        switch self {
        case .parcel, .trackingNumber: .number
        case .carrier: .carrier
        case .country: .country
        case .status: .status
        case .language: .language
        default:
            switch form {
            case .number: .number
            case .date, .dateRange: .date
            case .duration: .duration
            case .code, .boolean, .choice: .constant
            case .text, .identifier, .record, .list, .any: .text
            }
        }
    }
}

/// A stretch of a text that is one thing.
public struct SemanticToken: Sendable, Equatable {
    public let range: SourceRange
    public let role: TokenRole

    public var tokenClass: TokenClass { role.tokenClass }
}
