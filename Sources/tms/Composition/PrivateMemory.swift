import CProcess
import Glibc

/// The memory of this process, once a key lies in it.
enum PrivateMemory {
    /// From now on no other process of the user reads it, and a crash leaves none of it behind.
    ///
    /// The limit alone is not enough: a program that the system hands crashes to does not ask for it.
    static func begin() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = process_set_dumpable(0)
    }
}
