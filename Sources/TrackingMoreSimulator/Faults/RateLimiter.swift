import Synchronization
import TrackingMore

/// Refuses calls that come too fast, as the real service does: a second's worth of calls at a time, and once that is
/// exceeded nothing for two minutes.
final class RateLimiter: Sendable {
    static let pause = 120.0

    private struct Bucket {
        var tokens: Double
        var at: Double
    }

    private struct State {
        var buckets: [Int: Bucket] = [:]
        var closedUntil = -Double.infinity
    }

    private let state = Mutex(State())

    /// Whether a call may pass now. Calls of the same rate share a bucket.
    func admits(_ endpoint: Endpoint, time: Double) -> Bool {
        state.withLock { state in
            // A clock that was set back does not make the pause longer than it is.
            let left = state.closedUntil - time
            guard left <= 0 || left > RateLimiter.pause else { return false }
            let rate = Double(endpoint.rate)
            var bucket = state.buckets[endpoint.rate] ?? Bucket(tokens: rate, at: time)
            bucket.tokens = min(rate, bucket.tokens + max(0, time - bucket.at) * rate)
            bucket.at = time
            guard bucket.tokens >= 1 else {
                state.closedUntil = time + RateLimiter.pause
                state.buckets = [:]
                return false
            }
            bucket.tokens -= 1
            state.buckets[endpoint.rate] = bucket
            return true
        }
    }

    func reset() { state.withLock { $0 = State() } }
}
