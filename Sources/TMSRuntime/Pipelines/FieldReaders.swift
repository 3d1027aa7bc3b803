/// The readers of several fields, for a step that reads them from every row.
final class FieldReaders {
    let count: Int
    private let readers: UnsafeMutablePointer<FieldReader>

    init(_ names: [String]) {
        count = names.count
        readers = .allocate(capacity: max(1, count))
        for (place, name) in names.enumerated() { (readers + place).initialize(to: FieldReader(name)) }
    }

    deinit {
        readers.deinitialize(count: count)
        readers.deallocate()
    }

    /// Field `place` of a row; empty if the row is none or lacks it.
    @inline(__always)
    func read(_ place: Int, of row: Value, in environment: Environment) -> Value {
        guard place >= 0, place < count else { return .nothing }
        return readers[place].read(row: row, in: environment)
    }
}
