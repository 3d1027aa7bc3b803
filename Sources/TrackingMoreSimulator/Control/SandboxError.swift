/// Why the sandbox cannot be used.
public enum SandboxError: Error, Sendable, Equatable {
    /// Its file cannot be opened, read or written; nil is memory.
    case store(path: String?, reason: String)
    /// The clock only goes forward, and not beyond the year 9999.
    case clock(seconds: Int)
    /// The address the server should listen on cannot be had.
    case address(String)
}

extension SandboxError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .store(let path, let reason): "the sandbox's account \(path ?? "in memory") cannot be used: \(reason)"
        case .clock: "the sandbox's clock only goes forward, at most to the year 9999"
        case .address(let why): "the sandbox cannot listen: \(why)"
        }
    }
}
