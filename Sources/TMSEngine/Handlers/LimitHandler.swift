public import TrackingMore

/// Keeps to the account's limits: so many calls a second, and silence for as long as a refusal asks for.
///
/// Each rate has a queue of its own: immediate refreshes are counted apart from all other calls.
public struct LimitHandler: RequestHandler {
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
            defer { ledger.answered(rate: request.rate, now: clock.now()) }
            do {
                return try await next.send(request)
            } catch .refused(let refusal, let message) {
                guard let pause = refusal.pause, pauses < Self.mostPauses else {
                    throw .refused(refusal, message: message)
                }
                pauses += 1
                let now = clock.now()
                ledger.pause(until: now + pause, now: now)
                report(.pausing(seconds: Int(pause), reason: refusal.cause))
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
    case withheld(method: String, url: String, body: String?, quota: Int?)
}
