import Synchronization
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax
import TrackingMore
import TrackingMoreHTTP

/// A real account. Its key is read, and the network library loaded, by the first line that asks for something.
final class LiveWorld: OpenableWorld {
    let isLive = true
    let environment: Environment
    private let baseURL: String
    private let source: KeySource
    private let statistics = CallStatistics()
    private let knowledge = AccountKnowledge()
    private let ledger = RateLedger()
    private let reason = Mutex<Diagnostic?>(nil)

    var failure: Diagnostic? { reason.withLock { $0 } }
    private let connection = Mutex<(key: Secret, transport: CurlTransport)?>(nil)

    init(baseURL: String, source: KeySource, zone: Zone) {
        self.baseURL = baseURL
        self.source = source
        environment = .standard(now: { Zone.now() }, zoneOffset: { zone.offset(at: $0) }, zoneName: zone.name)
    }

    func open() async throws(Diagnostic) { try connect() }

    private func connect() throws(Diagnostic) {
        guard connection.withLock({ $0 == nil }) else { return }
        do {
            let key = try source.key()
            connection.withLock { $0 = (key, CurlTransport()) }
        } catch {
            reason.withLock { $0 = error }
            throw error
        }
    }

    func context(for session: SessionHooks) -> EngineContext {
        let transport = LazyTransport { [self] in
            try? connect()
            return connection.withLock { $0?.transport }
        }
        let client = Client(
            baseURL: baseURL, userAgent: "tms/\(Version.number)", transport: transport,
            key: { [self] in
                try? connect()
                return connection.withLock { $0?.key } ?? Secret("")
            })
        return EngineContext.standard(
            client: client, environment: environment, statistics: statistics, knowledge: knowledge,
            ledger: ledger, services: SharedServices(session: session), directory: session.directory,
            isDryRun: session.isDryRun, takesGuesses: session.takesGuesses, report: session.report,
            consent: session.consent)
    }

    func summary() async -> String {
        baseURL == Client.defaultBaseURL ? "LIVE" : "LIVE at \(baseURL)"
    }
}
