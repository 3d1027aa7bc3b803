/// A kind of record: the fields a parcel has, a carrier has, the account has.
public struct Schema: Sendable {
    /// `parcel`, `carrier`, `account`.
    public var name: String
    public var fields: [Field]
    /// Whether a row may carry fields that are not listed, so that an unknown name is no mistake.
    public var isOpen: Bool

    public init(name: String, fields: [Field], isOpen: Bool = false) {
        self.name = name
        self.fields = fields
        self.isOpen = isOpen
    }

    /// The field people call `name`, by its friendly or its wire name.
    public func field(named name: String) -> Field? {
        fields.first { $0.name == name || $0.wireName == name || $0.aliases.contains(name) }
    }
}

/// One field of a kind of record.
public struct Field: Sendable, Hashable {
    /// What people call it: `via`.
    public var name: String
    /// What the API calls it: `carrier_code`; `nil` for a field computed here (`silent`).
    public var wireName: String?
    public var aliases: [String]
    /// What its values are, which decides how they compare and how a literal beside them is read.
    public var kind: ValueKind
    public var summary: String
    /// The records it holds; `nil` where it holds values, or records of which nothing is known.
    public var records: InnerRecords?
    /// Read off a clock at the place of the event, which names no zone: exact to the day at best.
    public var isLocalTime = false
    /// Every record of the kind has it, so that it is never empty.
    public var isAlwaysSet = false
    /// Fields of the wire that it is worked out of where a row lacks its own.
    public var sources: [String] = []

    public init(_ name: String, _ wireName: String?, aliases: [String] = [], _ kind: ValueKind, _ summary: String) {
        self.name = name
        self.wireName = wireName
        self.aliases = aliases
        self.kind = kind
        self.summary = summary
    }

    /// What people call it first, then the wire's name where that is another, then the others.
    public var names: [String] { [name] + (wireName == name ? [] : wireName.map { [$0] } ?? []) + aliases }
}

/// The records that a field holds.
public struct InnerRecords: Sendable, Hashable {
    public enum Form: Sendable, Hashable {
        case one, list
        /// A record whose every member is one, under a name of its own: flights by number.
        case byKey
    }
    /// The name of their schema in the vocabulary.
    public let schema: String
    public let form: Form

    public init(schema: String, form: Form) {
        self.schema = schema
        self.form = form
    }
}
