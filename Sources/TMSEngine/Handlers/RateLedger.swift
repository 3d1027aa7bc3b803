import Synchronization

/// When the account may be called next; kept by the session, so that its lines share one limit.
public final class RateLedger: Sendable {
    private struct State {
        /// By rate: when the next call may start.
        var free: [Int: Double] = [:]
        var pausedUntil = -Double.infinity
    }

    private let state = Mutex(State())

    public init() {}

    /// Takes the next turn; the time it begins, on the same clock as `now`.
    ///
    /// Taken before the wait, so that calls made meanwhile queue behind this one.
    func turn(rate: Int, now: Double) -> Double {
        state.withLock { state in
            let turn = max(now, state.free[rate] ?? now, state.pausedUntil)
            state.free[rate] = turn + 1 / Double(max(1, rate))
            return turn
        }
    }

    func pause(until time: Double) {
        state.withLock { $0.pausedUntil = max($0.pausedUntil, time) }
    }
}
