import TMSRuntime
import TMSSyntax

/// The limits a program has set itself: `limit 200 calls, 30 min { … }`, one within another.
final class CallBudget {
    private struct Limit {
        let calls: Int?
        let deadline: Double?
        let location: SourceLocation
    }

    private let clock: any EngineClock
    private let statistics: CallStatistics
    private var limits: [Limit] = []

    init(clock: any EngineClock, statistics: CallStatistics) {
        self.clock = clock
        self.statistics = statistics
    }

    func begin(calls: Int?, seconds: Int?, _ location: SourceLocation) {
        limits.append(
            Limit(
                calls: calls.map { statistics.snapshot.calls + max(0, $0) },
                deadline: seconds.map { clock.now() + Double($0) }, location: location))
    }

    func end() { _ = limits.popLast() }

    /// Why no further call may be made; nil while one may.
    func refusal() -> Failure? {
        for limit in limits {
            if let calls = limit.calls, statistics.snapshot.calls >= calls {
                return failure("the calls of this limit are used up", limit)
            }
            if let deadline = limit.deadline, clock.now() >= deadline {
                return failure("the time of this limit is up", limit)
            }
        }
        return nil
    }

    private func failure(_ message: String, _ limit: Limit) -> Failure {
        Failure(
            kind: "limit", Diagnostic(.error, "E0740", message, at: limit.location), isFatal: true, status: 5)
    }
}
