/// What the shell that started tms is told: 0 to 8 as documented, or what `exit N` says.
public struct ExitStatus: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let ok = ExitStatus(rawValue: 0)
    public static let failed = ExitStatus(rawValue: 1)
    /// A mistake in the command line, the configuration or the script.
    public static let usage = ExitStatus(rawValue: 2)
    /// Some rows failed.
    public static let partial = ExitStatus(rawValue: 3)
    public static let expectation = ExitStatus(rawValue: 4)
    /// The service, the network, or a limit.
    public static let temporary = ExitStatus(rawValue: 5)
    public static let keyOrQuota = ExitStatus(rawValue: 6)
    public static let cancelled = ExitStatus(rawValue: 7)
    public static let needsYes = ExitStatus(rawValue: 8)

    /// The statuses of failures, the gravest first: of several that hold, a program ends with the first.
    private static let gravity = [cancelled, keyOrQuota, temporary, needsYes, expectation, partial, failed]

    /// The graver of two statuses.
    public static func graver(_ one: ExitStatus, _ other: ExitStatus) -> ExitStatus {
        gravity.first { $0 == one || $0 == other } ?? max(one, other)
    }

    /// The network, a limit, the quota or a signal ended it; every other status is an end of its own.
    public var isInterruption: Bool { self == .temporary || self == .keyOrQuota || self == .cancelled }
}

extension ExitStatus: Comparable {
    public static func < (one: ExitStatus, other: ExitStatus) -> Bool { one.rawValue < other.rawValue }
}

extension ExitStatus: CustomStringConvertible {
    public var description: String { String(rawValue) }
}
