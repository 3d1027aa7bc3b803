import Glibc
import Synchronization

/// Reads a file from front to back in blocks.
///
/// Thousands of rows may each be in the middle of a file: beyond some dozens that are open, a file is closed between
/// two blocks.
final class FileBlocks {
    /// What went wrong, as `errno` has it.
    struct ReadError: Error { let code: Int32 }

    private(set) var isAtEnd = false
    private let path: String
    /// -1 while it is closed between two blocks.
    private var descriptor: Int32 = -1
    /// Which file it is; `nil` for one that cannot be opened once more where it was left, a pipe.
    private var identity: Identity?
    private var offset = 0

    private struct Identity: Equatable {
        let device: UInt
        let number: UInt
    }

    private static let openFiles = Atomic(0)
    private static let mostOpenFiles = 64

    /// Whether a file can be read once more; a pipe cannot.
    static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    init(path: String) throws(ReadError) {
        self.path = path
        identity = try openFile()
    }

    deinit { closeFile() }

    /// The bytes kept from before, and behind them up to `count` new ones; no new ones at the end.
    func read(_ count: Int, after kept: ArraySlice<UInt8> = []) throws(ReadError) -> [UInt8] {
        if descriptor < 0 { try openAgain() }
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
            offset += max(0, got)
        }
        if let failed { throw ReadError(code: failed) }
        let isCrowded = Self.openFiles.load(ordering: .relaxed) > Self.mostOpenFiles
        if isAtEnd || (isCrowded && identity != nil) { closeFile() }
        return bytes
    }

    private func openFile() throws(ReadError) -> Identity? {
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError(code: errno) }
        Self.openFiles.add(1, ordering: .relaxed)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        if status.st_mode & S_IFMT == S_IFDIR { throw ReadError(code: EISDIR) }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    }

    private func openAgain() throws(ReadError) {
        guard !isAtEnd, let identity else { return }
        // Another file under the name would give the rows of two.
        guard try openFile() == identity, lseek(descriptor, offset, SEEK_SET) == offset else {
            throw ReadError(code: ESTALE)
        }
    }

    private func closeFile() {
        guard descriptor >= 0 else { return }
        Glibc.close(descriptor)
        descriptor = -1
        Self.openFiles.subtract(1, ordering: .relaxed)
    }
}
