import Glibc

/// The process that works on a run. Numbers of processes are given out again, so the time of its start belongs to it.
public struct RunOwner: Sendable, Hashable {
    public let host: String
    public let process: Int
    /// Clock ticks between the start of the machine and that of the process; 0 where it cannot be read.
    public let start: Int

    public init(host: String, process: Int, start: Int) {
        self.host = host
        self.process = process
        self.start = start
    }

    /// This process.
    public static var current: RunOwner {
        var name = [CChar](repeating: 0, count: 256)
        let isNamed = gethostname(&name, name.count - 1) == 0
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let text = isNamed ? String(decoding: bytes, as: UTF8.self) : "localhost"
        let process = Int(getpid())
        return RunOwner(host: text, process: process, start: startTime(of: process) ?? 0)
    }

    /// Whether the process still runs. Of another machine's process nobody here can tell: it is taken to be alive.
    public var isAlive: Bool {
        guard host == Self.current.host else { return true }
        guard let started = Self.startTime(of: process) else {
            return start == 0 && (kill(pid_t(truncatingIfNeeded: process), 0) == 0 || errno == EPERM)
        }
        return started == start
    }

    /// Field 22 of `/proc/PID/stat`; the second field, a name in parentheses, may hold blanks.
    private static func startTime(of process: Int) -> Int? {
        let descriptor = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1_024)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0, let end = bytes[..<count].lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = String(decoding: bytes[(end + 1)..<count], as: UTF8.self).split(separator: " ")
        // One that has ended stands there until its parent has asked how.
        return fields.count > 19 && !["Z", "X"].contains(fields[0]) ? Int(fields[19]) : nil
    }
}
