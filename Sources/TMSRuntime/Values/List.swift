/// Values in order. Never changed after it is made.
public final class List: Sendable {
    private let held: [Value]
    /// Where the values stand if they are too many for the memory. They are gone through with `Effect.recall`.
    public let stored: (any StoredRows)?
    /// How deeply lists and records nest, this one counted.
    public let depth: Int

    public init(_ items: [Value]) {
        held = items
        stored = nil
        var deepest = 0
        for item in items { deepest = max(deepest, item.depth) }
        depth = deepest + 1
    }

    public init(_ stored: any StoredRows) {
        held = []
        self.stored = stored
        depth = stored.depth + 1
    }

    /// The values. Those that are stored are all read back: `count` and `recall` do without.
    public var items: [Value] {
        guard let stored else { return held }
        return stored.all
    }

    public var count: Int { stored?.count ?? held.count }
}

/// Rows that a `let` holds outside of the memory. They are there as long as a value refers to them.
public protocol StoredRows: AnyObject, Sendable {
    var count: Int { get }
    /// How deeply the deepest of them nests.
    var depth: Int { get }
    /// All of them at once.
    var all: [Value] { get }
}
