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
