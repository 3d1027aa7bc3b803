import Glibc
import Synchronization
import TMSRuntime

/// ^C for a program that waits for nobody: the signal sets the machine's own flag, and no thread has to listen.
enum SignalFlag {
    private static let target = Atomic<UInt>(0)

    static func watch(_ machine: Interruption) {
        target.store(UInt(bitPattern: Unmanaged.passRetained(machine).toOpaque()), ordering: .relaxed)
        Signals.letInterruptThrough()
        signal(SIGINT) { _ in
            let address = SignalFlag.target.load(ordering: .relaxed)
            guard let pointer = UnsafeRawPointer(bitPattern: address) else { return }
            Unmanaged<Interruption>.fromOpaque(pointer).takeUnretainedValue().interrupt()
        }
    }
}

enum Signals {
    /// Takes SIGINT out of the mask of this thread: a parent may have handed one down that holds it back.
    static func letInterruptThrough() {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }
}
