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

    /// A record made of another one, which it may be asked about later: `set`, `show`, `rename` and their like.
    public init(shape: Shape, values: [Value], madeOf other: Record) {
        self.init(shape: shape, values: values, source: other.root)
    }

    /// A record read from a file, on this line of it. The shape names the file.
    public init(shape: Shape, values: [Value], line: Int) {
        self.init(shape: shape, values: values, source: .integer(line))
    }

    private init(shape: Shape, values: [Value], source: Value?) {
        storage = values.withUnsafeBufferPointer { values in
            .make(shape, count: values.count, source: source) { held in
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
            return slot >= 0 && slot < block.columns
                ? .text(Text(block.text(row: row, column: slot), reading: block.reading)) : .nothing
        }
        return slot >= 0 && slot < Int(storage.header.number) ? storage.held(slot) : .nothing
    }

    /// The record that the file held, or the line it stood on: behind the values, where there is one.
    var source: Value? { storage.header.weight.isMarked ? storage.held(Int(storage.header.number)) : nil }

    /// What a record made of this one keeps of it: the one that was read.
    private var root: Value? {
        if let block { return block.place == nil ? nil : .record(self) }
        guard let source else { return nil }
        if case .record = source { return source }
        return .record(self)
    }

    /// The same record without the other rows of the table it was made of.
    fileprivate var alone: Record {
        if let block { return Record(shape: shape, block: block.single(row: row), row: 0) }
        guard case .record(let source)? = source, source.block?.hasSeveralRows == true else { return self }
        return Record(shape: shape, values: values, source: .record(source.alone))
    }

    /// The same values under other names.
    public func renamed(_ shape: Shape) -> Record {
        guard let block else { return Record(shape: shape, values: values, madeOf: self) }
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

    /// - Parameters:
    ///   - source: stands behind the values, uncounted.
    ///   - fill: gives all values their first contents.
    @inline(__always)
    static func make(
        _ shape: Shape, count: Int, source: Value? = nil, _ fill: (UnsafeMutablePointer<Value>) -> Void
    ) -> RecordStorage {
        let buffer = create(minimumCapacity: source == nil ? count : count + 1) { buffer in
            var deepest = 0
            var weight = 1
            buffer.withUnsafeMutablePointerToElements { held in
                fill(held)
                if let source { (held + count).initialize(to: source) }
                for slot in 0..<count { deepest = max(deepest, held[slot].depth) }
                if deepest > 0 {
                    for slot in 0..<count { weight = min(weight &+ held[slot].weight, heaviest &+ 1) }
                }
            }
            return Header(
                shape: shape, block: nil, number: UInt32(truncatingIfNeeded: count),
                depth: UInt8(clamping: deepest + 1), weight: Weight(weight, isMarked: source != nil))
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
        _ = withUnsafeMutablePointers { header, held in
            held.deinitialize(count: Int(header.pointee.number) + (header.pointee.weight.isMarked ? 1 : 0))
        }
    }

    @inline(__always)
    func held(_ slot: Int) -> Value { withUnsafeMutablePointerToElements { $0[slot] } }
}

/// How many values lie in a record, rounded up so that it fits beside the other fields of the header; and whether one
/// more stands behind them, uncounted.
private struct Weight {
    private static let unit = 64
    private static let mark: UInt8 = 0x80
    private let low: UInt8
    private let middle: UInt8
    /// Its uppermost bit is the mark: no record is so heavy that it is needed for the count.
    private let high: UInt8

    init(_ count: Int, isMarked: Bool = false) {
        let units = UInt32(clamping: min((count + Weight.unit - 1) / Weight.unit, 0x7F_FFFF))
        low = UInt8(truncatingIfNeeded: units)
        middle = UInt8(truncatingIfNeeded: units >> 8)
        high = UInt8(truncatingIfNeeded: units >> 16) | (isMarked ? Weight.mark : 0)
    }

    var isMarked: Bool { high & Weight.mark != 0 }

    var count: Int { (Int(high & ~Weight.mark) << 16 | Int(middle) << 8 | Int(low)) * Weight.unit }
}

extension Value {
    /// The value without the rows it stood among, for keeping some rows of a table and not all of it.
    var alone: Value {
        guard case .record(let record) = self else { return self }
        return .record(record.alone)
    }
}
