import Glibc
import Synchronization

/// A file that only its owner reads, and that lines are added to at its end, by several processes and threads at a time.
public final class AppendedFile: Sendable {
    public let path: String
    private let descriptor: Int32
    private let hasFailed = Mutex(false)

    /// Makes the file, or goes on at its end.
    public init(path: String) throws(SystemError) {
        descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        self.path = path
        guard descriptor >= 0 else { throw .last }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Whether a line could not be written; those after it are not tried.
    public var isBroken: Bool { hasFailed.withLock { $0 } }

    /// - Parameter line: without its line feed.
    public func add(_ line: [UInt8]) {
        guard !isBroken else { return }
        // One call of the system a line, so that lines of several writers never mix.
        let bytes = line + [0x0A]
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count != bytes.count { hasFailed.withLock { $0 = true } }
    }
}
