import Glibc
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
    private let statistics = CallStatistics()
    private let knowledge = AccountKnowledge()
    private let reason = Mutex<Diagnostic?>(nil)

    var failure: Diagnostic? { reason.withLock { $0 } }

    init(path: String, zone: Zone) {
        let holder = SandboxHolder(path: path)
        sandbox = holder
        environment = .standard(now: { holder.now }, zoneOffset: { zone.offset(at: $0) }, zoneName: zone.name)
    }

    func open() async throws(Diagnostic) {
        do {
            try await sandbox.open()
        } catch {
            let diagnostic = Diagnostic(
                .error, "E0909", String(describing: error), notes: ["XDG_STATE_HOME says where it is kept"])
            reason.withLock { $0 = diagnostic }
            throw diagnostic
        }
    }

    func context(for session: SessionHooks) -> EngineContext {
        let transport = LazyTransport { [self] in
            try? await open()
            return sandbox.opened.map { SimulatorTransport($0) }
        }
        let client = Client(transport: transport, key: { Secret("sandbox") })
        return EngineContext.standard(
            client: client, environment: environment, statistics: statistics, knowledge: knowledge,
            services: SandboxServices(self, SharedServices(session: session)), directory: session.directory,
            isLimited: false, isDryRun: session.isDryRun,
            takesGuesses: session.takesGuesses, report: session.report, consent: session.consent)
    }

    func summary() async -> String {
        guard (try? await open()) != nil, let status = try? await sandbox.opened?.status() else { return "sandbox" }
        return "sandbox, seed \(status.seed), \(status.parcels) parcels"
    }
}

/// The sandbox once it is open, and what its clock last showed.
final class SandboxHolder: Sendable {
    private struct State {
        var sandbox: Sandbox?
        var now: Int?
    }

    private let path: String
    private let configuration: Sandbox.Configuration
    private let state = Mutex(State())

    init(path: String, _ configuration: Sandbox.Configuration = Sandbox.Configuration()) {
        self.path = path
        self.configuration = configuration
    }

    var opened: Sandbox? { state.withLock { $0.sandbox } }

    /// Seconds since 1970 by the sandbox's clock, which stands still between commands; the machine's until it is open.
    var now: Int { state.withLock { $0.now } ?? Zone.now() }

    func open() async throws(SandboxError) {
        guard opened == nil else { return }
        makeFolder()
        let sandbox = try Sandbox(at: path, configuration)
        let now = try await sandbox.now
        state.withLock {
            $0.sandbox = sandbox
            $0.now = now
        }
    }

    func readClock() async throws(SandboxError) {
        guard let now = try await opened?.now else { return }
        state.withLock { $0.now = now }
    }

    /// Only for its owner: the account holds names and addresses, pretended as they are.
    private func makeFolder() {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o700)
        }
    }
}
