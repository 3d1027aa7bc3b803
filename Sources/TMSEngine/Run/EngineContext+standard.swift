public import TMSCommands
public import TMSRuntime
public import TrackingMore

extension EngineContext {
    /// The usual chain: plan or nothing, retries, limits, client.
    ///
    /// - Parameters:
    ///   - ledger: the account's limit, shared by all runs of a session.
    ///   - log: where each call leaves a line.
    ///   - isLimited: false in the sandbox, which has all the time in the world.
    ///   - rate: calls a second that the plan of the account allows; nil for the usual one.
    ///   - isDryRun: writes are held back for the whole run.
    ///   - jitter: a number in 0 ..< 1.
    ///   - report: told what the chain does meanwhile; called from any thread.
    public static func standard(
        client: Client, environment: Environment, clock: any EngineClock = SystemClock(),
        statistics: CallStatistics = CallStatistics(), knowledge: AccountKnowledge = AccountKnowledge(),
        ledger: RateLedger = RateLedger(), log: RequestLog? = nil,
        services: any SessionServices, catalogue: Catalogue = .standard, directory: String = ".",
        isLimited: Bool = true, rate: Int? = nil, isDryRun: Bool = false, takesGuesses: Bool = false,
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        report: @escaping @Sendable (EngineNotice) -> Void = { _ in },
        consent: @escaping @Sendable (ConsentRequest) async -> Consent
    ) -> EngineContext {
        let underWay = CallsUnderWay()
        let end = ClientHandler(client: client, statistics: statistics, underWay: underWay, log: log)
        let limited: any RequestHandler =
            isLimited
            ? LimitHandler(next: end, clock: clock, statistics: statistics, ledger: ledger, rate: rate, report: report)
            : end
        let chain = RetryHandler(next: limited, clock: clock, statistics: statistics, jitter: jitter, report: report)
        let plan = DryRunHandler(next: chain, baseURL: client.baseURL, statistics: statistics, report: report)
        var context = EngineContext(
            catalogue: catalogue, environment: environment, chain: isDryRun ? plan : chain, planChain: plan,
            baseURL: client.baseURL, clock: clock, statistics: statistics, knowledge: knowledge, services: services,
            directory: directory,
            takesGuesses: takesGuesses, consent: consent)
        context.isDryRun = isDryRun
        context.underWay = underWay
        context.progress = Progress(statistics, clock)
        return context
    }
}
