public import TrackingMore

/// Keeps to the account's limits: so many calls a second, and after a 429 two minutes of silence.
///
/// Each rate has a queue of its own: immediate refreshes are counted apart from all other calls.
public struct LimitHandler: RequestHandler {
    /// What the service asks for after a 429.
    public static let pause = 120.0
    private static let mostPauses = 3

    private let next: any RequestHandler
    private let clock: any EngineClock
    private let statistics: CallStatistics
    private let ledger: RateLedger
    private let report: @Sendable (EngineNotice) -> Void

    public init(
        next: any RequestHandler, clock: any EngineClock, statistics: CallStatistics, ledger: RateLedger = RateLedger(),
        report: @escaping @Sendable (EngineNotice) -> Void = { _ in }
    ) {
        self.next = next
        self.clock = clock
        self.statistics = statistics
        self.ledger = ledger
        self.report = report
    }

    public func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
        var pauses = 0
        while true {
            try await waitForTurn(rate: request.rate)
            do {
                return try await next.send(request)
            } catch .refused(let refusal, _) where refusal.code == 429 && pauses < Self.mostPauses {
                pauses += 1
                ledger.pause(until: clock.now() + Self.pause)
                report(.pausing(seconds: Int(Self.pause), reason: refusal.cause))
            }
        }
    }

    private func waitForTurn(rate: Int) async throws(APIError) {
        let now = clock.now()
        let turn = ledger.turn(rate: rate, now: now)
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
    case withheld(method: String, url: String, body: String?)
}
