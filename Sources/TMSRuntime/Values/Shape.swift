public import TMSSyntax

/// The keys of a record and what they mean: made once for all records of an answer or a file.
///
/// Its identity is what a field instruction caches on, so make one per source, not one per row.
public final class Shape: Sendable {
    /// As they came from the wire or the file, in order.
    public let keys: [String]
    /// What kind of record this is, for friendly names and computed fields; `nil` for records made in a script.
    public let kind: RecordKind?
    private let slots: [String: Int]

    public init(keys: [String], kind: RecordKind? = nil) {
        self.keys = keys
        self.kind = kind
        slots = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The first of its keys that is one of these words but for capitals.
    public func key(ignoringCase words: [String]) -> String? {
        for word in words {
            if let key = keys.first(where: { $0.utf8.count == word.utf8.count && $0.lowercased() == word }) {
                return key
            }
        }
        return nil
    }

    /// Where the value of a field is found: the key itself first, then its friendly or wire name.
    public func lookup(_ name: String) -> FieldLookup {
        if let slot = slots[name] { return .slot(slot) }
        guard let kind else { return .absent }
        if let compute = kind.computed[name] { return .computed(compute) }
        guard let field = kind.schema.field(named: name) else { return .absent }
        for candidate in [field.wireName, field.name].compactMap({ $0 }) + field.aliases {
            if let slot = slots[candidate] { return .slot(slot) }
        }
        if let compute = kind.computed[field.name] { return .computed(compute) }
        return .absent
    }
}

public enum FieldLookup: Sendable {
    case slot(Int)
    case computed(@Sendable (Record, Environment) -> Value)
    case absent
}

/// A schema with the rules for fields that are computed from others (`silent`, `travelling`, `to`).
public final class RecordKind: Sendable {
    public let schema: Schema
    /// By friendly name. A computed field gives way to a key of the same name in the record.
    public let computed: [String: @Sendable (Record, Environment) -> Value]
    public init(schema: Schema, computed: [String: @Sendable (Record, Environment) -> Value] = [:]) {
        self.schema = schema
        self.computed = computed
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
    /// How a text or value compares as a field of this kind: `USPS` → `usps`, `United States` → `us`.
    public var normalize: @Sendable (Value, FieldKind) -> Value
    /// The normal form of a text as a value of this kind; `nil` where it is none.
    public var read: @Sendable (String, ValueKind) -> String?

    public init(
        now: @escaping @Sendable () -> Int, zoneOffset: @escaping @Sendable (Int) -> Int = { _ in 0 },
        normalize: @escaping @Sendable (Value, FieldKind) -> Value = { value, _ in value },
        read: @escaping @Sendable (String, ValueKind) -> String? = { text, _ in text }
    ) {
        self.now = now
        self.zoneOffset = zoneOffset
        self.normalize = normalize
        self.read = read
    }
}
