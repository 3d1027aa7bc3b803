public import TMSSyntax

/// The keys of a record and what they mean: made once for all records of an answer or a file.
///
/// Its identity is what a field instruction caches on, so make one per source, not one per row.
public final class Shape: Sendable {
    /// As they came from the wire or the file, in order.
    public let keys: [String]
    /// What kind of record this is, for friendly names and computed fields; `nil` for records made in a script.
    public let kind: RecordKind?
    /// The file whose records it describes, for rows that keep the line they stood on.
    public let file: DataFile?
    /// The keys that a `join` has added.
    public let joined: [String]
    /// The script has written the records: what one of them lacks it has left out on purpose.
    let isWritten: Bool
    /// What a stage has taken from it.
    let narrowing: Narrowing?
    /// Other names of keys that the kind does not know: those of the rows that were joined.
    let aliases: [String: String]
    private let slots: [String: Int]

    public convenience init(keys: [String], kind: RecordKind? = nil, file: DataFile? = nil) {
        self.init(keys: keys, kind: kind, file: file, joined: [], narrowing: nil, aliases: [:])
    }

    /// Of records that are written out: `[country: jp]`.
    convenience init(written keys: [String]) {
        self.init(keys: keys, kind: nil, file: nil, joined: [], narrowing: nil, aliases: [:], isWritten: true)
    }

    init(
        keys: [String], kind: RecordKind?, file: DataFile?, joined: [String], narrowing: Narrowing?,
        aliases: [String: String], isWritten: Bool = false
    ) {
        self.keys = keys
        self.kind = kind
        self.file = file
        self.joined = joined
        self.narrowing = narrowing
        self.aliases = aliases
        self.isWritten = isWritten
        slots = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The service sent the records: their words are the API's own, as it spells them.
    public var isOfService: Bool { kind.map { !$0.isOfFile } ?? false }

    /// The first of its keys that is one of these words but for capitals.
    public func key(ignoringCase words: [String]) -> String? {
        for word in words {
            if let key = keys.first(where: { $0.utf8.count == word.utf8.count && $0.lowercased() == word }) {
                return key
            }
        }
        return nil
    }

    /// The key under which a field stands, by any of its names; `nil` for one that is computed or absent.
    public func key(of name: String) -> String? {
        switch lookup(name) {
        case .slot(let slot), .cell(let slot, _): keys.indices.contains(slot) ? keys[slot] : nil
        case .computed, .absent: nil
        }
    }

    /// Where the value of a field is found: the key itself first, then its friendly or wire name.
    public func lookup(_ name: String) -> FieldLookup {
        if let slot = slots[name] { return found(slot, kind?.schema.field(named: name)) }
        if let alias = aliases[name], let slot = slots[alias] { return .slot(slot) }
        guard let kind else { return .absent }
        if let compute = computed(name, of: kind) { return .computed(compute) }
        guard let field = kind.schema.field(named: name) else { return .absent }
        for candidate in [field.wireName, field.name].compactMap({ $0 }) + field.aliases {
            guard let slot = slots[candidate] else { continue }
            if name != candidate, let read = kind.shown[candidate] { return .cell(slot, read) }
            return found(slot, field)
        }
        if let compute = computed(field.name, of: kind) { return .computed(compute) }
        return .absent
    }
}

extension Shape {
    private func found(_ slot: Int, _ field: Field?) -> FieldLookup {
        guard let field, let kind, kind.isOfFile, let read = kind.reading(field) else { return .slot(slot) }
        return .cell(slot, read)
    }

    /// How a field is worked out; `nil` where a stage has taken it, or all that it is worked out of.
    private func computed(_ name: String, of kind: RecordKind) -> (@Sendable (Record, Environment) -> Value)? {
        guard let compute = kind.computed[name] else { return nil }
        return narrowing?.takes(name, of: kind.schema) ?? false ? nil : compute
    }
}

public enum FieldLookup: Sendable {
    case slot(Int)
    /// A cell of a file, which holds as text what the field is: a list, a number of days.
    case cell(Int, @Sendable (Value) -> Value)
    case computed(@Sendable (Record, Environment) -> Value)
    case absent
}

/// A schema with the rules for fields that are computed from others (`silent`, `travelling`, `to`).
public final class RecordKind: Sendable {
    public let schema: Schema
    /// By friendly name. A computed field gives way to a key of the same name in the record.
    public let computed: [String: @Sendable (Record, Environment) -> Value]
    /// The kinds of the records that its fields hold, by wire name.
    public let inner: [String: InnerKind]
    /// How fields are read under their friendly names, by wire name, where people do not read what was sent. Under the
    /// wire name they are as they came.
    let shown: [String: @Sendable (Value) -> Value]
    /// Rows of a file: how the cell of a field is read, where it is not the value itself; `nil` for other kinds.
    private let cells: (@Sendable (Field) -> (@Sendable (Value) -> Value)?)?

    public init(
        schema: Schema, computed: [String: @Sendable (Record, Environment) -> Value] = [:],
        inner: [String: InnerKind] = [:], shown: [String: @Sendable (Value) -> Value] = [:],
        cells: (@Sendable (Field) -> (@Sendable (Value) -> Value)?)? = nil
    ) {
        self.schema = schema
        self.computed = computed
        self.inner = inner
        self.shown = shown
        self.cells = cells
    }

    public var isOfFile: Bool { cells != nil }

    fileprivate func reading(_ field: Field) -> (@Sendable (Value) -> Value)? { cells?(field) }
}

/// What the records in a field are.
public struct InnerKind: Sendable {
    public let kind: RecordKind
    /// The field's record holds the records, each under a name of its own.
    public let isByKey: Bool

    public init(_ kind: RecordKind, isByKey: Bool = false) {
        self.kind = kind
        self.isByKey = isByKey
    }
}

/// What the machine may know of the world without asking: injected, so that tests and the sandbox decide.
public struct Environment: Sendable {
    /// Seconds since 1970 UTC, by the account's clock.
    public var now: @Sendable () -> Int
    /// Seconds east of UTC at an instant, in the profile's zone.
    public var zoneOffset: @Sendable (Int) -> Int
    /// What people call that zone: `Europe/Berlin`.
    public var zoneName = "UTC"
    /// What `print` says is read on a terminal.
    public var printsOnTerminal = false
    /// How a text or value compares as a field of this kind: `USPS` → `usps`, `United States` → `us`.
    public var normalize: @Sendable (Value, ValueKind) -> Value
    /// The normal form of a text as a value of this kind; `nil` where it is none.
    public var read: @Sendable (String, ValueKind) -> String?
    /// The tracking numbers in a text, in the order they stand there.
    public var numbers: @Sendable (String) -> [String] = { _ in [] }
    /// What rows call the parcel they are about.
    public var parcelNames = ParcelNames()

    public init(
        now: @escaping @Sendable () -> Int, zoneOffset: @escaping @Sendable (Int) -> Int = { _ in 0 },
        normalize: @escaping @Sendable (Value, ValueKind) -> Value = { value, _ in value },
        read: @escaping @Sendable (String, ValueKind) -> String? = { text, _ in text }
    ) {
        self.now = now
        self.zoneOffset = zoneOffset
        self.normalize = normalize
        self.read = read
    }

    /// The same with a clock that runs on from a moment, in seconds since 1970.
    public func going(on moment: Int) -> Environment {
        var environment = self
        let (now, start) = (now, now())
        environment.now = { moment + max(0, now() - start) }
        return environment
    }
}
