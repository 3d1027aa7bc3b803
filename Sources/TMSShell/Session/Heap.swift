import CMalloc
import Glibc
import Synchronization

/// The heap of the C library, set up for millions of small pieces.
public enum Heap {
    /// To be called at the start of the program.
    ///
    /// One heap that grows in long steps spares a system call for each few pieces. Arrays stand in it too as long as
    /// they may: a mapping of its own is filled and emptied page by page.
    public static func prepare() {
        mallopt(M_ARENA_MAX, 1)
        setStep(firstStep)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        start.store(top, ordering: .relaxed)
        advised.store(top + small, ordering: .relaxed)
    }

    /// Asks for large pages where the heap has grown beyond a small one: a quarter of the time of a script with a
    /// million rows goes into small ones, and at its end the kernel takes them back one by one. A script that needs
    /// little has no use for them.
    @Sendable static func useLargePages() {
        let top = Heap.top
        let known = advised.load(ordering: .relaxed)
        let start = start.load(ordering: .relaxed)
        guard start > 0, top != known, max(top, known) > start + small else { return }
        if top > known { HeapStep(from: known, to: top).useLargePagesIfCheaper() }
        // A heap that has shrunk is asked for again when it grows.
        advised.store(max(top, start + small), ordering: .relaxed)
        // What is touched of a step before it is asked for stays small: the larger the heap, the fewer the steps.
        setStep(min(max(firstStep, (max(top, start) - start) / 2), largestStep))
    }

    /// Hands back to the kernel what has been released; it stands between what is still in use.
    static func giveBack() {
        if Heap.top > start.load(ordering: .relaxed) + giveBackFrom { malloc_trim(0) }
    }

    private static func setStep(_ bytes: UInt) { mallopt(M_TOP_PAD, Int32(clamping: bytes)) }

    /// So much of it stays as it is: a script that gets by with the first step should not pay for trying.
    private static let small = firstStep + (1 << 20)
    private static let giveBackFrom: UInt = 64 << 20
    private static let firstStep: UInt = 16 << 20
    private static let largestStep: UInt = 512 << 20
    private static let start = Atomic<UInt>(0)
    /// The end of what was asked for.
    private static let advised = Atomic<UInt>(0)

    /// Where the heap ends, on the border of a page. The C library knows without asking the kernel.
    private static var top: UInt {
        let page = UInt(getpagesize())
        return (UInt(bitPattern: sbrk(0)) + page - 1) & ~(page - 1)
    }
}
