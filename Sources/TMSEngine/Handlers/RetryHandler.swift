public import TrackingMore

/// Sends again what failed in passing: free reads always; writes, and what costs quota, only where the service cannot
/// have received them.
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
                guard attempt < mostAttempts(after: error), mayRepeat(request, after: error) else { throw error }
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

    /// After a call that timed out there is one further try, not three: each takes as long as the first.
    private func mostAttempts(after error: APIError) -> Int {
        if case .transport(.timedOut) = error { min(attempts, 2) } else { attempts }
    }

    private func mayRepeat(_ request: OutgoingRequest, after error: APIError) -> Bool {
        switch error {
        case .transport(let error): error.isTransient && (request.isHarmless || !error.mayHaveBeenSent)
        // A disk that is full now is full a second later.
        case .refused where error.isOfDisk: false
        // Where a pause is asked for, the limiter has waited already.
        case .refused(let refusal, _):
            refusal.isTransient && refusal.pause == nil && (request.isHarmless || refusal.isUntouched)
        case .redirected, .notJSON, .unexpectedShape, .promisedNot: false
        }
    }
}
