/// Every verb and every kind of record the language can name, as plain data.
///
/// The parser, the checker, completion and help read the same value; none of them knows a verb by name.
public struct Vocabulary: Sendable {
    public let verbs: [Signature]
    public let schemas: [Schema]
    /// What rows call the parcel they are about.
    public let parcelNames: ParcelNames
    /// Words that people type for what tms calls otherwise.
    public let otherWords: OtherWords
    /// The kinds that a word is a known value of: `us` of a country, `de` of a country and a language.
    public let meanings: @Sendable (_ word: String) -> [ValueKind]
    /// How a word of a kind is written: `USPS` is `usps`; `nil` where it is none of its tables.
    public let normalForm: @Sendable (_ word: String, _ kind: ValueKind) -> String?
    /// The tracking numbers in a text, each as it is written alone: a link, a sentence, a number in groups.
    public let numbers: @Sendable (_ text: String) -> [String]
    /// Whether a word is near one of its kind.
    public let isNearly: @Sendable (_ word: String, _ kind: ValueKind) -> Bool
    /// What a number alone on a line means: the verb `show`.
    public let bareNumberVerb: VerbID?
    /// What rows without a source are taken from: the verb `list`.
    public let listingVerb: VerbID?
    private let byFirstWord: [String: [Int]]

    public init(
        verbs: [Signature], schemas: [Schema], parcelNames: ParcelNames = ParcelNames(),
        otherWords: OtherWords = OtherWords(),
        meanings: @escaping @Sendable (_ word: String) -> [ValueKind] = { _ in [] },
        normalForm: @escaping @Sendable (_ word: String, _ kind: ValueKind) -> String? = { _, _ in nil },
        numbers: @escaping @Sendable (_ text: String) -> [String] = { _ in [] },
        isNearly: @escaping @Sendable (_ word: String, _ kind: ValueKind) -> Bool = { _, _ in false }
    ) {
        self.verbs = verbs
        self.schemas = schemas
        self.parcelNames = parcelNames
        self.otherWords = otherWords
        self.meanings = meanings
        self.normalForm = normalForm
        self.numbers = numbers
        self.isNearly = isNearly
        listingVerb = verbs.firstIndex { $0.words == ["list"] }.map(VerbID.init)
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

    /// Whether a word is a carrier of the tables, or so near one that it was likely meant.
    func isNearlyCarrier(_ word: String) -> Bool {
        meanings(word.lowercased()).contains(.carrier) || isNearly(word, .carrier)
    }

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
    /// The calls of the API that it may make, where the line says which by a method and a path; nil for all other verbs.
    public var byHand: [CallByHand]?
    /// What it takes from the quota for each thing it is given; 0 where that is not fixed.
    public var price: Int
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
    /// What help says of the calls it makes: `POST /trackings/post · quota: 1 for each that is accepted`.
    public var request: String?
    public var summary: String
    public var examples: [String]
    /// Of a verb that asks first: how it is taken back all the same.
    public var wayBack: String?
    /// Verbs that help names beside it.
    public var related: [String]

    public init(
        words: [String], subjects: [Slot] = [], clauses: [Clause] = [], effect: Effect = .none,
        byHand: [CallByHand]? = nil, price: Int = 0, isIrreversible: Bool = false, isAccountWide: Bool = false,
        returns: String? = nil,
        returnsRows: Bool = false,
        takesFile: Bool = false, isShellOnly: Bool = false, calls: CallShape? = nil, request: String? = nil,
        summary: String, examples: [String] = [], wayBack: String? = nil, related: [String] = []
    ) {
        self.words = words
        self.subjects = subjects
        self.clauses = clauses
        self.effect = effect
        self.byHand = byHand
        self.price = price
        self.isIrreversible = isIrreversible
        self.isAccountWide = isAccountWide
        self.returns = returns
        self.returnsRows = returnsRows
        self.takesFile = takesFile
        self.isShellOnly = isShellOnly
        self.calls = calls
        self.request = request
        self.summary = summary
        self.examples = examples
        self.wayBack = wayBack
        self.related = related
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

/// The names under which rows say which parcel they are about, those that the service gives before those of people.
public struct ParcelNames: Sendable {
    /// The service's own name for the parcel.
    public var id: String
    public var number: [String]
    public var carrier: [String]

    public init(id: String = "id", number: [String] = ["number"], carrier: [String] = ["via", "carrier"]) {
        self.id = id
        self.number = number
        self.carrier = carrier
    }
}
