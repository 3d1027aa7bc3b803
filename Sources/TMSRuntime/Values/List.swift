/// Values in order. Never changed after it is made, as far as anybody can tell.
public final class List: Sendable {
    // Written to by nobody but `release`.
    private nonisolated(unsafe) var held: [Value]
    /// Where the values stand if they are too many for the memory. They are gone through with `Effect.recall`.
    public let stored: (any StoredRows)?
    /// How deeply lists and records nest, this one counted.
    public let depth: Int
    /// How many values lie in it; not more than a little above `heaviest`.
    let weight: Int

    public convenience init(_ items: [Value]) {
        var deepest = 0
        var weight = 0
        for item in items {
            deepest = max(deepest, item.depth)
            weight &+= item.weight
        }
        self.init(items, deepest: deepest, weight: weight)
    }

    /// - Parameters:
    ///   - deepest: how deeply the deepest of the items nests.
    ///   - weight: how many values lie in the items.
    init(_ items: [Value], deepest: Int, weight: Int) {
        held = items
        stored = nil
        depth = deepest + 1
        self.weight = min(weight, heaviest) &+ 1
    }

    public init(_ stored: any StoredRows) {
        held = []
        self.stored = stored
        depth = stored.depth + 1
        weight = stored.count &+ 1
    }

    /// The values. Those that are stored are all read back: `count` and `recall` do without.
    public var items: [Value] {
        guard let stored else { return held }
        return stored.all
    }

    /// The value at a place, if it is held in the memory.
    @inline(__always)
    func held(_ place: Int) -> Value? { place >= 0 && place < held.count ? held[place] : nil }

    /// Releases the values held, when nobody else has the list. Interrupted, it holds what is left.
    func release(_ watch: Watch) throws(Fault) { try watch.release(&held) }

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
