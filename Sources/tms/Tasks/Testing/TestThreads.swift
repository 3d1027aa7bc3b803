import Glibc
import Synchronization
import TMSSyntax

/// Runs scripts side by side, each in its own sandbox, and hands their outcomes on in the order of the scripts.
final class TestThreads: Sendable {
    private struct State {
        /// The next script to be run.
        var next = 0
        /// By the place of the script.
        var outcomes: [Int: Result<ScriptOutcome, Diagnostic>] = [:]
    }

    private let scripts: [String]
    private let plan: Options.TestPlan
    private let state = Mutex(State())

    init(_ scripts: [String], _ plan: Options.TestPlan) {
        self.scripts = scripts
        self.plan = plan
    }

    /// - Parameter tell: given each outcome as soon as all before it are known.
    func run(_ tell: (ScriptOutcome) -> Void) throws(Diagnostic) -> [ScriptOutcome] {
        let threads = (0..<min(workers, scripts.count)).compactMap { _ in start() }
        defer { for thread in threads { pthread_join(thread, nil) } }
        // Without a thread the scripts are run here.
        if threads.isEmpty { work() }
        var told: [ScriptOutcome] = []
        while told.count < scripts.count {
            guard let outcome = state.withLock({ $0.outcomes.removeValue(forKey: told.count) }) else {
                usleep(500)
                continue
            }
            do {
                let outcome = try outcome.get()
                tell(outcome)
                told.append(outcome)
            } catch {
                state.withLock { $0.next = scripts.count }
                throw error
            }
        }
        return told
    }

    private var workers: Int { plan.jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    private func start() -> pthread_t? {
        var thread = pthread_t()
        let owner = Unmanaged.passRetained(self)
        let status = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<TestThreads>.fromOpaque(argument).takeRetainedValue().work() }
                return nil
            }, owner.toOpaque())
        guard status == 0 else {
            owner.release()
            return nil
        }
        return thread
    }

    private func work() {
        while true {
            let place = state.withLock { state in
                defer { state.next += 1 }
                return state.next
            }
            guard place < scripts.count else { return }
            let script = SandboxedScript(path: scripts[place], plan: plan)
            let outcome: Result<ScriptOutcome, Diagnostic>
            do { outcome = .success(try script.run()) } catch { outcome = .failure(error) }
            state.withLock { $0.outcomes[place] = outcome }
        }
    }
}
