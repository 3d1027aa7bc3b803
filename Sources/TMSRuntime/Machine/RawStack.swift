/// A stack behind one reference. An array in a class pays for every access with a check of who else has it; the
/// innermost loops cannot afford that.
final class RawStack<Element> {
    private var elements: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(_ element: Element? = nil, capacity: Int = 16) {
        self.capacity = max(1, capacity)
        elements = .allocate(capacity: self.capacity)
        if let element { append(element) }
    }

    deinit {
        elements.deinitialize(count: count)
        elements.deallocate()
    }

    var isEmpty: Bool { count == 0 }
    var last: Element? { count > 0 ? elements[count &- 1] : nil }

    func append(_ element: Element) {
        if count == capacity { grow() }
        (elements + count).initialize(to: element)
        count &+= 1
    }

    func append(repeating element: Element, count: Int) {
        for _ in 0..<max(0, count) { append(element) }
    }

    func popLast() -> Element? {
        guard count > 0 else { return nil }
        count &-= 1
        return (elements + count).move()
    }

    /// Takes away what stands above the first `kept`.
    func removeLast(keeping kept: Int) {
        while count > max(0, kept) { _ = popLast() }
    }

    /// The element at a place, if there is one.
    func element(at place: Int) -> Element? { place >= 0 && place < count ? elements[place] : nil }

    /// Where the element stands, until the stack grows.
    func pointer(to place: Int) -> UnsafeMutablePointer<Element>? {
        place >= 0 && place < count ? elements + place : nil
    }

    /// Puts an element where one stands.
    func put(_ element: Element, at place: Int) {
        if place >= 0, place < count { elements[place] = element }
    }

    @inline(never)
    private func grow() {
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        moved.moveInitialize(from: elements, count: count)
        elements.deallocate()
        elements = moved
        capacity *= 2
    }
}
