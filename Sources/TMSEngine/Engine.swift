public import TMSBase
public import TMSCommands
public import TMSRuntime
public import TMSStore
public import TMSSyntax

/// Runs programs: lets the machine go until it wants something, gets it, and lets it go on.
public struct Engine: Sendable {
    public let context: EngineContext

    public init(context: EngineContext) { self.context = context }

    /// Runs a program to its end. Cancelling the task stops it after the call in flight, with status 7.
    ///
    /// - Parameters:
    ///   - globals: variables from earlier lines of the shell.
    ///   - arguments: what was given for `param`s.
    ///   - work: what the journal calls it, where it may write to the account.
    ///   - wantsMore: false once nobody reads further rows; their source then ends.
    ///   - isAbandoned: true once nothing that the program says can be written: it ends before its next call.
    ///   - output: what the program says, in order.
    public func run(
        _ program: CompiledProgram, globals: [String: Value] = [:], arguments: [String: Value] = [:],
        work: JournaledWork? = nil, maxSteps: Int = .max, wantsMore: () -> Bool = { true },
        isAbandoned: @escaping () -> Bool = { false },
        output: @escaping (OutputEvent) -> Void
    ) async -> RunResult {
        var context = program.isReadOnly ? context.readOnly : context
        let journal = work.flatMap { work in
            context.isDryRun ? nil : context.journal.map { RunJournal($0, work, clock: context.environment.now) }
        }
        let before = context.statistics.snapshot
        context.progress?.begin()
        do throws(Failure) {
            if let earlier = try await journal?.prepare(), let settings = context.journal {
                context.environment = context.environment.going(on: earlier.clock)
                output(.diagnostic(.goingOn(with: earlier, now: settings.now())))
            }
            if let aside = context.journal?.takeAside() { output(.diagnostic(.movedAside(aside))) }
        } catch {
            return RunResult(error, globals: globals)
        }
        let machine = Machine(
            program, environment: context.environment, globals: globals, arguments: arguments)
        machine.maxSteps = maxSteps
        machine.maxRowsInFlight = context.maxRowsInFlight
        machine.maxRowsHeld = context.maxRowsHeld
        machine.meanwhile = context.meanwhile
        let interruptor = machine.interruptor
        let said = EffectOutput()
        let driver = EffectDriver(context: context, journal: journal) { said.events.append((said.number, $0)) }
        let underWay = driver.underWay
        // The handler of the cancellation interrupts the machine; what tidies up is still done.
        let loop = ProgramLoop(
            machine: machine, isAbandoned: isAbandoned, stop: { withUnsafeCurrentTask { $0?.cancel() } },
            output: { output(driver.observed($0)) })
        let outcome = await withTaskCancellationHandler {
            await drive(loop, driver, said, wantsMore)
        } onCancel: {
            interruptor.interrupt()
            underWay.cancel()
        }
        let planned = await driver.planned()
        driver.finish()
        if let planned { output(.plan(planned.price, isWhole: true)) }
        var result = RunResult(
            outcome, globals: machine.globals, failures: machine.failures,
            statistics: context.statistics.snapshot.since(before),
            remains: Remains(machine), continuation: driver.continuation)
        result.planned = planned.map { RunResult.Planned(price: $0.price, rows: $0.rows) }
        for journal in [journal].compactMap({ $0 }) + driver.undoing {
            if let run = await journal.end(status: result.status, result.statistics) {
                result.stop = .stopped(run, driver.tally.reached)
            }
        }
        return result
    }

    /// Everything the program wants at a time is answered together; what is said about one of it is told in its place.
    private func drive(
        _ loop: ProgramLoop, _ driver: EffectDriver, _ said: EffectOutput, _ wantsMore: () -> Bool
    ) async -> Outcome {
        let machine = loop.machine
        var outcome = machine.run()
        while loop.wantsMore(after: outcome) {
            if case .next? = machine.wanted.first, machine.wanted.count == 1, !wantsMore() {
                outcome = machine.cutShort()
                continue
            }
            let answers = await driver.answers(to: WantedEffects(machine)) { said.number = $0 }
            outcome = machine.resume(with: answers, saying: said.take())
        }
        await driver.landAll()
        return outcome
    }
}

/// What is said while effects are answered, each with the number of its effect, so that it is told in the order of rows.
private final class EffectOutput {
    var number = 0
    var events: [(number: Int, event: OutputEvent)] = []

    func take() -> [(number: Int, event: OutputEvent)] {
        defer { events = [] }
        return events
    }
}

/// How a run ended, and what it cost.
public struct RunResult: Sendable {
    public let status: ExitStatus
    public let failure: Failure?
    /// Variables for the shell's next line.
    public let globals: [String: Value]
    public let statistics: CallStatistics.Snapshot
    /// `$failures`, the first 10,000 rows that failed or were not sent.
    public let failures: [Value]
    public let remains: Remains
    /// What was planned, with its rows where they were wanted.
    public internal(set) var planned: Planned?

    public struct Planned: Sendable {
        public let price: PlanPrice
        public let rows: [EndpointCall]
    }

    /// Told last of a run that was interrupted and can be gone on with: how far it came.
    public internal(set) var stop: Diagnostic?
    /// The run that `resume` goes on with.
    public let continuation: RunRecord?

    /// A run that failed before it began.
    init(_ failure: Failure, globals: [String: Value]) {
        status = failure.status
        self.failure = failure
        self.globals = globals
        statistics = CallStatistics.Snapshot()
        failures = []
        remains = Remains(nil)
        continuation = nil
    }

    init(
        _ outcome: Outcome, globals: [String: Value], failures: [Value], statistics: CallStatistics.Snapshot,
        remains: Remains, continuation: RunRecord? = nil
    ) {
        self.remains = remains
        self.continuation = continuation
        self.failures = failures
        self.globals = globals
        self.statistics = statistics
        switch outcome {
        case .finished(let status):
            self.status = status
            failure = nil
        case .failed(let failure):
            status = failure.status
            self.failure = failure
        case .wants:
            status = .failed
            failure = nil
        }
    }
}

/// What a run leaves in the memory. A million rows take longer to be released one by one than a person waits after
/// ^C: a program about to exit keeps this and leaves all of it to the end of the process; one that goes on releases it meanwhile.
public final class Remains: @unchecked Sendable {
    // Nobody looks at it any more.
    private var machine: Machine?

    public init(_ machine: Machine?) { self.machine = machine }

    /// Takes its time. To be called once, from any thread.
    public func release() { machine = nil }
}
