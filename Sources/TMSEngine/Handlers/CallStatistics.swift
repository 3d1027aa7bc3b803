import Synchronization
import TrackingMore

/// What a run has cost so far; shared by the links of the chain.
public final class CallStatistics: Sendable {
    /// The figures at one moment.
    public struct Snapshot: Sendable, Equatable {
        public var calls = 0
        public var writes = 0
        /// Quota taken, as far as the endpoints declare it.
        public var quota = 0
        /// Calls that `plan` or a dry run held back.
        public var withheld = 0
        /// Calls sent again after a failure.
        public var retries = 0
        /// Seconds spent waiting for the rate limit.
        public var secondsWaited = 0.0

        public init() {}

        /// What was added since an earlier snapshot.
        public func since(_ earlier: Snapshot) -> Snapshot {
            var difference = Snapshot()
            difference.calls = calls - earlier.calls
            difference.writes = writes - earlier.writes
            difference.quota = quota - earlier.quota
            difference.withheld = withheld - earlier.withheld
            difference.retries = retries - earlier.retries
            difference.secondsWaited = secondsWaited - earlier.secondsWaited
            return difference
        }
    }

    private struct State {
        var snapshot = Snapshot()
        var sharedCosts: [Int: Int] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    public var snapshot: Snapshot { state.withLock { $0.snapshot } }

    func countCall(writes: Bool) {
        state.withLock {
            $0.snapshot.calls += 1
            if writes { $0.snapshot.writes += 1 }
        }
    }

    func countQuota(of request: OutgoingRequest, _ answer: APIAnswer) {
        switch request.cost {
        case .free, .unknown: return
        case .perItem(let each):
            let accepted = answer.data["added"]?.integer ?? request.items
            state.withLock { $0.snapshot.quota += each * accepted }
        case .onePerCalls(let calls):
            state.withLock { state in
                let made = state.sharedCosts[calls, default: 0] + 1
                state.sharedCosts[calls] = made
                if made % max(1, calls) == 1 || calls == 1 { state.snapshot.quota += 1 }
            }
        }
    }

    func countWithheld() { state.withLock { $0.snapshot.withheld += 1 } }
    func countRetry() { state.withLock { $0.snapshot.retries += 1 } }
    func countWait(_ seconds: Double) { state.withLock { $0.snapshot.secondsWaited += seconds } }
}
