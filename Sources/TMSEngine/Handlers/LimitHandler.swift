public import TrackingMore

/// Keeps to the account's limits: so many calls a second, and silence for as long as a refusal asks for.
///
/// Each rate has a queue of its own: immediate refreshes are counted apart from all other calls.
public struct LimitHandler: RequestHandler {
    /// Calls a second that a plan of the service may allow.
    public static let rates = 1...100
    private static let mostPauses = 3
    /// A longer pause is not waited for: the run ends, and goes on when somebody begins it again.
    private static let longestPause = 3_600.0

    private let next: any RequestHandler
    private let clock: any EngineClock
    private let statistics: CallStatistics
    private let ledger: RateLedger
    private let rate: Int?
    private let report: @Sendable (EngineNotice) -> Void

    /// - Parameter rate: calls a second that the plan of the account allows, where that is more than the usual one.
    public init(
        next: any RequestHandler, clock: any EngineClock, statistics: CallStatistics, ledger: RateLedger = RateLedger(),
        rate: Int? = nil, report: @escaping @Sendable (EngineNotice) -> Void = { _ in }
    ) {
        self.rate = rate
        self.next = next
        self.clock = clock
        self.statistics = statistics
        self.ledger = ledger
        self.report = report
    }

    public func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
        var pauses = 0
        while true {
            try await waitForTurn(request)
            defer { ledger.answered(rate: request.rate, pace: pace(of: request), now: clock.now()) }
            do {
                return try await next.send(request)
            } catch .refused(let refusal, let message) {
                guard let pause = refusal.pause, pause <= Self.longestPause, pauses < Self.mostPauses else {
                    throw .refused(refusal, message: message)
                }
                pauses += 1
                let now = clock.now()
                ledger.pause(until: now + pause, now: now)
                report(.pausing(seconds: Int(pause), reason: refusal.cause))
            }
        }
    }

    private func pace(of request: OutgoingRequest) -> Int { max(request.rate, rate ?? request.rate) }

    private func waitForTurn(_ request: OutgoingRequest) async throws(APIError) {
        let now = clock.now()
        let turn = ledger.turn(rate: request.rate, pace: pace(of: request), now: now)
        guard turn > now else { return }
        statistics.countWait(turn - now)
        do {
            try await clock.sleep(seconds: turn - now)
        } catch {
            throw .transport(.cancelled)
        }
    }
}

/// What the chain tells the person at the screen while it works.
public enum EngineNotice: Sendable, Equatable {
    case pausing(seconds: Int, reason: String)
    case retrying(attempt: Int, seconds: Double, reason: String)
    /// A write that was held back: method, address below the base and body.
    case withheld(method: String, url: String, body: String?, quota: Int?)
}
