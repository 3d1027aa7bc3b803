import Dispatch

/// Runs a task apart from the threads of the concurrency runtime, which are few and held for minutes by tests that
/// compute: for a test that must go on without a pause.
final class OwnExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "own")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
