import Synchronization
import TMSBase
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
    private let timeout: Duration
    private let status: StatusLine?
    private let log: RequestLog?
    private let pace: Pace
    private let statistics = CallStatistics()
    private let knowledge = AccountKnowledge()
    private let ledger: RateLedger
    private let runs: StoreHolder
    private let reason = Mutex<Diagnostic?>(nil)

    var failure: Diagnostic? { reason.withLock { $0 } }
    private let connection = Mutex<(key: Secret, transport: any Transport)?>(nil)

    /// So many requests wait for their answers at a time: enough to use a limit of three a second with answers that take
    /// three seconds.
    private static let requestsAtATime = 12

    /// - Parameters:
    ///   - timeout: how long one call is waited for.
    ///   - log: where each call leaves a line.
    ///   - pace: how fast calls may follow each other.
    ///   - runs: the file where the runs of an account are kept, by the account's name.
    ///   - limits: the folder where processes that use the same account leave word of their calls.
    init(
        baseURL: String, source: KeySource, zone: Zone, timeout: Duration, status: StatusLine?, limits: String,
        log: RequestLog? = nil, pace: Pace, runs: @escaping @Sendable (_ account: String) -> String
    ) {
        self.log = log
        self.pace = pace
        self.runs = StoreHolder(isDurable: true) { () throws(Diagnostic) in
            runs(AccountName.name(of: try source.key(), at: baseURL))
        }
        ledger = RateLedger(sharedAt: "\(limits)/\(source.fingerprint(at: baseURL))")
        self.timeout = timeout
        self.status = status
        self.baseURL = baseURL
        self.source = source
        environment = .standard(now: { Zone.now() }, zoneOffset: { zone.offset(at: $0) }, zoneName: zone.name)
    }

    func knowsCarrier(_ code: String) -> Bool { knowledge.knowsCarrier(code) }

    func open() async throws(Diagnostic) { try connect() }

    private func connect() throws(Diagnostic) {
        guard connection.withLock({ $0 == nil }) else { return }
        // A command that failed is not run again for the same run.
        if let reason = failure { throw reason }
        do {
            let key = try source.key()
            PrivateMemory.begin()
            let transport = CurlTransport(
                limits: CurlTransport.Limits(connect: min(.seconds(10), timeout), total: timeout))
            connection.withLock {
                $0 = (
                    key, status.map { WaitingTransport(base: transport, line: $0, clock: SystemClock()) } ?? transport
                )
            }
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
            dialect: Catalogue.standard.dialect, baseURL: baseURL, userAgent: "tms/\(Version.number)",
            transport: transport,
            key: { [self] in
                try? connect()
                return connection.withLock { $0?.key } ?? Secret("")
            })
        var path = RequestPath(client)
        path.clock = status.map { CountingClock(base: SystemClock(), line: $0) } ?? SystemClock()
        path.statistics = statistics
        path.limit = pace == .unlimited ? nil : RequestPath.CallLimit(ledger: ledger, rate: pace.rate)
        path.log = log
        path.report = session.report
        var context = EngineContext(
            path, environment: environment, services: SharedServices(session: session),
            isDryRun: session.options.isDryRun, consent: session.consent)
        context.knowledge = knowledge
        context.directory = session.directory
        context.takesGuesses = session.options.takesGuesses
        context.requestsAtATime = Self.requestsAtATime
        context.journal = runs.settings
        context.accountName = { [self] () throws(Failure) in
            do throws(Diagnostic) {
                return AccountName.name(of: try source.key(), at: baseURL)
            } catch {
                throw Failure(kind: .usage, error, isFatal: true, status: ExitStatus.of(error))
            }
        }
        return context
    }

    func holdsKey(_ text: String) -> Bool {
        let key = connection.withLock { $0?.key } ?? source.givenKey
        return key.map { !$0.isEmpty && text.contains($0.revealed) } ?? false
    }

    func summary() async -> String {
        baseURL == Catalogue.standard.dialect.defaultBaseURL ? "LIVE" : "LIVE at \(baseURL)"
    }
}

/// How fast the calls of a real account may follow each other.
enum Pace: Equatable {
    /// As the service allows everybody.
    case usual
    /// So many calls a second, as the plan of the account allows.
    case plan(rate: Int)
    /// As fast as it goes: an address of this machine (`--no-limit`).
    case unlimited

    var rate: Int? {
        if case .plan(let rate) = self { rate } else { nil }
    }
}
