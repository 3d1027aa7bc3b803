import Synchronization
public import TMSBase
import TMSSyntax

/// Runs a compiled program until it ends or wants something of the world.
///
/// It does no I/O and starts no thread: drive it with `run`, answer what it wants with `resume`, and take what it has
/// to say with `takeOutput` whenever it pauses.
public final class Machine {
    let program: CompiledProgram
    let environment: Environment
    /// The outermost fiber; its first frame holds the variables of the program.
    let root: Fiber
    /// The one that runs.
    var fiber: Fiber
    /// The rows of a loop that run side by side, while there are any.
    var group: FiberGroup?
    /// The fibers whose effects were asked for last, in the order of `wanted`.
    var asked: [Fiber] = []
    /// One a field cache of the program. A raw table: they are read in the innermost loops.
    let readers: UnsafeMutablePointer<FieldReader>
    let reshapers: [Reshaper]
    let regions: RegionRunner
    var lastPattern: Pattern?
    /// The rows that failed or were not sent so far, as records: at most `mostFailuresKept`.
    public internal(set) var failures: [Value] = []
    let failureTable = FailureTable()
    /// How many rows the sources that still give rows have in all, where they said so.
    var totals: [CursorID: Int] = [:]
    /// What is to be told at the end of the present result.
    var resultEnd = ResultEnd()
    let gaps: GapCounter
    /// The names the program asks rows for, and what came of it.
    let fields = FieldLog()
    private let given: [String: Value]
    private let interruption = Interruption()
    /// Turns of loops and calls of definitions before the program is stopped.
    public var maxSteps = Int.max
    /// Definitions may call each other this deep.
    public var maxDepth = 2_000
    /// A list that a pipeline makes holds no more rows in the memory; the others are kept by the host.
    public var maxRowsHeld = 1_000_000
    /// How many rows of an independent loop may wait for answers at a time. 1 runs them one after the other; with
    /// more, look at `wanted` whenever the machine wants something.
    public var maxRowsInFlight = 1
    /// Called between two slices of its work, for what its host has to do now and then.
    public var meanwhile: (() -> Void)?
    /// Everything wanted at this moment, in the order of rows. None of it depends on another.
    public internal(set) var wanted: [Effect] = []
    var stepsTaken = 0

    /// - Parameters:
    ///   - globals: variables from earlier lines of the shell.
    ///   - arguments: what was given for `param`s.
    public init(
        _ program: CompiledProgram, environment: Environment, globals: [String: Value] = [:],
        arguments: [String: Value] = [:]
    ) {
        self.program = program
        self.environment = environment
        given = arguments
        root = Fiber(program)
        fiber = root
        readers = .allocate(capacity: max(1, program.fieldNames.count))
        for (place, field) in program.fieldNames.enumerated() {
            (readers + place).initialize(to: FieldReader(field.name, fields.site(field.name, field.use)))
        }
        reshapers = program.reshapings.map { [fields] in Reshaper($0, fields) }
        regions = RegionRunner(program.regions)
        gaps = GapCounter(program.gapFields)
        for (name, register) in program.globals {
            if let value = globals[name] { root.stack[register] = value }
        }
        for parameter in program.parameters {
            if let value = arguments[parameter.name] { root.stack[parameter.register] = value }
        }
    }

    deinit {
        readers.deinitialize(count: program.fieldNames.count)
        readers.deallocate()
    }

    /// Begins, or goes on after a pause that needs no answer.
    public func run() -> Outcome {
        for parameter in program.parameters where parameter.isRequired && given[parameter.name] == nil {
            return .failed(Fault.missingParameter(parameter.name).failure(at: parameter.location))
        }
        return proceed()
    }

    /// Goes on with the answer to the one effect wanted.
    public func resume(_ answer: Answer) -> Outcome { resume(all: [answer]) }

    /// Goes on with the answers to all effects in `wanted`, in their order.
    ///
    /// - Parameter events: what was said while they were answered, by the place of the effect; told in the order of rows.
    public func resume(
        all answers: [Answer], saying events: [(place: Int, event: OutputEvent)] = []
    ) -> Outcome {
        let fibers = asked
        for (place, event) in events where fibers.indices.contains(place) {
            fibers[place].output.append(event)
            switch event {
            case .rowFailed(let failure), .rowLeft(let failure): note(failure)
            default: break
            }
        }
        asked = []
        wanted = []
        for (fiber, answer) in zip(fibers, answers) {
            if let outcome = resume(fiber, answer) { return leave(outcome) }
        }
        return proceed()
    }

    /// Goes on as if the source that was asked for more rows had no more: nobody looks at them.
    public func cutShort() -> Outcome {
        if case .next(let cursor)? = wanted.first { resultEnd.total = totals[cursor] }
        resultEnd.isCut = true
        return resume(.rows([], more: nil))
    }

    /// What the program has said since it was last asked.
    public func takeOutput() -> [OutputEvent] { root.output.take() }

    /// The variables of the outermost scope, for the shell's next line.
    public var globals: [String: Value] {
        var result: [String: Value] = [:]
        for (name, register) in program.globals {
            let value = root.stack[register]
            if case .nothing = value { continue }
            result[name] = value
        }
        return result
    }

    /// Set it from any thread to stop the program at the next turn of a loop or the next effect.
    public var interruptor: Interruption { interruption }

    private func proceed() -> Outcome {
        while true {
            if let group, group.isAwaited, let outcome = pump(group) { return outcome }
            fiber = root
            if let outcome = step() { return leave(outcome) }
        }
    }

    /// An effect to be asked for, or the end.
    func leave(_ outcome: Outcome) -> Outcome {
        if case .wants(let effect) = outcome {
            wanted = [effect]
            asked = [root]
        } else {
            for note in fields.notes(at: program.fieldPlaces) { root.output.append(.diagnostic(note)) }
        }
        return outcome
    }

    /// Lets the present fiber go on until it pauses; `nil` when it waits for the rows of its loop.
    func step() -> Outcome? {
        if !fiber.cleanup.isEmpty { return .wants(fiber.cleanup.removeFirst()) }
        return fiber.ending ?? execute()
    }
}

/// A flag that stops a machine, safe to set from any thread or signal handler.
public final class Interruption: Sendable {
    private let flag = Atomic(false)

    public func interrupt() { flag.store(true, ordering: .relaxed) }
    public var isSet: Bool { flag.load(ordering: .relaxed) }
    public func clear() { flag.store(false, ordering: .relaxed) }
}

/// How a run of the machine paused.
public enum Outcome: Sendable {
    /// Ran to the end, or `exit N`.
    case finished(status: ExitStatus)
    case failed(Failure)
    case wants(Effect)
}
