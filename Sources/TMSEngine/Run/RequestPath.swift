public import TMSCommands
public import TMSRuntime
public import TrackingMore

/// The usual way of a request to the service, through retries, the limit and the client, and what its links share.
public struct RequestPath: Sendable {
    public var client: Client
    public var clock: any EngineClock = SystemClock()
    public var statistics = CallStatistics()
    /// What the account allows; nil in the sandbox, which has all the time in the world.
    public var limit: CallLimit? = CallLimit()
    /// Where each call leaves a line.
    public var log: RequestLog?
    /// A number in 0 ..< 1.
    public var jitter: @Sendable () -> Double = { Double.random(in: 0..<1) }
    /// Told what happens on the way; called from any thread.
    public var report: @Sendable (EngineNotice) -> Void = { _ in }

    public init(_ client: Client) { self.client = client }

    /// How fast calls may follow each other.
    public struct CallLimit: Sendable {
        /// The account's, shared by all runs of a session.
        public var ledger: RateLedger
        /// Calls a second that the plan of the account allows; nil for the usual ones.
        public var rate: Int?

        public init(ledger: RateLedger = RateLedger(), rate: Int? = nil) {
            self.ledger = ledger
            self.rate = rate
        }
    }

    /// The handlers of the way, outermost first.
    func chain(_ underWay: CallsUnderWay) -> any RequestHandler {
        let end = ClientHandler(client: client, statistics: statistics, underWay: underWay, log: log)
        let limited: any RequestHandler =
            limit.map {
                LimitHandler(
                    next: end, clock: clock, statistics: statistics, ledger: $0.ledger, rate: $0.rate, report: report)
            } ?? end
        return RetryHandler(next: limited, clock: clock, statistics: statistics, jitter: jitter, report: report)
    }
}

extension EngineContext {
    /// - Parameters:
    ///   - path: how requests reach the service.
    ///   - isDryRun: writes are held back for the whole run.
    public init(
        _ path: RequestPath, environment: Environment, services: any SessionServices, isDryRun: Bool = false,
        consent: @escaping @Sendable (ConsentRequest) async -> Consent
    ) {
        let underWay = CallsUnderWay()
        let chain = path.chain(underWay)
        let plan = DryRunHandler(
            next: chain, baseURL: path.client.baseURL, statistics: path.statistics, report: path.report)
        self.init(
            environment: environment, chain: isDryRun ? plan : chain, planChain: plan, baseURL: path.client.baseURL,
            clock: path.clock, statistics: path.statistics, services: services, consent: consent)
        self.isDryRun = isDryRun
        self.underWay = underWay
        progress = Progress(statistics, clock)
    }
}
