import Synchronization
import TrackingMore

/// The requests of a run that have left and whose answers were not taken in yet. They go on while the run does other
/// things; when it is cancelled, those that wait for their turn are not sent.
public final class RequestsUnderWay: Sendable {
    typealias Answer = Result<APIAnswer, APIError>

    private struct State {
        var tasks: [Int: Task<Answer, Never>] = [:]
        var last = 0
        var isCancelled = false
    }

    private let state = Mutex(State())

    public init() {}

    func begin(_ exchange: @escaping @Sendable () async -> Answer) -> Task<Answer, Never> {
        let (place, isCancelled) = state.withLock { state in
            state.last += 1
            return (state.last, state.isCancelled)
        }
        let task = Task { [self] in
            defer { state.withLock { $0.tasks[place] = nil } }
            return await exchange()
        }
        if isCancelled { task.cancel() }
        let isLate = state.withLock { state in
            state.tasks[place] = task
            return state.isCancelled
        }
        if isLate { task.cancel() }
        return task
    }

    /// May be called from any thread.
    public func cancel() {
        let tasks = state.withLock { state in
            state.isCancelled = true
            return Array(state.tasks.values)
        }
        for task in tasks { task.cancel() }
    }
}
