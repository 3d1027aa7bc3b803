internal import CCurl
public import TrackingMore

/// The real network: libcurl, loaded when the first request is sent.
///
/// Connections are kept alive and shared, certificates are verified, proxies come from the environment
/// (`https_proxy`, `no_proxy`), redirects are not followed. The library runs on one thread of its own that is
/// started with the first request.
public final class CurlTransport: Transport {
    /// How long to wait and how much to accept.
    public struct Limits: Sendable {
        /// For a connection, TLS included.
        public var connect: Duration
        /// For the whole exchange.
        public var total: Duration
        /// The largest body accepted, in bytes.
        public var body: Int

        public init(connect: Duration = .seconds(10), total: Duration = .seconds(60), body: Int = 64 << 20) {
            self.connect = connect
            self.total = total
            self.body = body
        }
    }

    private let limits: Limits
    private let loop: TransferLoop

    public init(limits: Limits = Limits()) {
        self.limits = limits
        loop = TransferLoop()
    }

    deinit { loop.stop() }

    /// Sends one request. Cancelling the task ends the transfer.
    public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        guard ccurl_load() == 1 else {
            throw .other("libcurl is not installed on this machine; install libcurl4", sent: false)
        }
        let transfer = Transfer(request, limits: limits)
        let result: Result<HTTPResponse, TransportError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.start(transfer) { continuation.resume(returning: $0) }
            }
        } onCancel: {
            loop.cancel(transfer)
        }
        return try result.get()
    }
}
