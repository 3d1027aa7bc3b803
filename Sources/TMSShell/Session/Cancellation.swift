import Glibc
import Synchronization
import TMSRuntime

/// Turns ^C into the end of a run: the first stops it between two steps and lets the call in flight end, the second
/// leaves at once.
public final class Cancellation: Sendable {
    private struct State {
        var machine: Interruption?
        var task: (@Sendable () -> Void)?
        var presses = 0
        var isWatching = false
        var isServing = false
    }

    private let state = Mutex(State())

    public init() {}

    /// Has the first ^C do something of its own, where no program runs.
    public func onInterrupt(_ action: @escaping @Sendable () -> Void) {
        state.withLock {
            $0.isServing = true
            $0.task = action
        }
        watch()
    }

    func begin(_ machine: Interruption) {
        state.withLock {
            $0.machine = machine
            $0.presses = 0
        }
    }

    func end() {
        state.withLock {
            $0.machine = nil
            $0.task = nil
        }
    }

    /// What ends the effect being carried out.
    func attach(_ cancel: (@Sendable () -> Void)?) {
        let isLate = state.withLock { state in
            state.task = cancel
            return state.presses > 0
        }
        if isLate { cancel?() }
    }

    /// Catches SIGINT from now on. Not before a run calls somebody: until then the signal may simply end the program.
    func watch() {
        let isFirst = state.withLock { state in
            defer { state.isWatching = true }
            return !state.isWatching
        }
        guard isFirst, let pipe = InterruptPipe.open() else { return }
        let thread = Thread(descriptor: pipe, action: { [self] in pressed() })
        thread.start()
    }

    private func pressed() {
        let (machine, task, presses) = state.withLock { state in
            if state.machine != nil || state.isServing { state.presses += 1 }
            return (state.machine, state.task, state.presses)
        }
        machine?.interrupt()
        task?()
        switch presses {
        case 0: break
        case 1: say(task == nil ? "\n" : "\n^C  finishing what is under way; again to stop now\n")
        default:
            say("\n")
            _exit(Int32(ExitStatus.cancelled))
        }
    }

    private func say(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

/// SIGINT as a byte in a pipe: all that a signal handler may safely do is write one.
private enum InterruptPipe {
    private static let writeEnd = Atomic<Int32>(-1)

    static func open() -> Int32? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        writeEnd.store(ends[1], ordering: .relaxed)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in
            var byte: UInt8 = 1
            let saved = errno
            _ = write(InterruptPipe.writeEnd.load(ordering: .relaxed), &byte, 1)
            errno = saved
        }
        action.sa_flags = SA_RESTART
        sigaction(SIGINT, &action, nil)
        return ends[0]
    }
}

/// A thread that calls `action` for every byte of a pipe.
private final class Thread: Sendable {
    private let descriptor: Int32
    private let action: @Sendable () -> Void

    init(descriptor: Int32, action: @escaping @Sendable () -> Void) {
        self.descriptor = descriptor
        self.action = action
    }

    func start() {
        var thread = pthread_t()
        let created = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let watcher = Unmanaged<Thread>.fromOpaque(argument).takeRetainedValue()
                var byte: UInt8 = 0
                while true {
                    let count = read(watcher.descriptor, &byte, 1)
                    if count == 1 { watcher.action() } else if count == 0 || errno != EINTR { return nil }
                }
            }, Unmanaged.passRetained(self).toOpaque())
        if created == 0 { pthread_detach(thread) }
    }
}
