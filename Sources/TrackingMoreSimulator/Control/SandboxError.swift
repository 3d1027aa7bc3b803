/// Why the sandbox cannot be used.
public enum SandboxError: Error, Sendable, Equatable {
    /// Its file cannot be opened, read or written; nil is memory.
    case store(path: String?, reason: String)
    /// The clock only goes forward, and not beyond the year 9999.
    case clock(seconds: Int)
    /// There is no contested point of this name, or it cannot be set this way.
    case unknownPoint(String)
    case unknownWay(String, of: String, ways: [String])
    /// The address the server should listen on cannot be had.
    case address(String)
}

extension SandboxError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .store(let path, let reason): "the sandbox's account \(path ?? "in memory") cannot be used: \(reason)"
        case .clock: "the sandbox's clock only goes forward, at most to the year 9999"
        case .unknownPoint(let name): "the sandbox has no contested point `\(name)`; sandbox points lists them"
        case .unknownWay(let way, let name, let ways):
            "`\(name)` is never `\(way)`; it is \(ways.joined(separator: " or "))"
        case .address(let why): "the sandbox cannot listen: \(why)"
        }
    }
}
