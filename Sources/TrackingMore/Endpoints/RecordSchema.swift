/// The fields a record of an answer may have. Fields it does not name are kept all the same.
public struct RecordSchema: Sendable, Equatable {
    public let name: String
    public let fields: [RecordField]
    /// Fields that no answer has: they are worked out of the others. Their wire name is their own.
    public let derived: [RecordField]

    public init(_ name: String, _ fields: [RecordField], derived: [RecordField] = []) {
        self.name = name
        self.fields = fields
        self.derived = derived
    }

    /// Finds a field of an answer by its wire name or its friendly one.
    public func field(_ name: String) -> RecordField? {
        fields.first { $0.wire == name } ?? fields.first { $0.friendly == name }
    }
}

/// One field of a record.
public struct RecordField: Sendable, Equatable {
    public let wire: String
    /// What people call it; the wire name where nothing better is known.
    public let friendly: String
    public let kind: Kind
    public let doc: String
    /// Every record of the kind has it.
    public let isAlwaysSet: Bool

    public init(
        _ wire: String, _ friendly: String? = nil, _ kind: Kind, _ doc: String, always isAlwaysSet: Bool = false
    ) {
        self.wire = wire
        self.friendly = friendly ?? wire
        self.kind = kind
        self.doc = doc
        self.isAlwaysSet = isAlwaysSet
    }
}

/// What a call answers: the schema of one row, and where the rows are inside `data`.
public struct Returns: Sendable {
    public let schema: RecordSchema
    public let rows: Rows
    /// The meta code that only says there are none.
    public let empty: Int?

    public enum Rows: Sendable, Equatable {
        /// `data` itself is the one row.
        case data
        /// `data` is an array of rows.
        case array
        /// An array member of `data`.
        case member(String)
        /// `data` is an object; each member's value is a row and its key belongs into this field of the row.
        case map(key: String)
        /// `data` holds nothing of use.
        case nothing
    }

    public init(_ schema: RecordSchema, _ rows: Rows = .data, empty: Int? = nil) {
        self.schema = schema
        self.rows = rows
        self.empty = empty
    }
}
