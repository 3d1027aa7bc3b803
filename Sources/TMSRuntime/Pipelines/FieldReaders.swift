/// The readers of several fields, for a step that reads them from every row.
final class FieldReaders {
    let count: Int
    private let readers: UnsafeMutablePointer<FieldReader>

    /// - Parameter log: where the script has named the fields.
    init(_ names: [String], _ log: FieldLog) {
        count = names.count
        readers = .allocate(capacity: max(1, count))
        // A column without a field is read by nobody.
        let sites = log.sites(names)
        for (place, name) in names.enumerated() { (readers + place).initialize(to: FieldReader(name, sites[place])) }
    }

    deinit {
        readers.deinitialize(count: count)
        readers.deallocate()
    }

    /// Field `place` of a row; empty if the row is none or lacks it.
    @inline(__always)
    func read(_ place: Int, of row: Value, in environment: Environment) throws(Fault) -> Value {
        guard place >= 0, place < count else { return .nothing }
        return try readers[place].read(row: row, in: environment)
    }
}
