internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
public import TrackingMore

/// Serves a sandbox over HTTP/1.1, for clients other than this one.
public final class SimulatorServer: Sendable {
    /// The port it listens on.
    public let port: Int
    public let host: String
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let connections: Connections
    private let limits: ServerLimits

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - host: an address of this machine; the default cannot be reached from others.
    ///   - names: other names that requests may call it by.
    ///   - port: 0 picks a free one.
    ///   - log: is told of every request that was answered.
    public static func start(
        _ sandbox: Sandbox, host: String = "127.0.0.1", names: [String] = [], port: Int = 0,
        limits: ServerLimits = ServerLimits(), log: RequestLog? = nil
    ) async throws(SandboxError) -> SimulatorServer {
        let service = RequestHandler.Service(
            sandbox: sandbox, gate: Gate(host: host, names: names), limits: limits, log: log)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let connections = Connections()
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // Out of descriptors, it waits a moment for some to be given back.
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(AcceptBackoffHandler())
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.serve(service, connections: connections)
                }
            }
        do {
            let channel = try await bootstrap.bind(host: host, port: port).get()
            return SimulatorServer(channel, host, port, group, connections, limits)
        } catch {
            try? await group.shutdownGracefully()
            throw .address("\(host):\(port): \(error)")
        }
    }

    /// What a client is given as the base of the API: `http://127.0.0.1:8080/v2`.
    public var baseURL: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/v2" }

    /// Takes no more connections, lets the calls under way end, and closes the rest.
    public func stop() async {
        try? await channel.close()
        connections.beginStopping()
        let tries = Int(limits.stop * 100)
        for _ in 0..<max(tries, 1) {
            if connections.isEmpty { break }
            try? await Task.sleep(for: .milliseconds(10))
        }
        connections.closeAll()
        try? await group.shutdownGracefully()
    }

    /// Waits until the server has stopped listening.
    public func wait() async { try? await channel.closeFuture.get() }

    private init(
        _ channel: any Channel, _ host: String, _ port: Int, _ group: MultiThreadedEventLoopGroup,
        _ connections: Connections, _ limits: ServerLimits
    ) {
        self.channel = channel
        self.host = host
        self.port = channel.localAddress?.port ?? port
        self.group = group
        self.connections = connections
        self.limits = limits
    }
}

extension Channel {
    /// Sets up a connection; on its event loop.
    fileprivate func serve(_ service: RequestHandler.Service, connections: Connections) throws {
        let limits = service.limits
        var decoder = NIOHTTPDecoderLimitConfiguration()
        decoder.maxHeaderFieldSize = limits.headers
        decoder.maxHeaderListSize = limits.headers
        let sync = pipeline.syncOperations
        try sync.addHandler(ConnectionTimer(limits))
        try sync.configureHTTPServerPipeline(
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: decoder)
        try sync.addHandler(RequestHandler(service, connections: connections))
    }
}

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
