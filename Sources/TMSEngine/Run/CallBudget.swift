import TMSBase
import TMSRuntime
import TMSSyntax
import TrackingMore

/// The limits a program has set itself: `limit 200 calls, 40 quota, 30 min { … }`, one within another.
final class CallBudget {
    private struct Limit {
        let calls: Int?
        let quota: Int?
        let deadline: Double?
        let location: SourceLocation
    }

    private let clock: any EngineClock
    private let statistics: CallStatistics
    /// What a run that is planned would have used, in place of what was used; nil where it is not planned.
    var planned: (() -> (calls: Int, quota: Int))?
    private var limits: [Limit] = []

    init(clock: any EngineClock, statistics: CallStatistics) {
        self.clock = clock
        self.statistics = statistics
    }

    func begin(calls: Int?, quota: Int?, seconds: Int?, _ location: SourceLocation) {
        let used = used
        limits.append(
            Limit(
                calls: calls.map { Self.sum(used.calls, $0) }, quota: quota.map { Self.sum(used.quota, $0) },
                deadline: seconds.map { clock.now() + Double($0) }, location: location))
    }

    private var used: (calls: Int, quota: Int) {
        if let planned { return planned() }
        let snapshot = statistics.snapshot
        return (snapshot.calls, snapshot.quota)
    }

    func end() { _ = limits.popLast() }

    /// Whether a `limit` is under way.
    var isLimited: Bool { !limits.isEmpty }

    /// Why no further call may be made; nil while one may.
    func refusal() -> Failure? {
        for limit in limits {
            if let calls = limit.calls, used.calls >= calls {
                return failure("the calls of this limit are used up", limit)
            }
            if let deadline = limit.deadline, clock.now() >= deadline {
                return failure("the time of this limit is up", limit)
            }
        }
        return nil
    }

    /// How many of so many items a call of this cost may hold before a quota is used up.
    func room(for items: Int, costing cost: Endpoint.Cost) -> Int {
        let left = limits.compactMap { limit in limit.quota.map { $0 - used.quota } }.min()
        guard let left else { return items }
        switch cost {
        case .free, .unknown: return items
        case .perItem(let each): return each > 0 ? min(items, max(0, left) / each) : items
        case .onePerCalls(let calls): return statistics.takesQuota(every: calls) && left < 1 ? 0 : items
        }
    }

    /// Why a call may not be made for which `room` has none.
    func quotaRefusal() -> Failure? {
        let tightest = limits.filter { $0.quota != nil }.min { ($0.quota ?? .max) < ($1.quota ?? .max) }
        return tightest.map { failure("the quota of this limit is used up", $0) }
    }

    /// An amount that is as good as none at all stays that.
    private static func sum(_ used: Int, _ amount: Int) -> Int {
        let (sum, isTooLarge) = used.addingReportingOverflow(max(0, amount))
        return isTooLarge ? .max : sum
    }

    private func failure(_ message: String, _ limit: Limit) -> Failure {
        Failure(
            kind: .limit, Diagnostic(.error, "E0740", message, at: limit.location), isFatal: true, status: .temporary)
    }
}
