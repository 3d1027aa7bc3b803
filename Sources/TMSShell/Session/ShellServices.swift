public import TMSCommands
public import TMSRuntime

/// What the shell can tell of itself, and change: its settings and its profile.
public struct ShellServices: Sendable {
    /// Every setting as a row.
    public var settings: @Sendable () throws(SessionRefusal) -> Value
    /// Every profile as a row.
    public var profiles: @Sendable () throws(SessionRefusal) -> Value
    /// Goes over to another profile once the statement is done; refuses one that cannot be.
    public var change: @Sendable (String) throws(SessionRefusal) -> Void
    /// Begins the tour once the statement is done.
    public var tour: @Sendable () -> Void

    public init(
        settings: @escaping @Sendable () throws(SessionRefusal) -> Value,
        profiles: @escaping @Sendable () throws(SessionRefusal) -> Value,
        change: @escaping @Sendable (String) throws(SessionRefusal) -> Void, tour: @escaping @Sendable () -> Void
    ) {
        self.tour = tour
        self.settings = settings
        self.profiles = profiles
        self.change = change
    }
}
