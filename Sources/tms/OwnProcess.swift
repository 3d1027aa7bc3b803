import CProcess
import Glibc

/// Standard input, output and error. A parent may start tms with one of them closed (`>&-`); the next file opened would
/// then take its place, and what is printed would be written into that file.
enum StandardDescriptors {
    /// Puts into each empty place a file on which reading, or writing, fails as on a closed one.
    static func fill() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is taken, which is this one.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}

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
