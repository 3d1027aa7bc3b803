public import TrackingMore

/// Sends again what failed in passing: reads always, writes only where the service cannot have received them.
public struct RetryHandler: RequestHandler {
    private let next: any RequestHandler
    private let clock: any EngineClock
    private let statistics: CallStatistics
    private let attempts: Int
    /// A number in 0 ..< 1, so that many machines do not come back at once.
    private let jitter: @Sendable () -> Double
    private let report: @Sendable (EngineNotice) -> Void

    public init(
        next: any RequestHandler, clock: any EngineClock, statistics: CallStatistics, attempts: Int = 4,
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        report: @escaping @Sendable (EngineNotice) -> Void = { _ in }
    ) {
        self.next = next
        self.clock = clock
        self.statistics = statistics
        self.attempts = attempts
        self.jitter = jitter
        self.report = report
    }

    public func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
        var attempt = 1
        while true {
            do {
                return try await next.send(request)
            } catch {
                guard attempt < attempts, mayRepeat(request, after: error) else { throw error }
                let seconds = backoff(attempt)
                report(.retrying(attempt: attempt, seconds: seconds, reason: error.reason))
                do {
                    try await clock.sleep(seconds: seconds)
                } catch {
                    throw .transport(.cancelled)
                }
                statistics.countRetry()
                attempt += 1
            }
        }
    }

    /// 1, 2, 4 … seconds and up to as much again.
    private func backoff(_ attempt: Int) -> Double {
        let base = Double(1 << min(attempt - 1, 5))
        return base * (1 + jitter())
    }

    private func mayRepeat(_ request: OutgoingRequest, after error: APIError) -> Bool {
        switch error {
        case .transport(let error): error.isTransient && (!request.isWrite || !error.mayHaveBeenSent)
        // The limiter has waited already; and a write that met a 500 may have been carried out.
        case .refused(let refusal, _):
            refusal.isTransient && refusal.code != 429 && (!request.isWrite || refusal.code == 503)
        case .notJSON, .unexpectedShape, .promisedNot: false
        }
    }
}
