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
    private let connection = Mutex<(key: Secret, transport: CurlTransport)?>(nil)

    init(baseURL: String, source: KeySource, zone: Zone) {
        self.baseURL = baseURL
        self.source = source
        environment = .standard(now: { Zone.now() }, zoneOffset: { zone.offset(at: $0) })
    }

    func open() async throws(Diagnostic) {
        guard connection.withLock({ $0 == nil }) else { return }
        let key = try source.key()
        connection.withLock { $0 = (key, CurlTransport()) }
    }

    func context(for session: SessionHooks) -> EngineContext {
        let client = Client(
            baseURL: baseURL, transport: LazyTransport(opened: { [self] in connection.withLock { $0?.transport } }),
            key: { [self] in connection.withLock { $0?.key } ?? Secret("") })
        var context = EngineContext.standard(
            client: client, environment: environment, statistics: statistics, knowledge: knowledge,
            services: NoServices(), directory: session.directory, isDryRun: session.isDryRun,
            takesGuesses: session.takesGuesses, report: session.report, consent: session.consent)
        context.services = SharedServices(session: session, chain: context.chain)
        return context
    }

    func summary() async -> String {
        baseURL == Client.defaultBaseURL ? "LIVE" : "LIVE at \(baseURL)"
    }
}
