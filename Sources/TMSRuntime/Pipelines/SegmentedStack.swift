/// A stack that grows without moving what it holds: each of its segments is as large as all before it. A million
/// elements moved in one piece could not be interrupted.
final class SegmentedStack<Element> {
    private let segments: UnsafeMutablePointer<UnsafeMutablePointer<Element>?>
    private(set) var count = 0

    /// Elements of the first segment, as a power of two.
    private static var firstBits: Int { 4 }
    private static var mostSegments: Int { Int.bitWidth - firstBits }

    init() {
        segments = .allocate(capacity: Self.mostSegments)
        segments.initialize(repeating: nil, count: Self.mostSegments)
    }

    deinit {
        for number in 0..<Self.mostSegments {
            guard let segment = segments[number] else { break }
            segment.deinitialize(count: max(0, min(Self.size(number), count - Self.place(number))))
            segment.deallocate()
        }
        segments.deallocate()
    }

    func append(_ element: Element) {
        let (number, offset) = Self.position(count)
        let segment: UnsafeMutablePointer<Element>
        if let known = segments[number] {
            segment = known
        } else {
            segment = .allocate(capacity: Self.size(number))
            segments[number] = segment
        }
        (segment + offset).initialize(to: element)
        count &+= 1
    }

    /// Releases all elements, the last first. Interrupted, it holds what is left.
    func removeAll(_ watch: Watch) throws(Fault) {
        while count > 0, let last = pointer(to: count - 1) {
            try watch.look(count)
            count &-= 1
            last.deinitialize(count: 1)
        }
    }

    /// Where the element stands.
    @inline(__always)
    func pointer(to place: Int) -> UnsafeMutablePointer<Element>? {
        guard place >= 0, place < count else { return nil }
        let (number, offset) = Self.position(place)
        return segments[number].map { $0 + offset }
    }

    @inline(__always)
    private static func position(_ place: Int) -> (segment: Int, offset: Int) {
        let shifted = place &+ size(0)
        let number = Int.bitWidth &- 1 &- firstBits &- shifted.leadingZeroBitCount
        return (number, shifted &- size(number))
    }

    private static func size(_ segment: Int) -> Int { 1 &<< (firstBits &+ segment) }

    /// Of the first element of a segment.
    private static func place(_ segment: Int) -> Int { size(segment) &- size(0) }
}
