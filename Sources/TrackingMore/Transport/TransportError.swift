/// Why an exchange brought no response.
public enum TransportError: Error, Sendable, Equatable {
    /// No connection could be made: no such name, refused, no route.
    case unreachable(host: String)
    /// The time ran out. After sending, a write may have happened.
    case timedOut(TimeoutPhase)
    case tls(String)
    case proxy(String)
    case cancelled
    /// The answer is larger than the transport accepts, in bytes.
    case tooLarge(limit: Int)
    /// Anything else; `sent` says whether the request may have reached the service.
    case other(String, sent: Bool)

    public enum TimeoutPhase: Sendable, Equatable {
        case beforeSending
        case afterSending
    }
}

extension TransportError {
    /// Whether the service may have received the request, so that a write is in doubt.
    public var mayHaveBeenSent: Bool {
        switch self {
        case .unreachable, .tls, .proxy, .timedOut(.beforeSending): false
        case .timedOut(.afterSending), .cancelled, .tooLarge: true
        case .other(_, let sent): sent
        }
    }

    /// Whether the same exchange may succeed later.
    public var isTransient: Bool {
        switch self {
        case .unreachable, .timedOut, .proxy, .other: true
        case .tls, .cancelled, .tooLarge: false
        }
    }
}

extension TransportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreachable(let host): "cannot reach \(host)"
        case .timedOut(.beforeSending): "no connection in time; nothing was sent"
        case .timedOut(.afterSending): "no answer in time; the request may have arrived"
        case .tls(let why): "the secure connection failed: \(why)"
        case .proxy(let why): "the proxy refused: \(why)"
        case .cancelled: "cancelled"
        case .tooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .other(let why, _): why
        }
    }
}

extension TransportError {
    /// What can be done, for people.
    public var remedy: String? {
        switch self {
        case .unreachable: "check the connection, the base address and the proxy setting"
        case .timedOut, .other: "try again later"
        case .tls: "check the clock and the certificates of this machine"
        case .proxy: "check the proxy setting"
        case .tooLarge: "ask for less at a time"
        case .cancelled: nil
        }
    }
}
