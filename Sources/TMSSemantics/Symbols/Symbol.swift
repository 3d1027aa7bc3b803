public import TMSSyntax

/// A name of a text, with the place that declares it and those that use it.
public struct Symbol: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// `let late = …`
        case variable
        /// `for p, i in …`
        case loopVariable
        /// `param days = 10`
        case parameter
        /// `define late(…)`
        case definition
        /// The parameter of a definition.
        case definitionParameter
        /// `$it`, `$error`, `$failures`, `$last`, and what earlier lines of the shell left.
        case given
    }

    public let name: String
    public let kind: Kind
    /// The file that declares it: for a definition perhaps a library.
    public let file: SourceFile
    /// The name where it is declared; `nil` where no text declares it.
    public let declaration: SourceRange?
    /// Where the checked file uses it, in order, the declaration not included. Variables stand with their mark: `$late`.
    public let references: [SourceRange]
    public let type: SymbolType
    /// How many loops stand around the declaration.
    public let loopDepth: Int
}

/// What is certain of a value before the program runs.
public struct SymbolType: Sendable {
    /// "a number", "a parcel", "rows, each a parcel"; "a value" where nothing is certain.
    public let phrase: String
    /// The name of the schema of the record, or of the rows.
    public let schema: String?
    /// The fields that it has itself; none for rows.
    public let fields: [Member]

    /// A field of a record.
    public struct Member: Sendable {
        public let name: String
        public let phrase: String
        /// Empty where the field is one that a stage has made.
        public let summary: String
    }

    static let unknown = SymbolType(.unknown)

    init(_ type: StaticType) {
        switch type {
        case .record(let row), .oneOrMany(let row):
            self.init(row.isNamed ? row.name : type.phrase, row.schema, row.members)
        case .list(.record(let row)):
            self.init(row.isNamed ? "rows, each \(row.name)" : type.phrase, row.schema, [])
        case .unknown, .empty, .boolean, .number, .text, .date, .duration, .list:
            self.init(type.phrase, nil, [])
        }
    }

    private init(_ phrase: String, _ schema: String?, _ fields: [Member]) {
        self.phrase = phrase
        self.schema = schema
        self.fields = fields
    }
}

extension RowType {
    /// Whether a message says more than "this row" of it.
    fileprivate var isNamed: Bool { schema != nil || !isOpen }

    fileprivate var members: [SymbolType.Member] {
        names.compactMap { name in
            guard case .field(let type) = lookup(name) else { return nil }
            return SymbolType.Member(
                name: name, phrase: type.phrase, summary: declaration(of: name)?.summary ?? "")
        }
    }
}
