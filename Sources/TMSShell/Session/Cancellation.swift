import Glibc
import Synchronization
import TMSBase

/// Turns ^C, and what asks the program to end, into the end of a run: the first stops it between two steps and lets the
/// call in flight end, the second gives that call up. Where none is in flight the second leaves at once, but for the
/// shell, which stays. Every run is stopped this way, and whatever else goes on until ^C.
public final class Cancellation: Sendable {
    private struct State {
        /// Ends what is under way, gently.
        var cancel: (@Sendable () -> Void)?
        /// The line of the terminal that makes room for what is said.
        var status: StatusLine?
        /// Ends the calls in flight; false where there are none. Nil for what makes no calls.
        var giveUp: (@Sendable () -> Bool)?
        /// Whether there is a prompt to come back to.
        var stays = false
        var presses = 0
        var isLeaving = false
    }

    private let state = Mutex(State())

    public init() {}

    /// From now on the first ^C does `cancel`, and each further one `giveUp`.
    public func begin(
        stays: Bool = false, status: StatusLine? = nil, _ cancel: @escaping @Sendable () -> Void,
        giveUp: (@Sendable () -> Bool)? = nil
    ) {
        state.withLock {
            $0.cancel = cancel
            $0.status = status
            $0.giveUp = giveUp
            $0.stays = stays
            $0.presses = 0
        }
        InterruptWatch.tell(self)
    }

    public func end() {
        state.withLock {
            $0.cancel = nil
            $0.status = nil
        }
        InterruptWatch.forget(self)
    }

    /// Whether the program was asked to end, rather than the run.
    public var isLeaving: Bool { state.withLock { $0.isLeaving } }

    fileprivate func pressed(_ signal: Int32) {
        let now = state.withLock { state in
            if state.cancel != nil { state.presses += 1 }
            if signal != SIGINT { state.isLeaving = true }
            return state
        }
        guard let cancel = now.cancel else { return }
        guard now.presses == 1 else {
            say("\n")
            if now.giveUp?() == true || now.stays && signal == SIGINT { return }
            _exit(Int32(ExitStatus.cancelled.rawValue))
        }
        cancel()
        guard signal == SIGINT, now.giveUp != nil else { return }
        // Most runs end before there is anything to say.
        usleep(300_000)
        if state.withLock({ $0.cancel != nil }) { say("\n^C  finishing the call in flight; again to stop now\n") }
    }

    private func say(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        let status = state.withLock { $0.status }
        status?.makeRoom()
        defer { status?.comeBack(belowLine: true) }
        _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

/// The one thread of the process that waits for ^C, and who is told of it: the run that was begun last.
private enum InterruptWatch {
    private static let current = Mutex<Cancellation?>(nil)

    static func tell(_ cancellation: Cancellation) {
        current.withLock { $0 = cancellation }
        _ = isWatching
    }

    static func forget(_ cancellation: Cancellation) {
        current.withLock { if $0 === cancellation { $0 = nil } }
    }

    private static let isWatching: Bool = {
        guard let pipe = InterruptPipe.open() else { return false }
        Thread(
            descriptor: pipe,
            action: { signal in
                if let cancellation = current.withLock({ $0 }) { return cancellation.pressed(signal) }
                // Nothing is under way that could end gently.
                guard signal != SIGINT else { return }
                Glibc.signal(signal, SIG_DFL)
                kill(getpid(), signal)
            }
        ).start()
        return true
    }()
}

/// A signal as a byte in a pipe, its number: all that a signal handler may safely do is write one.
private enum InterruptPipe {
    private static let writeEnd = Atomic<Int32>(-1)

    static func open() -> Int32? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        writeEnd.store(ends[1], ordering: .relaxed)
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            var old = sigaction()
            // Whoever started the program may have asked for it to go on: `nohup`.
            if signal != SIGINT, sigaction(signal, nil, &old) == 0, ignores(old) { continue }
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                var byte = UInt8(truncatingIfNeeded: number)
                let saved = errno
                _ = write(InterruptPipe.writeEnd.load(ordering: .relaxed), &byte, 1)
                errno = saved
            }
            action.sa_flags = SA_RESTART
            sigaction(signal, &action, nil)
        }
        return ends[0]
    }

    private static func ignores(_ action: sigaction) -> Bool {
        // A handler is a function; SIG_IGN is none, and its address is 1.
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
}

/// A thread that calls `action` for every byte of a pipe.
private final class Thread: Sendable {
    private let descriptor: Int32
    private let action: @Sendable (_ signal: Int32) -> Void

    init(descriptor: Int32, action: @escaping @Sendable (_ signal: Int32) -> Void) {
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
                Thread.letInterruptThrough()
                var byte: UInt8 = 0
                while true {
                    let count = read(watcher.descriptor, &byte, 1)
                    if count == 1 { watcher.action(Int32(byte)) } else if count == 0 || errno != EINTR { return nil }
                }
            }, Unmanaged.passRetained(self).toOpaque())
        if created == 0 { pthread_detach(thread) }
    }

    /// Takes SIGINT out of the mask of this thread: a parent may have handed one down that holds it back.
    private static func letInterruptThrough() {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }
}
