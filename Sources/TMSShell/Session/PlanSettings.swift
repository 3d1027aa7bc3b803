/// How a session plans a script: what it would write is held back and told at its end.
public struct PlanSettings: Sendable, Equatable {
    /// The file that the plan is saved in; nil saves none.
    public var path: String?

    public init(path: String?) { self.path = path }
}
