import Synchronization
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax
import TrackingMore
import TrackingMoreSimulator

/// The pretend account on this machine; its store is opened by the first line that asks for something.
final class SandboxWorld: OpenableWorld {
    let isLive = false
    let environment: Environment
    let sandbox: SandboxHolder
    let runs: StoreHolder?
    private let status: StatusLine?
    private let log: RequestLog?
    private let statistics = CallStatistics()
    private let knowledge = AccountKnowledge()

    var failure: Diagnostic? { sandbox.problem.map(Self.diagnostic) }

    /// - Parameter runs: where its runs are kept; nil keeps none.
    init(path: String, zone: Zone, runs: String? = nil, status: StatusLine? = nil, log: RequestLog? = nil) {
        self.log = log
        self.status = status
        let holder = SandboxHolder(path: path)
        sandbox = holder
        // A pretend account is worth no wait for the disk.
        self.runs = runs.map { StoreHolder(path: $0, isDurable: false) }
        environment = .standard(now: { holder.now }, zoneOffset: { zone.offset(at: $0) }, zoneName: zone.name)
    }

    func knowsCarrier(_ code: String) -> Bool { knowledge.knowsCarrier(code) }

    func open() async throws(Diagnostic) {
        do {
            try sandbox.open()
        } catch {
            throw Self.diagnostic(error)
        }
    }

    private static func diagnostic(_ error: SandboxError) -> Diagnostic {
        Diagnostic(.error, "E0909", error.description, notes: error.remedy.map { [$0] } ?? [])
    }

    func context(for session: SessionHooks) -> EngineContext {
        let transport = LazyTransport { [self] in
            try? await open()
            return sandbox.opened.map { SimulatorTransport($0) }
        }
        let client = Client(dialect: Catalogue.standard.dialect, transport: transport, key: { Secret("sandbox") })
        var path = RequestPath(client)
        path.clock = status.map { CountingClock(base: SystemClock(), line: $0) } ?? SystemClock()
        path.statistics = statistics
        path.limit = nil
        path.log = log
        path.report = session.report
        var context = EngineContext(
            path, environment: environment, services: SandboxServices(self, SharedServices(session: session)),
            isDryRun: session.options.isDryRun, consent: session.consent)
        context.knowledge = knowledge
        context.directory = session.directory
        context.takesGuesses = session.options.takesGuesses
        context.journal = runs?.settings
        context.accountName = { "sandbox" }
        context.held = { [self] in
            try? await open()
            let parcels = (try? await sandbox.opened?.parcels(limit: 20_000)) ?? []
            return parcels.map {
                HeldParcel(
                    number: $0.number, carrier: $0.carrier, order: $0.order, title: $0.title, customer: $0.customer)
            }
        }
        return context
    }

    func summary() async -> String {
        guard (try? await open()) != nil, let status = try? await sandbox.opened?.status() else { return "sandbox" }
        return "sandbox, seed \(status.seed), \(status.parcels) parcels"
    }
}

/// The sandbox, opened by whoever first asks it for something, be it the time; and what its clock last showed.
final class SandboxHolder: Sendable {
    private struct State {
        var sandbox: Sandbox?
        var now: Int?
        var problem: SandboxError?
    }

    private let path: String
    private let configuration: Sandbox.Configuration
    private let state = Mutex(State())

    init(path: String, _ configuration: Sandbox.Configuration = Sandbox.Configuration()) {
        self.path = path
        self.configuration = configuration
    }

    var opened: Sandbox? { state.withLock { $0.sandbox } }

    /// Why it could not be opened, if that was tried in vain.
    var problem: SandboxError? { state.withLock { $0.problem } }

    /// Seconds since 1970 by the sandbox's clock, which stands still between commands. Where the account cannot be opened
    /// it is the machine's, and `problem` ends the run.
    var now: Int {
        if let now = state.withLock({ $0.now }) { return now }
        try? open()
        return state.withLock { $0.now } ?? Zone.now()
    }

    func open() throws(SandboxError) {
        // One at a time: who comes second finds it open.
        let opened: Result<Void, SandboxError> = state.withLock { state in
            guard state.sandbox == nil else { return .success(()) }
            do throws(SandboxError) {
                let sandbox = try Sandbox(at: path, configuration)
                state.now = try sandbox.now
                state.sandbox = sandbox
                return .success(())
            } catch {
                state.problem = error
                return .failure(error)
            }
        }
        try opened.get()
    }

    /// Begins anew; a file that is damaged is moved aside.
    ///
    /// - Returns: where the old file is now; nil where it was sound.
    func reset(seed: UInt64?, count: Int, quota: Int?) async throws(SandboxError) -> String? {
        var aside: String?
        if opened == nil {
            let anew = try Sandbox.anew(at: path, configuration)
            aside = anew.aside
            state.withLock { $0.sandbox = anew.sandbox }
        }
        do {
            try await opened?.reset(seed: seed, count: count, quota: quota)
        } catch {
            guard error.asksForAnew, let damaged = state.withLock({ $0.sandbox }) else { throw error }
            state.withLock { $0.sandbox = nil }
            aside = try damaged.abandon()
            let sandbox = try Sandbox(at: path, configuration)
            state.withLock { $0.sandbox = sandbox }
            try await sandbox.reset(seed: seed, count: count, quota: quota)
        }
        state.withLock { $0.problem = nil }
        try readClock()
        return aside
    }

    func readClock() throws(SandboxError) {
        guard let now = try opened?.now else { return }
        state.withLock { $0.now = now }
    }
}
