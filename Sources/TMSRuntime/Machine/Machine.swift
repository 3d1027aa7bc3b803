// The public face of the machine, for those who drive it. The compiler makes a `CompiledProgram` of a
// `CheckedProgram`; a `Machine` runs it until it ends or wants something.

/// How a run of the machine paused.
public enum Outcome: Sendable {
    /// Ran to the end, or `exit N`.
    case finished(status: Int)
    case failed(Failure)
    case wants(Effect)
}
