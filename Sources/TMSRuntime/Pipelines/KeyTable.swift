/// Numbers keys in the order they were met.
///
/// It doubles by the hashes alone, and looks up meanwhile: a dictionary of a million texts hashes each of them again,
/// in one piece that nobody can interrupt.
final class KeyTable {
    private struct Slot {
        var hash: UInt
        /// Of the key, counted from 1; 0 where there is none.
        var number: Int
    }

    private let keys = SegmentedStack<GroupKey>()
    private var slots: UnsafeMutablePointer<Slot>
    private var capacity = 16
    /// The first bits of a hash are its slot, so that doubling writes from front to back.
    private var shift: UInt { UInt(UInt.bitWidth - capacity.trailingZeroBitCount) }

    init() {
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(hash: 0, number: 0), count: capacity)
    }

    deinit { slots.deallocate() }

    var count: Int { keys.count }

    /// The number of a key, from 0, if it was met.
    func place(of key: GroupKey) -> Int? {
        let number = slots[slot(of: key, UInt(bitPattern: key.hashValue))].number
        return number == 0 ? nil : number - 1
    }

    /// The number of a key; the next one if it was not met before.
    func place(meeting key: GroupKey, _ watch: Watch) throws(Fault) -> Int {
        let hash = UInt(bitPattern: key.hashValue)
        var slot = slot(of: key, hash)
        if slots[slot].number != 0 { return slots[slot].number - 1 }
        if (keys.count + 1) * 4 > capacity * 3 {
            try grow(watch)
            slot = self.slot(of: key, hash)
        }
        keys.append(key)
        slots[slot] = Slot(hash: hash, number: keys.count)
        return keys.count - 1
    }

    /// Releases the keys; the table is of no use afterwards.
    func release(_ watch: Watch) throws(Fault) { try keys.removeAll(watch) }

    /// Where the key is, or where it would be.
    private func slot(of key: GroupKey, _ hash: UInt) -> Int {
        var slot = Int(hash >> shift)
        while slots[slot].number != 0 {
            if slots[slot].hash == hash, keys.pointer(to: slots[slot].number - 1)?.pointee == key { break }
            slot = (slot + 1) & (capacity - 1)
        }
        return slot
    }

    private func grow(_ watch: Watch) throws(Fault) {
        let larger = UnsafeMutablePointer<Slot>.allocate(capacity: capacity * 2)
        do throws(Fault) {
            for slot in 0..<capacity * 2 {
                try watch.look(slot)
                (larger + slot).initialize(to: Slot(hash: 0, number: 0))
            }
            for old in 0..<capacity where slots[old].number != 0 {
                try watch.look(old)
                var slot = Int(slots[old].hash >> (shift - 1))
                while larger[slot].number != 0 { slot = (slot + 1) & (capacity * 2 - 1) }
                larger[slot] = slots[old]
            }
        } catch {
            larger.deallocate()
            throw error
        }
        slots.deallocate()
        slots = larger
        capacity *= 2
    }
}
