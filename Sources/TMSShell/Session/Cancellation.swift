import Glibc
import Synchronization

/// Turns ^C into the end of a run: the first stops it between two steps and lets the call in flight end, the second
/// leaves at once.
public final class Cancellation: Sendable {
    private struct State {
        /// Ends what is under way, gently.
        var cancel: (@Sendable () -> Void)?
        var presses = 0
        var isWatching = false
    }

    private let state = Mutex(State())

    public init() {}

    /// From now on the first ^C does `cancel`.
    public func begin(_ cancel: @escaping @Sendable () -> Void) {
        state.withLock {
            $0.cancel = cancel
            $0.presses = 0
        }
        watch()
    }

    public func end() {
        state.withLock { $0.cancel = nil }
    }

    private func watch() {
        let isFirst = state.withLock { state in
            defer { state.isWatching = true }
            return !state.isWatching
        }
        guard isFirst, let pipe = InterruptPipe.open() else { return }
        let thread = Thread(descriptor: pipe, action: { [self] in pressed() })
        thread.start()
    }

    private func pressed() {
        let (cancel, presses) = state.withLock { state in
            if state.cancel != nil { state.presses += 1 }
            return (state.cancel, state.presses)
        }
        guard let cancel else { return }
        guard presses == 1 else {
            say("\n")
            _exit(Int32(ExitStatus.cancelled))
        }
        cancel()
        // Most runs end before there is anything to say.
        usleep(300_000)
        if state.withLock({ $0.cancel != nil }) { say("\n^C  finishing the call in flight; again to stop now\n") }
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
                Signals.letInterruptThrough()
                var byte: UInt8 = 0
                while true {
                    let count = read(watcher.descriptor, &byte, 1)
                    if count == 1 { watcher.action() } else if count == 0 || errno != EINTR { return nil }
                }
            }, Unmanaged.passRetained(self).toOpaque())
        if created == 0 { pthread_detach(thread) }
    }
}
