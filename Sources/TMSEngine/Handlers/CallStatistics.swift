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

    /// What a list was asked for.
    public struct Listing: Sendable, Equatable {
        /// The labels by which the service chose the rows.
        public var asked: [String]
        /// The labels that the service does not know, so that rows were left out here.
        public var sifted: [String]
        /// How many rows the service has of what it was asked for; `nil` until all its answers have begun.
        public var total: Int?

        public init(asked: [String], sifted: [String], total: Int? = nil) {
            self.asked = asked
            self.sifted = sifted
            self.total = total
        }
    }

    private struct State {
        var listings: [Listing] = []
        var snapshot = Snapshot()
        var sharedCosts: [Int: Int] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    public var snapshot: Snapshot { state.withLock { $0.snapshot } }

    /// The list a statement is about; `nil` where it reads none, or several.
    public var listing: Listing? {
        state.withLock { $0.listings.count == 1 ? $0.listings.first : nil }
    }

    /// A statement begins: what was listed before is not its own.
    public func forgetListings() { state.withLock { $0.listings = [] } }

    /// - Returns: the place of the listing, for its total.
    func begin(_ listing: Listing) -> Int {
        state.withLock {
            $0.listings.append(listing)
            return $0.listings.count - 1
        }
    }

    func set(total: Int, ofListing place: Int) {
        state.withLock {
            if $0.listings.indices.contains(place) { $0.listings[place].total = total }
        }
    }

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

    /// Whether the next call that costs one for every so many takes it.
    func takesQuota(every calls: Int) -> Bool {
        state.withLock { calls <= 1 || $0.sharedCosts[calls, default: 0] % calls == 0 }
    }

    func countWithheld() { state.withLock { $0.snapshot.withheld += 1 } }
    func countRetry() { state.withLock { $0.snapshot.retries += 1 } }
    func countWait(_ seconds: Double) { state.withLock { $0.snapshot.secondsWaited += seconds } }
}
