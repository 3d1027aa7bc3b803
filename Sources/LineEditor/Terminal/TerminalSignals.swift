import Glibc
import Synchronization

/// Turns the signals a line editor cares about into bytes of a pipe, as long as it exists.
final class TerminalSignals {
    private static let handled = [SIGWINCH, SIGCONT, SIGTERM, SIGHUP]
    private var previous: [(signal: Int32, action: sigaction)] = []

    init(reportingTo pipe: WakeUpPipe) {
        signalTarget.store(pipe.writeEnd, ordering: .sequentiallyConsistent)
        for signal in Self.handled {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                let saved = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(signalTarget.load(ordering: .sequentiallyConsistent), &byte, 1)
                errno = saved
            }
            action.sa_flags = SA_RESTART
            var old = sigaction()
            if sigaction(signal, &action, &old) == 0 { previous.append((signal, old)) }
        }
    }

    /// Gives every signal its former meaning back.
    func restore() {
        for (signal, var action) in previous { sigaction(signal, &action, nil) }
        previous = []
    }

    deinit {
        restore()
    }
}

/// The pipe's end the handler writes to; a handler can carry nothing itself.
private let signalTarget = Atomic<Int32>(-1)
