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
    /// The fibers whose effects were asked for and not answered yet, by the number of what was asked.
    var outstanding: [Int: Fiber] = [:]
    private var lastAsked = 0
    /// Rows of loops that have begun and were not told of yet.
    var rowsInFlight = 0
    /// Whether a row of the outermost loop that runs, or of one inside, has worked.
    var hasSuccess = false
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
    /// How many rows of independent loops may wait for answers at a time. 1 runs them one after the other; with
    /// more, look at `wanted` whenever the machine wants something.
    public var maxRowsInFlight = 1
    /// Called between two slices of its work, for what its host has to do now and then.
    public var meanwhile: (() -> Void)?
    /// Everything that is wanted and was not asked for before, in the order of rows. None of it depends on another.
    public private(set) var wanted: [Effect] = []
    /// The number of each effect in `wanted`, by which it is answered.
    public private(set) var wantedNumbers: [Int] = []
    /// What was asked for before by rows of a loop that ends: what has not been begun need not be done, and each is to be
    /// answered before anything else happens.
    public internal(set) var withdrawn: [Int] = []
    /// Rows run side by side of which none has worked yet.
    public var isUntried: Bool { root.group != nil && !hasSuccess }
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
    public func resume(all answers: [Answer]) -> Outcome {
        resume(with: zip(wantedNumbers, answers).map { ($0, $1) })
    }

    /// Goes on with answers to some of what was asked for, by its numbers. What is not answered yet is not asked for
    /// again.
    ///
    /// - Parameter events: what was said meanwhile, by the number of the effect it is about; told in the order of rows.
    public func resume(
        with answers: [(number: Int, answer: Answer)], saying events: [(number: Int, event: OutputEvent)] = []
    ) -> Outcome {
        for (number, event) in events {
            guard let fiber = outstanding[number] else { continue }
            fiber.output.append(event)
            switch event {
            case .rowFailed(let failure), .rowLeft(let failure): note(failure)
            default: break
            }
        }
        wanted = []
        wantedNumbers = []
        withdrawn = []
        var end: Outcome?
        for (number, answer) in answers {
            guard let fiber = outstanding.removeValue(forKey: number) else { continue }
            fiber.asked = nil
            if let outcome = resume(fiber, answer) { end = outcome }
        }
        if let end { return leave(end) }
        return proceed()
    }

    private func resume(_ fiber: Fiber, _ answer: Answer) -> Outcome? {
        self.fiber = fiber
        let pending = fiber.pending
        fiber.pending = .nothing
        fiber.wants = nil
        // The instruction that asked for a page is run again with it; a failure is its own, not of the one before it.
        let isRepeated = if case .page = pending { true } else { false }
        if isRepeated { fiber.pc += 1 }
        guard let failure = accept(answer, pending) else {
            if isRepeated { fiber.pc -= 1 }
            return nil
        }
        guard let outcome = unwind(failure) else { return nil }
        guard let home = fiber.home else { return outcome }
        home.take(outcome, from: fiber)
        return nil
    }

    /// Asks the host for something.
    func ask(_ effect: Effect, for fiber: Fiber) {
        lastAsked += 1
        fiber.asked = lastAsked
        outstanding[lastAsked] = fiber
        wanted.append(effect)
        wantedNumbers.append(lastAsked)
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
            if let group = root.group, group.isAwaited {
                switch advance(group) {
                case .ended(let outcome): return leave(outcome)
                case .waits:
                    if let outcome = ask(group) { return outcome }
                case .goesOn: break
                }
            }
            fiber = root
            if let outcome = step() { return leave(outcome) }
        }
    }

    /// An effect to be asked for, or the end.
    func leave(_ outcome: Outcome) -> Outcome {
        if case .wants(let effect) = outcome {
            ask(effect, for: root)
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
