/// Named values in order. Records made alike share one `Shape`.
///
/// A row of a table keeps its cells as the bytes they are; a cell becomes text when it is asked for.
public struct Record: @unchecked Sendable {
    // Never changed once it is made.
    private let storage: RecordStorage

    /// - Parameter values: as many as the shape has keys.
    public init(shape: Shape, values: [Value]) {
        storage = values.withUnsafeBufferPointer { values in
            .make(shape, count: values.count) { held in
                if let first = values.baseAddress { held.initialize(from: first, count: values.count) }
            }
        }
    }

    /// The record takes the values out of the registers, which are empty afterwards.
    ///
    /// - Parameter registers: as many as the shape has keys.
    init(shape: Shape, taking registers: UnsafeMutablePointer<Value>) {
        let count = shape.keys.count
        storage = .make(shape, count: count) { held in
            held.moveInitialize(from: registers, count: count)
            registers.initialize(repeating: .nothing, count: count)
        }
    }

    public init(shape: Shape, block: CellBlock, row: Int) {
        storage = .make(shape, of: block, row: row)
    }

    public var shape: Shape { storage.header.shape }

    /// The rows of the table this one stands among; `nil` for a record that holds its values.
    public var block: CellBlock? { storage.header.block }

    /// Which of them it is, from 0.
    public var row: Int { block == nil ? 0 : Int(storage.header.number) }

    /// How deeply lists and records nest, this one counted.
    public var depth: Int { Int(storage.header.depth) }

    /// How many values lie in it; not more than a little above `heaviest`.
    var weight: Int { depth > 1 ? storage.header.weight.count : count &+ 1 }

    /// For telling whether two are one and the same.
    public var identity: AnyObject { storage }

    /// As many as `shape.keys`. Makes text of every cell where they stand in a table: ask for one with `value(at:)`.
    public var values: [Value] { (0..<count).map { value(at: $0) } }

    public var count: Int { block?.columns ?? Int(storage.header.number) }

    /// The value in a slot; nothing beyond the last.
    @inline(__always)
    public func value(at slot: Int) -> Value {
        if let block {
            return slot >= 0 && slot < block.columns ? .string(block.text(row: row, column: slot)) : .nothing
        }
        return slot >= 0 && slot < Int(storage.header.number) ? storage.held(slot) : .nothing
    }

    /// The same values under other names.
    public func renamed(_ shape: Shape) -> Record {
        guard let block else { return Record(shape: shape, values: values) }
        return Record(shape: shape, block: block, row: row)
    }
}

/// What a record is made of, in one piece of memory: the values stand behind the header.
private final class RecordStorage: ManagedBuffer<RecordStorage.Header, Value> {
    struct Header {
        let shape: Shape
        let block: CellBlock?
        /// How many values there are, or the row of the block.
        let number: UInt32
        let depth: UInt8
        /// Only of a record with lists or records in it, in units that leave three bytes for it.
        let weight: Weight
    }

    /// - Parameter fill: gives all values their first contents.
    @inline(__always)
    static func make(
        _ shape: Shape, count: Int, _ fill: (UnsafeMutablePointer<Value>) -> Void
    ) -> RecordStorage {
        let buffer = create(minimumCapacity: count) { buffer in
            var deepest = 0
            var weight = 1
            buffer.withUnsafeMutablePointerToElements { held in
                fill(held)
                for slot in 0..<count { deepest = max(deepest, held[slot].depth) }
                if deepest > 0 {
                    for slot in 0..<count { weight = min(weight &+ held[slot].weight, heaviest &+ 1) }
                }
            }
            return Header(
                shape: shape, block: nil, number: UInt32(truncatingIfNeeded: count),
                depth: UInt8(clamping: deepest + 1), weight: Weight(weight))
        }
        return unsafeDowncast(buffer, to: RecordStorage.self)
    }

    static func make(_ shape: Shape, of block: CellBlock, row: Int) -> RecordStorage {
        let buffer = create(minimumCapacity: 0) { _ in
            Header(shape: shape, block: block, number: UInt32(truncatingIfNeeded: row), depth: 1, weight: Weight(0))
        }
        return unsafeDowncast(buffer, to: RecordStorage.self)
    }

    deinit {
        guard header.block == nil else { return }
        _ = withUnsafeMutablePointers { header, held in held.deinitialize(count: Int(header.pointee.number)) }
    }

    @inline(__always)
    func held(_ slot: Int) -> Value { withUnsafeMutablePointerToElements { $0[slot] } }
}

/// How many values lie in a record, rounded up so that it fits beside the other fields of the header.
private struct Weight {
    private static let unit = 64
    private let low: UInt8
    private let middle: UInt8
    private let high: UInt8

    init(_ count: Int) {
        let units = UInt32(clamping: min((count + Weight.unit - 1) / Weight.unit, 0xFF_FFFF))
        low = UInt8(truncatingIfNeeded: units)
        middle = UInt8(truncatingIfNeeded: units >> 8)
        high = UInt8(truncatingIfNeeded: units >> 16)
    }

    var count: Int { (Int(high) << 16 | Int(middle) << 8 | Int(low)) * Weight.unit }
}

extension Value {
    /// The value without the rows it stood among, for keeping some rows of a table and not all of it.
    var alone: Value {
        guard case .record(let record) = self, let block = record.block else { return self }
        return .record(Record(shape: record.shape, block: block.single(row: record.row), row: 0))
    }
}
