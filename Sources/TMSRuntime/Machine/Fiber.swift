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
    }

    private(set) var stack: UnsafeMutablePointer<Value>
    private(set) var capacity: Int
    var frames: [Frame] = []
    var objects: [Collector?] = []
    /// One a field cache of the program. A raw table: they are read in the innermost loops.
    let readers: UnsafeMutablePointer<FieldReader>
    private let readerCount: Int
    var reshapers: [Reshaper]
    var pc = 0
    var pending = Pending.nothing
    /// Effects that must be asked for before the fiber goes on or ends.
    var cleanup: [Effect] = []
    /// How it ends, once `cleanup` is done.
    var ending: Outcome?
    /// The failures of the loops so far, as records: at most `mostFailuresKept`.
    var failures: [Value] = []
    var output: [OutputEvent] = []

    init(_ program: CompiledProgram) {
        let main = program.functions.first
        capacity = max(256, (main?.registerCount ?? 0) * 2)
        stack = .allocate(capacity: capacity)
        stack.initialize(repeating: .nothing, count: capacity)
        objects = Array(repeating: nil, count: main?.objectCount ?? 0)
        readerCount = program.fieldNames.count
        readers = .allocate(capacity: max(1, readerCount))
        for (place, name) in program.fieldNames.enumerated() { (readers + place).initialize(to: FieldReader(name)) }
        reshapers = program.reshapings.map { Reshaper($0) }
        frames = [Frame(function: 0, base: 0, objectBase: 0, returnTo: 0, result: 0)]
        pc = main?.entries.last ?? 0
    }

    deinit {
        stack.deinitialize(count: capacity)
        stack.deallocate()
        readers.deinitialize(count: readerCount)
        readers.deallocate()
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

/// `$failures` holds no more than this many.
let mostFailuresKept = 10_000
