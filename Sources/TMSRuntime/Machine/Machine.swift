import Synchronization
import TMSSyntax

/// Runs a compiled program until it ends or wants something of the world.
///
/// It does no I/O and starts no thread: drive it with `run`, answer what it wants with `resume`, and take what it has
/// to say with `takeOutput` whenever it pauses.
public final class Machine {
    let program: CompiledProgram
    let environment: Environment
    let fiber: Fiber
    private let given: [String: Value]
    private let interruption = Interruption()
    /// Turns of loops and calls of definitions before the program is stopped.
    public var maxSteps = Int.max
    /// Definitions may call each other this deep.
    public var maxDepth = 2_000
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
        fiber = Fiber(program)
        for (name, register) in program.globals {
            if let value = globals[name] { fiber.stack[register] = value }
        }
        for parameter in program.parameters {
            if let value = arguments[parameter.name] { fiber.stack[parameter.register] = value }
        }
    }

    /// Begins, or goes on after a pause that needs no answer.
    public func run() -> Outcome {
        for parameter in program.parameters where parameter.isRequired && given[parameter.name] == nil {
            return .failed(Fault.missingParameter(parameter.name).failure(at: parameter.location))
        }
        return proceed()
    }

    /// Goes on with the answer to the effect last wanted.
    public func resume(_ answer: Answer) -> Outcome {
        let pending = fiber.pending
        fiber.pending = .nothing
        if let failure = accept(answer, pending) {
            if let outcome = unwind(failure) { return outcome }
        }
        return proceed()
    }

    /// What the program has said since it was last asked.
    public func takeOutput() -> [OutputEvent] {
        defer { fiber.output.removeAll(keepingCapacity: true) }
        return fiber.output
    }

    /// The variables of the outermost scope, for the shell's next line.
    public var globals: [String: Value] {
        var result: [String: Value] = [:]
        for (name, register) in program.globals {
            let value = fiber.stack[register]
            if case .nothing = value { continue }
            result[name] = value
        }
        return result
    }

    /// Set it from any thread to stop the program at the next turn of a loop or the next effect.
    public var interruptor: Interruption { interruption }

    private func proceed() -> Outcome {
        if let effect = fiber.cleanup.popFirstEffect() { return .wants(effect) }
        if let ending = fiber.ending { return ending }
        return execute()
    }
}

/// A flag that stops a machine, safe to set from any thread or signal handler.
public final class Interruption: Sendable {
    private let flag = Atomic(false)

    public func interrupt() { flag.store(true, ordering: .relaxed) }
    public var isSet: Bool { flag.load(ordering: .relaxed) }
    public func clear() { flag.store(false, ordering: .relaxed) }
}

extension [Effect] {
    fileprivate mutating func popFirstEffect() -> Effect? { isEmpty ? nil : removeFirst() }
}

/// How a run of the machine paused.
public enum Outcome: Sendable {
    /// Ran to the end, or `exit N`.
    case finished(status: Int)
    case failed(Failure)
    case wants(Effect)
}
