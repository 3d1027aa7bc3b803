import Synchronization
import TMSBase

/// How far a run has come, for whoever watches it; may be read from any thread.
///
/// Rows are counted call by call, which is before they are told of: a loop of many rows tells of them by the thousand.
public final class Progress: Sendable {
    /// The figures at one moment.
    public struct Snapshot: Sendable, Equatable {
        /// What is done with the rows: `track`; nil before the first call.
        public var verb: String?
        /// Rows that are through, those among them that failed or were so already.
        public var done = 0
        /// How many there are in all; nil where that cannot be known.
        public var total: Int?
        /// Rows that were as was asked, and the word for it: `already tracked`.
        public var already = 0
        public var alreadyWord = ""
        public var failed = 0
        /// Rows that an earlier attempt of the run had done.
        public var recalled = 0
        /// When the rows began, and when one of them last came to an end, on the clock of the engine.
        public var began: Double?
        public var moved: Double?
        public var calls = 0
        /// Quota taken.
        public var quota = 0

        public init() {}

        /// Seconds until the rows are through, if they go on at the pace they had; nil while nobody can say.
        public func secondsLeft(at now: Double) -> Double? {
            guard let total, let began, let moved, done > recalled, total > done else { return nil }
            return (moved - began) / Double(done - recalled) * Double(total - done) - (now - moved)
        }
    }

    /// What has become of one row.
    enum RowEnd {
        case done
        case already(String)
        case recalled
    }

    private struct State {
        var snapshot = Snapshot()
        /// By verb: a row may be shown and then edited.
        var done: [String: Int] = [:]
        var cost = CallStatistics.Snapshot()
        /// There are several sources of rows within each other, or a row is several parcels.
        var isUncountable = false

        mutating func settle() {
            snapshot.done = (snapshot.verb.flatMap { done[$0] } ?? 0) + snapshot.failed
            // More than there are: a row of the loop is several parcels.
            if let total = snapshot.total, snapshot.done > total {
                isUncountable = true
                snapshot.total = nil
            }
        }
    }

    private let state = Mutex(State())
    private let statistics: CallStatistics
    private let clock: any EngineClock

    public init(_ statistics: CallStatistics, _ clock: any EngineClock) {
        self.statistics = statistics
        self.clock = clock
    }

    public var snapshot: Snapshot {
        let (now, cost) = (statistics.snapshot, state.withLock { $0.cost })
        var snapshot = state.withLock { $0.snapshot }
        let spent = now.since(cost)
        (snapshot.calls, snapshot.quota) = (spent.calls, spent.quota)
        return snapshot
    }

    /// Rows begin, or a run.
    func begin() {
        let (cost, now) = (statistics.snapshot, clock.now())
        state.withLock { state in
            state = State()
            state.cost = cost
            state.snapshot.began = now
        }
    }

    /// So many rows are to come.
    func expect(_ rows: Int) {
        state.withLock { state in
            if let total = state.snapshot.total, state.snapshot.done < total { state.isUncountable = true }
            if state.snapshot.total != nil { state.done = [:] }
            state.snapshot.total = state.isUncountable ? nil : rows
        }
    }

    /// A call is about to be made for a verb.
    func work(on verb: String) {
        state.withLock { state in
            guard state.snapshot.verb != verb else { return }
            state.snapshot.verb = verb
            state.settle()
        }
    }

    /// Rows have come to an end.
    func take(_ ends: [RowEnd], by verb: String) {
        guard !ends.isEmpty else { return }
        let now = clock.now()
        state.withLock { state in
            state.snapshot.moved = now
            state.done[verb, default: 0] += ends.count
            for end in ends {
                switch end {
                case .done: break
                case .already(let word):
                    state.snapshot.already += 1
                    state.snapshot.alreadyWord = word
                case .recalled: state.snapshot.recalled += 1
                }
            }
            state.snapshot.verb = verb
            state.settle()
        }
    }

    /// A row has failed.
    func fail() {
        state.withLock { state in
            state.snapshot.failed += 1
            state.settle()
        }
    }
}
