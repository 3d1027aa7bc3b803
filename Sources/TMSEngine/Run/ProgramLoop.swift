public import TMSRuntime

/// The one loop that runs a program: the machine runs until it wants something, what it has said meanwhile is handed on,
/// and it runs on with the answer. Who gets the answer is the caller's affair: `Engine.run` waits for it, and a program that
/// calls nobody needs none.
struct ProgramLoop {
    let machine: Machine
    /// True once nothing that the program says can be written: it then ends before its next call.
    let isAbandoned: () -> Bool
    /// Stops the program between two instructions.
    let stop: () -> Void
    /// What the program says, in order.
    let output: (OutputEvent) -> Void

    /// To be asked after each turn of the machine.
    ///
    /// - Returns: whether it wants answers; otherwise the program has ended.
    func wantsMore(after outcome: Outcome) -> Bool {
        for event in machine.takeOutput() { output(event) }
        guard case .wants = outcome else { return false }
        if isAbandoned() { stop() }
        return true
    }
}

extension Engine {
    /// Runs a program that asks nothing of the world, on the thread of its caller: no task is started for it, and nothing
    /// is opened.
    ///
    /// - Parameters:
    ///   - settings: how the machine is set up before it runs, and who may interrupt it.
    ///   - isAbandoned: true once nothing that the program says can be written.
    ///   - output: what the program says, in order.
    public static func run(
        alone program: CompiledProgram, environment: Environment, arguments: [String: Value],
        settings: (Machine) -> Void, isAbandoned: @escaping () -> Bool, output: @escaping (OutputEvent) -> Void
    ) -> RunResult {
        let machine = Machine(program, environment: environment, arguments: arguments)
        settings(machine)
        let loop = ProgramLoop(
            machine: machine, isAbandoned: isAbandoned, stop: machine.interruptor.interrupt, output: output)
        var outcome = machine.run()
        while loop.wantsMore(after: outcome) { outcome = machine.resume(.done) }
        return RunResult(
            outcome, globals: machine.globals, failures: machine.failures, statistics: CallStatistics.Snapshot(),
            remains: Remains(machine))
    }
}
