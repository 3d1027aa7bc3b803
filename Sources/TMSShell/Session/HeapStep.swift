import Glibc

/// What the heap has grown by, most of it not yet touched.
struct HeapStep {
    private let start: UInt
    private let end: UInt

    init(from start: UInt, to end: UInt) {
        self.start = start
        self.end = end
    }

    /// Asks the kernel for large pages if one comes faster than as much in small ones.
    ///
    /// Mostly it does, by far. But where the machine is a virtual one that gives its free memory back to the host, that
    /// is the memory large pages are made of, and to have it again takes ten times as long. So one of each is tried, at
    /// the end of the step, where nothing lies yet. Where the system has no large pages nothing changes.
    func useLargePagesIfCheaper() {
        let last = (end & ~(Self.largePage - 1)) - Self.largePage
        let small = last - Self.largePage
        guard small >= start else { return }
        let timeOfSmall = Self.timeToFill(small)
        Self.advise(last, Self.largePage, MADV_HUGEPAGE)
        if let timeOfSmall, let time = Self.timeToFill(last), time > timeOfSmall { return }
        Self.advise(start, end - start, MADV_HUGEPAGE)
    }

    /// How long the kernel takes to put memory behind the addresses of a large page; nil where it is too old to say.
    private static func timeToFill(_ address: UInt) -> Duration? {
        let begin = ContinuousClock.now
        guard advise(address, largePage, populate) else { return nil }
        return ContinuousClock.now - begin
    }

    @discardableResult
    private static func advise(_ address: UInt, _ count: UInt, _ advice: Int32) -> Bool {
        madvise(UnsafeMutableRawPointer(bitPattern: address), Int(count), advice) == 0
    }

    private static let largePage: UInt = 2 << 20
    /// `MADV_POPULATE_WRITE` of Linux 5.14.
    private static let populate: Int32 = 23
}
