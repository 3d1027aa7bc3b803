import TMSSyntax

/// One thread of a program: its registers, its frames, and what it waits for.
final class Fiber {
    /// A call to be gone back to.
    struct Frame {
        /// In `CompiledProgram.functions`.
        var function: Int
        var base: Int
        var objectBase: Int
        /// Where the caller goes on, and the register of the caller that takes the result.
        var returnTo: Int
        var result: Int
    }

    /// What to do with the answer to the effect that was asked for. Registers are those of the present frame.
    enum Pending {
        case nothing
        case source(Int)
        /// The next page of a source.
        case page(Int)
        case value(Int)
        case writer(Int)
        /// The rows of the object at this place, to be kept elsewhere.
        case keeping(Int)
    }

    private(set) var stack: UnsafeMutablePointer<Value>
    private(set) var capacity: Int
    let frames: RawStack<Frame>
    let objects = RawStack<Collector?>()
    var pc = 0
    var pending = Pending.nothing
    /// Effects that must be asked for before the fiber goes on or ends.
    var cleanup: [Effect] = []
    /// How it ends, once `cleanup` is done.
    var ending: Outcome?
    /// `plan`, `explain` or `curl` around what it does, in definitions that are called too: nothing is to be run.
    var prefix: StatementSyntax.Prefix?
    /// What ended a loop whose rows are gone through to be told as not sent.
    var stop: LoopStop?
    /// The rows of the loop it goes through that run side by side, while there are any.
    var group: FiberGroup?
    /// Under which number the host was asked for what it wants, until it has answered.
    var asked: Int?
    /// What ended the rows of pipelines that are not at their end.
    var postponed: [PostponedFailure] = []
    let output = OutputQueue()

    // A fiber begun for one row of a loop.

    /// The instruction at which the row ends; `nil` in the outermost fiber.
    let endOfRow: Int?
    /// The loop it is a row of.
    private(set) weak var home: FiberGroup?
    /// What it waits for; `nil` while it can go on.
    var wants: Effect?
    var isDone = false
    var failure: Failure?
    /// The parcels it has sent a command for.
    var touched: Set<String> = []

    init(_ program: CompiledProgram) {
        let main = program.functions.first
        capacity = max(256, (main?.registerCount ?? 0) * 2)
        stack = .allocate(capacity: capacity)
        stack.initialize(repeating: .nothing, count: capacity)
        objects.append(repeating: nil, count: main?.objectCount ?? 0)
        frames = RawStack(Frame(function: 0, base: 0, objectBase: 0, returnTo: 0, result: 0))
        pc = main?.entries.last ?? 0
        endOfRow = nil
    }

    /// A fiber for one row of a loop: it begins after the present instruction of `parent`, with registers of its own.
    init(
        rowOf parent: Fiber, in group: FiberGroup, frame: Frame, registers count: Int, objects objectCount: Int,
        endOfRow: Int
    ) {
        home = group
        capacity = count + 32
        stack = .allocate(capacity: capacity)
        stack.initialize(from: parent.stack + frame.base, count: count)
        (stack + count).initialize(repeating: .nothing, count: capacity - count)
        objects.append(repeating: nil, count: objectCount)
        frames = RawStack(
            Frame(function: frame.function, base: 0, objectBase: 0, returnTo: 0, result: 0), capacity: 2)
        pc = parent.pc
        prefix = parent.prefix
        self.endOfRow = endOfRow
    }

    deinit {
        stack.deinitialize(count: capacity)
        stack.deallocate()
    }

    /// Makes room for so many registers; the stack may move.
    func reserve(_ count: Int) {
        guard count > capacity else { return }
        let larger = max(count, capacity * 2)
        let moved = UnsafeMutablePointer<Value>.allocate(capacity: larger)
        moved.moveInitialize(from: stack, count: capacity)
        (moved + capacity).initialize(repeating: .nothing, count: larger - capacity)
        stack.deallocate()
        stack = moved
        capacity = larger
    }
}

/// What ended the rows of a pipeline early. It is thrown at the end of the pipeline, once the rows that came are saved,
/// counted or shown.
struct PostponedFailure {
    /// The first register of the pipeline, and how many frames there were.
    let pipeline: Int
    let depth: Int
    var failure: Failure

    func isOf(_ pipeline: Int, _ depth: Int) -> Bool { self.pipeline == pipeline && self.depth == depth }

    /// Whether it is left over from a pipeline that cannot be under way where this one begins.
    func isInside(_ pipeline: Int, _ depth: Int) -> Bool {
        self.depth > depth || (self.depth == depth && self.pipeline >= pipeline)
    }
}

/// `$failures` holds no more than this many.
let mostFailuresKept = 10_000
