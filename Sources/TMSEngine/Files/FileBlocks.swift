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

    /// The bytes kept from before, and behind them up to `count` new ones; no new ones at the end.
    func read(_ count: Int, after kept: ArraySlice<UInt8> = []) throws(ReadError) -> [UInt8] {
        var failed: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: kept.count + count) { buffer, filled in
            _ = buffer.initialize(from: kept)
            filled = kept.count
            guard let base = buffer.baseAddress else { return }
            var got = -1
            repeat { got = Glibc.read(descriptor, base + kept.count, count) } while got < 0 && errno == EINTR
            if got < 0 { failed = errno }
            if got == 0 { isAtEnd = true }
            filled += max(0, got)
        }
        if let failed { throw ReadError(code: failed) }
        return bytes
    }
}
