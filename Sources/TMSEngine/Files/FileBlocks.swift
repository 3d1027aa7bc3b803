import Glibc

/// Reads a file from front to back in blocks.
final class FileBlocks {
    /// What went wrong, as `errno` has it.
    struct ReadError: Error { let code: Int32 }

    private let descriptor: Int32
    private(set) var isAtEnd = false

    init(path: String) throws(ReadError) {
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError(code: errno) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw ReadError(code: EISDIR) }
    }

    deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

    /// Appends up to `count` bytes; none at the end.
    func read(_ count: Int, into buffer: inout [UInt8]) throws(ReadError) {
        let old = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: count))
        var got = -1
        repeat {
            got = buffer.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress else { return 0 }
                return Glibc.read(descriptor, base + old, count)
            }
        } while got < 0 && errno == EINTR
        let failed = errno
        buffer.removeLast(count - max(0, got))
        if got < 0 { throw ReadError(code: failed) }
        if got == 0 { isAtEnd = true }
    }
}
