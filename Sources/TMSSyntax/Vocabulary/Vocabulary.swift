/// Every verb and every kind of record the language can name, as plain data.
///
/// The parser, the checker, completion and help read the same value; none of them knows a verb by name.
public struct Vocabulary: Sendable {
    public let verbs: [Signature]
    public let schemas: [Schema]
    /// Words that people type for a verb that is called otherwise: `get` for `show`.
    public let nearMisses: [String: String]
    /// The kinds that a word is a known value of: `us` of a country, `de` of a country and a language.
    public let meanings: @Sendable (_ word: String) -> [ValueKind]
    /// What a number alone on a line means: the verb `show`.
    public let bareNumberVerb: VerbID?
    private let byFirstWord: [String: [Int]]

    public init(
        verbs: [Signature], schemas: [Schema], nearMisses: [String: String] = [:],
        meanings: @escaping @Sendable (_ word: String) -> [ValueKind] = { _ in [] }
    ) {
        self.verbs = verbs
        self.schemas = schemas
        self.nearMisses = nearMisses
        self.meanings = meanings
        bareNumberVerb = verbs.firstIndex { $0.words == ["show"] }.map(VerbID.init)
        var index: [String: [Int]] = [:]
        for (position, verb) in verbs.enumerated() { index[verb.words.first ?? "", default: []].append(position) }
        // Longest first, so that `count by status` is tried before `count`.
        byFirstWord = index.mapValues { $0.sorted { verbs[$0].words.count > verbs[$1].words.count } }
    }

    /// The verbs that begin with this word (lower case), the longest first.
    public func verbs(beginningWith word: String) -> [VerbID] {
        (byFirstWord[word] ?? []).map(VerbID.init)
    }

    public subscript(id: VerbID) -> Signature { verbs[id.index] }

    public func schema(named name: String) -> Schema? { schemas.first { $0.name == name } }
}

/// The place of a verb in `Vocabulary.verbs`.
public struct VerbID: Sendable, Hashable {
    public let index: Int
    public init(_ index: Int) { self.index = index }
}

/// One line a person can write: its verb, its subject, its clauses.
public struct Signature: Sendable {
    /// What running it does to the account, the worst case.
    public enum Effect: String, Sendable { case none, read, create, update, delete }

    /// `["track"]`, `["count", "by", "status"]`; lower case.
    public var words: [String]
    /// What follows the verb without a label, in order: a number, rows, a country and a postcode.
    public var subjects: [Slot]
    public var clauses: [Clause]
    public var effect: Effect
    /// The first word behind the verb with which it only reads: `get` of `call get "/carriers"`.
    public var readingWord: String?
    /// Cannot be taken back: asks first, or needs `--yes`.
    public var isIrreversible: Bool
    /// Reads the whole account (`list`, `account`), so it waits for writes before it.
    public var isAccountWide: Bool
    /// The name of the schema of the rows it answers with; `nil` for no rows.
    public var returns: String?
    /// Answers with many rows, page by page, rather than one record.
    public var returnsRows: Bool
    /// Accepts `from "file" LABEL=column …` in place of its subject.
    public var takesFile: Bool
    /// Refused in a script: only a person at the shell has rows on a screen or a session to leave.
    public var isShellOnly: Bool
    /// How it goes to the service; `nil` for a verb that calls nobody.
    public var calls: CallShape?
    public var summary: String
    public var examples: [String]

    public init(
        words: [String], subjects: [Slot] = [], clauses: [Clause] = [], effect: Effect = .none,
        readingWord: String? = nil, isIrreversible: Bool = false, isAccountWide: Bool = false, returns: String? = nil,
        returnsRows: Bool = false,
        takesFile: Bool = false, isShellOnly: Bool = false, calls: CallShape? = nil, summary: String,
        examples: [String] = []
    ) {
        self.words = words
        self.subjects = subjects
        self.clauses = clauses
        self.effect = effect
        self.readingWord = readingWord
        self.isIrreversible = isIrreversible
        self.isAccountWide = isAccountWide
        self.returns = returns
        self.returnsRows = returnsRows
        self.takesFile = takesFile
        self.isShellOnly = isShellOnly
        self.calls = calls
        self.summary = summary
        self.examples = examples
    }

    public var name: String { words.joined(separator: " ") }
}

/// A place for a value: what may stand there and whether it must.
public struct Slot: Sendable {
    /// Its name in help: `NUMBER`, `COUNTRY`.
    public var name: String
    public var kind: ValueKind
    public var isRequired: Bool
    /// Takes a comma list, a list value, or rows.
    public var isList: Bool
    public var summary: String

    public init(_ name: String, _ kind: ValueKind, isRequired: Bool = true, isList: Bool = false, _ summary: String) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        self.isList = isList
        self.summary = summary
    }
}

/// A labelled value (`via 4px`, `created last 7 days`) or a lone word (`exact`, `delivered`).
public struct Clause: Sendable {
    /// Lower case: `via`.
    public var label: String
    /// `nil` for a flag: a word that takes no value.
    public var kind: ValueKind?
    public var isRequired: Bool
    public var isList: Bool
    /// At most one clause of a group may be given: `delivered|exception|restored`, `archived|unarchived`.
    /// A required group needs exactly one.
    public var group: String?
    /// How many of its values one call takes; `nil` for any number.
    public var perCall: Int?
    /// The service does not take it: it sifts the rows of the answer.
    public var isSifting: Bool
    public var summary: String

    public init(
        _ label: String, _ kind: ValueKind?, isRequired: Bool = false, isList: Bool = false, group: String? = nil,
        perCall: Int? = nil, isSifting: Bool = false, _ summary: String
    ) {
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.isList = isList
        self.group = group
        self.perCall = perCall
        self.isSifting = isSifting
        self.summary = summary
    }

    public var isFlag: Bool { kind == nil }
}

/// What a slot asks for. The parser uses it to read dates and ranges; the checker to judge literals.
public enum ValueKind: Sendable, Hashable {
    /// A tracking number, or rows and records that carry one.
    case parcel
    case trackingNumber, carrier, country, status, language
    case text, email, phone, number, boolean
    case date, dateRange, duration
    case path, record, any
    /// One of these words.
    case choice([String])
}
