public import TMSRuntime

/// Runs programs: lets the machine go until it wants something, gets it, and lets it go on.
public struct Engine: Sendable {
    public let context: EngineContext

    public init(context: EngineContext) { self.context = context }

    /// Runs a program to its end. Cancelling the task stops it after the call in flight, with status 7.
    ///
    /// - Parameters:
    ///   - globals: variables from earlier lines of the shell.
    ///   - arguments: what was given for `param`s.
    ///   - wantsMore: false once nobody reads further rows; their source then ends.
    ///   - output: what the program says, in order.
    public func run(
        _ program: CompiledProgram, globals: [String: Value] = [:], arguments: [String: Value] = [:],
        maxSteps: Int = .max, wantsMore: () -> Bool = { true }, output: @escaping (OutputEvent) -> Void
    ) async -> RunResult {
        let context = program.isReadOnly ? context.readOnly : context
        let machine = Machine(
            program, environment: context.environment, globals: globals, arguments: arguments)
        machine.maxSteps = maxSteps
        machine.maxRowsInFlight = context.maxRowsInFlight
        machine.maxRowsHeld = context.maxRowsHeld
        machine.meanwhile = context.meanwhile
        let interruptor = machine.interruptor
        let before = context.statistics.snapshot
        let said = EffectOutput()
        let driver = EffectDriver(context: context) { said.events.append((said.place, $0)) }
        let outcome = await withTaskCancellationHandler {
            await drive(machine, driver, said, wantsMore, output)
        } onCancel: {
            interruptor.interrupt()
        }
        driver.finish()
        return RunResult(
            outcome, globals: machine.globals, statistics: context.statistics.snapshot.since(before),
            remains: Remains(machine))
    }

    /// Everything the program wants at a time is answered together; what is said about one of it is told in its place.
    private func drive(
        _ machine: Machine, _ driver: EffectDriver, _ said: EffectOutput, _ wantsMore: () -> Bool,
        _ output: (OutputEvent) -> Void
    ) async -> Outcome {
        var outcome = machine.run()
        while true {
            for event in machine.takeOutput() { output(event) }
            guard case .wants = outcome else { return outcome }
            if case .next? = machine.wanted.first, machine.wanted.count == 1, !wantsMore() {
                outcome = machine.cutShort()
                continue
            }
            let answers = await driver.answers(to: machine.wanted) { said.place = $0 }
            outcome = machine.resume(all: answers, saying: said.take())
        }
    }
}

/// What is said while effects are answered, each with the place of its effect, so that it is told in the order of rows.
private final class EffectOutput {
    var place = 0
    var events: [(place: Int, event: OutputEvent)] = []

    func take() -> [(place: Int, event: OutputEvent)] {
        defer { events = [] }
        return events
    }
}

/// How a run ended, and what it cost.
public struct RunResult: Sendable {
    public let status: Int
    public let failure: Failure?
    /// Variables for the shell's next line.
    public let globals: [String: Value]
    public let statistics: CallStatistics.Snapshot
    public let remains: Remains

    init(
        _ outcome: Outcome, globals: [String: Value], statistics: CallStatistics.Snapshot, remains: Remains
    ) {
        self.remains = remains
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
            status = 1
            failure = nil
        }
    }
}

/// What a run leaves in the memory. A million rows take longer to be let go of one by one than a person waits after
/// ^C: who is about to exit keeps this and lets all of it go with the process, who goes on lets go of it meanwhile.
public final class Remains: @unchecked Sendable {
    // Nobody looks at it any more.
    private var machine: Machine?

    public init(_ machine: Machine) { self.machine = machine }

    /// Takes its time. To be called once, from any thread.
    public func letGo() { machine = nil }
}
