/// Why an exchange brought no response.
public enum TransportError: Error, Sendable, Equatable {
    /// No connection could be made: no such name, refused, no route.
    case unreachable(host: String)
    /// The time ran out. After sending, a write may have happened.
    case timedOut(TimeoutPhase)
    case tls(String)
    case proxy(String)
    case cancelled
    /// Nobody waits any more for the answer to what was sent.
    case givenUp
    /// This machine failed before anything was sent: a disk that is full, a file that is damaged.
    case local(String)
    /// The answer is larger than the transport accepts, in bytes.
    case tooLarge(limit: Int)
    /// What came back is no HTTP that can be read.
    case unreadable(String)
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
        case .unreachable, .tls, .proxy, .local, .timedOut(.beforeSending): false
        case .timedOut(.afterSending), .cancelled, .givenUp, .tooLarge, .unreadable: true
        case .other(_, let sent): sent
        }
    }

    /// Whether the same exchange may succeed later.
    public var isTransient: Bool {
        switch self {
        case .unreachable, .timedOut, .proxy, .other: true
        case .tls, .cancelled, .givenUp, .local, .tooLarge, .unreadable: false
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
        case .givenUp: "given up before the answer came"
        case .local(let why): why
        case .tooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .unreadable(let why): why
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
        case .unreadable: "check the base address, and what answers there"
        case .tooLarge: "ask for less at a time"
        case .cancelled, .givenUp, .local: nil
        }
    }
}
