/// One thing a call is told: how people say it, and which field of the request carries it.
public struct Parameter: Sendable {
    public let role: Role
    /// The name on the wire; a range of dates also has the two names of its kind.
    public let field: String
    public let kind: Kind
    /// A sentence.
    public let doc: String
    public private(set) var need: Need
    /// Set where it is not the place the method implies.
    public private(set) var place: Place?
    /// Carriers that do not find a parcel without it.
    public private(set) var neededBy: [String]
    /// Whether its codes go in capitals, as the service's samples have them.
    public private(set) var isInCapitals = false

    public enum Role: Sendable, Equatable {
        /// What the verb is about; stands right after it.
        case subject
        /// A label and a value: `via 4px`.
        case clause(String)
        /// One of the kind's words standing alone: `exact`, `archived`.
        case flag
        /// A value without a label after the subject: `mark N delivered`.
        case argument
        /// Has no word; sent by a line's preset or by the program.
        case hidden
    }

    public enum Need: Sendable {
        case required
        case optional
        /// Required on the wire, and worked out where the writer leaves it out: the carrier.
        case guessed
    }

    /// Where in the request it goes.
    public enum Place: Sendable {
        case path, query, body, header
        /// Nowhere: it selects among the rows of the answer.
        case local
    }
}

extension Parameter {
    public static func subject(_ field: String, _ kind: Kind, _ doc: String) -> Parameter {
        Parameter(.subject, field, kind, doc)
    }

    public static func clause(_ word: String, _ field: String, _ kind: Kind, _ doc: String) -> Parameter {
        Parameter(.clause(word), field, kind, doc)
    }

    public static func flag(_ field: String, _ choices: [Choice], _ doc: String) -> Parameter {
        Parameter(.flag, field, .choice(choices), doc).optional
    }

    public static func argument(_ field: String, _ kind: Kind, _ doc: String) -> Parameter {
        Parameter(.argument, field, kind, doc)
    }

    public static func hidden(_ field: String, _ kind: Kind, _ doc: String) -> Parameter {
        Parameter(.hidden, field, kind, doc).optional
    }

    public var optional: Parameter { changed { $0.need = .optional } }
    public var required: Parameter { changed { $0.need = .required } }
    public var guessed: Parameter { changed { $0.need = .guessed } }
    public func at(_ place: Place) -> Parameter { changed { $0.place = place } }
    public func neededBy(_ carriers: String...) -> Parameter { changed { $0.neededBy = carriers } }

    public var inCapitals: Parameter { changed { $0.isInCapitals = true } }

    /// The label, if it is a clause.
    public var word: String? {
        if case .clause(let word) = role { word } else { nil }
    }

    /// Every word that stands for it in a line: its label, or the words of a flag.
    public var words: [String] {
        switch role {
        case .clause(let word): [word]
        case .flag: kind.choices.map(\.word)
        case .subject, .argument, .hidden: []
        }
    }

    /// The wire fields it fills: one, or the two ends of a range.
    public var fields: [String] {
        if case .dateRange(let min, let max) = kind { [min, max] } else { [field] }
    }

    /// Whether a request without it is refused.
    public var isRequired: Bool { need != .optional }

    /// Whether a line may leave it out.
    public var mayBeLeftOut: Bool { need != .required }

    private init(_ role: Role, _ field: String, _ kind: Kind, _ doc: String) {
        self.role = role
        self.field = field
        self.kind = kind
        self.doc = doc
        need = .required
        place = nil
        neededBy = []
    }

    private func changed(_ change: (inout Parameter) -> Void) -> Parameter {
        var copy = self
        change(&copy)
        return copy
    }
}
