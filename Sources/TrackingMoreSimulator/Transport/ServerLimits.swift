/// What the server puts up with, from one connection and from all together.
public struct ServerLimits: Sendable {
    /// Bytes of a request's body; more is answered with HTTP 413.
    public var body = 4 << 20
    /// Bytes of all the bodies on their way at one time; more is answered with HTTP 503.
    public var bodies = 64 << 20
    /// Bytes of a request's headers together, and of any one of them with the address.
    public var headers = 64 << 10
    /// Connections open at one time; more are closed at once.
    public var connections = 8_000
    /// Seconds a request may take to arrive.
    public var request = 30.0
    /// Seconds a connection may lie idle, or take to fetch an answer.
    public var idle = 60.0
    /// Seconds that calls under way have to end when the server stops.
    public var stop = 5.0

    public init() {}
}
