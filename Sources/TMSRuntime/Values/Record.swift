/// Named values in order. Records made alike share one `Shape`.
///
/// A row of a table keeps its cells as the bytes they are; a cell becomes text when it is asked for.
public final class Record: Sendable {
    public let shape: Shape
    /// The rows of the table this one stands among; `nil` for a record that holds its values.
    public let block: CellBlock?
    /// Which of them it is, from 0.
    public let row: Int
    private let held: [Value]
    /// How deeply lists and records nest, this one counted.
    public let depth: Int

    public init(shape: Shape, values: [Value]) {
        self.shape = shape
        block = nil
        row = 0
        held = values
        var deepest = 0
        for value in values { deepest = max(deepest, value.depth) }
        depth = deepest + 1
    }

    public init(shape: Shape, block: CellBlock, row: Int) {
        self.shape = shape
        self.block = block
        self.row = row
        held = []
        depth = 1
    }

    /// As many as `shape.keys`. Makes text of every cell where they stand in a table: ask for one with `value(at:)`.
    public var values: [Value] {
        guard let block else { return held }
        return (0..<block.columns).map { .string(block.text(row: row, column: $0)) }
    }

    public var count: Int { block?.columns ?? held.count }

    /// The value in a slot; nothing beyond the last.
    @inline(__always)
    public func value(at slot: Int) -> Value {
        guard let block else { return slot >= 0 && slot < held.count ? held[slot] : .nothing }
        return slot >= 0 && slot < block.columns ? .string(block.text(row: row, column: slot)) : .nothing
    }

    /// The same values under other names.
    public func renamed(_ shape: Shape) -> Record {
        guard let block else { return Record(shape: shape, values: held) }
        return Record(shape: shape, block: block, row: row)
    }
}

extension Value {
    /// The value without the rows it stood among, for keeping some rows of a table and not all of it.
    var alone: Value {
        guard case .record(let record) = self, let block = record.block else { return self }
        return .record(Record(shape: record.shape, block: block.single(row: record.row), row: 0))
    }
}
