public import LineEditor
public import TMSEngine
public import TMSRuntime
public import TMSSyntax

/// The account a session works on. Made at once, opened when the first program needs it: no store, key or network is
/// touched by a line that calls nobody.
public protocol World: Sendable {
    /// Whether calls reach a real account.
    var isLive: Bool { get }
    var environment: Environment { get }
    /// Why the store could not be opened or the key not be found, if that was tried.
    var failure: Diagnostic? { get }
    /// Whether an answer of the account has named a carrier that the built-in list lacks.
    func knowsCarrier(_ code: String) -> Bool
    /// Opens the store or finds the key, unless that has been done. The first call does it unasked.
    func open() async throws(Diagnostic)
    /// What runs are carried out with. Made once a session.
    func context(for session: SessionHooks) -> EngineContext
}

extension World {
    public func knowsCarrier(_ code: String) -> Bool { false }
}

/// What the world asks of the session while a program runs.
public struct SessionHooks: Sendable {
    /// Asked before a call that cannot be taken back.
    public var consent: @Sendable (ConsentRequest) async -> Consent
    /// Told what happens meanwhile: a pause, a retry, a write held back.
    public var report: @Sendable (EngineNotice) -> Void
    /// Asks the person at the terminal for a line; `nil` where nobody is there.
    public var ask: @Sendable (String) async -> String?
    /// The statements entered so far, oldest first.
    public var history: @Sendable () -> [HistoryRecord]
    /// Shows the last table with all its columns; false where there is none.
    public var browse: @Sendable () -> Bool
    /// What only the shell can do; nil in a script.
    public var shell: ShellServices?
    /// The row of the last table so many rows after the one that was looked at last.
    public var step: @Sendable (Int) -> RowWalk.Step
    public var options: RunOptions
    /// Relative paths begin here.
    public var directory: String
}
