/// Numbers groups of rows in the order they were met.
final class GroupPlaces {
    private let keys: FieldReaders
    private let places = KeyTable()
    /// The texts asked for last, by a hash of their bytes: most rows belong to a group that was met before, and equal
    /// bytes are equal texts.
    private let recent: UnsafeMutablePointer<Recent>
    private static let recentCount = 256

    private struct Recent {
        var text: Text?
        var place = 0
    }

    init(by keys: FieldReaders) {
        self.keys = keys
        recent = .allocate(capacity: Self.recentCount)
        recent.initialize(repeating: Recent(), count: Self.recentCount)
    }

    deinit {
        recent.deinitialize(count: Self.recentCount)
        recent.deallocate()
    }

    /// Releases the keys, when all rows have been seen.
    func release(_ watch: Watch) throws(Fault) { try places.release(watch) }

    /// The number of the group a row belongs to, from 0; a new one for the first row of a group.
    func place(of row: Value, in environment: Environment, _ watch: Watch) throws(Fault) -> Int {
        guard keys.count == 1, case .text(let text) = try keys.read(0, of: row, in: environment) else {
            return try places.place(meeting: try GroupKey(row, keys, in: environment), watch)
        }
        let entry = recent + Int(truncatingIfNeeded: text.string.quickHash % UInt(Self.recentCount))
        if let known = entry.pointee.text, known === text || known.string.hasSameBytes(as: text.string) {
            return entry.pointee.place
        }
        let place = try places.place(meeting: GroupKey(.text(text), in: environment), watch)
        entry.pointee = Recent(text: text, place: place)
        return place
    }
}

extension String {
    /// Equal bytes give equal numbers; good enough to spread a few hundred texts.
    fileprivate var quickHash: UInt {
        utf8.withContiguousStorageIfAvailable { bytes in
            var hash = UInt(bitPattern: bytes.count)
            for byte in bytes { hash = (hash ^ UInt(byte)) &* 0x100_0000_01b3 }
            return hash ^ (hash >> 32)
        } ?? 0
    }

    /// Whether both are the same bytes; `false` where that cannot be told quickly.
    fileprivate func hasSameBytes(as other: String) -> Bool {
        utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in
                left.count == right.count && left.elementsEqual(right)
            } ?? false
        } ?? false
    }
}
