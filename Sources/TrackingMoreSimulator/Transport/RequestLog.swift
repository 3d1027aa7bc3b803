import Synchronization
import TrackingMore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file with one line of JSON for each request that was answered. It holds no key, no query and no body, so that it
/// can be shown to others.
public final class RequestLog: Sendable {
    public let path: String
    private let descriptor: Int32
    private let time: @Sendable () -> Double
    private let hasFailed = Mutex(false)

    /// Opens the file, for its owner alone, and goes on at its end.
    ///
    /// - Parameter time: the clock of this machine, in seconds since 1970.
    public init(path: String, time: @escaping @Sendable () -> Double = RealTime.seconds) throws(SandboxError) {
        descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        self.path = path
        self.time = time
        guard descriptor >= 0 else { throw .log(path: path, reason: String(cString: strerror(errno)).lowercased()) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Whether a line could not be written; those after it are not tried.
    public var isBroken: Bool { hasFailed.withLock { $0 } }

    /// What a line tells.
    struct Entry {
        let method: String
        /// The request line's address; what follows a question mark is left out.
        let url: String
        let rows: Int
        let status: Int
        let code: Int?
        let seconds: Double
        let bytes: Int
    }

    func add(_ entry: Entry) {
        guard !isBroken else { return }
        let moment = Int(exactly: time().rounded(.down)).map { Timestamps.utc($0) }
        let line: JSON = [
            "time": moment.map { .string($0) } ?? .null, "method": .string(entry.method),
            "path": .string(RequestLog.path(entry.url)), "rows": JSON(entry.rows), "status": JSON(entry.status),
            "code": entry.code.map { JSON($0) } ?? .null,
            "milliseconds": .number(RequestLog.thousandths(entry.seconds)), "bytes": JSON(entry.bytes),
        ]
        // One call of the system a line, so that lines of several connections and processes never mix.
        let bytes = line.compactBytes() + [0x0A]
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count != bytes.count { hasFailed.withLock { $0 = true } }
    }

    /// The path without what a client may have put its secrets into: query, fragment, a user's name before the host.
    private static func path(_ url: String) -> String {
        let plain = url.prefix { $0 != "?" && $0 != "#" }
        guard let scheme = plain.firstRange(of: "://") else { return String(plain.prefix(500)) }
        return String(plain[scheme.upperBound...].drop { $0 != "/" }.prefix(500))
    }

    /// Milliseconds with three digits behind the point.
    private static func thousandths(_ seconds: Double) -> String {
        guard let micros = Int(exactly: (seconds * 1e6).rounded()), micros >= 0 else { return "0" }
        let rest = String(micros % 1000)
        return "\(micros / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
    }
}
