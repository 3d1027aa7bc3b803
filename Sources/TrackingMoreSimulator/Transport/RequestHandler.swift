internal import NIOCore
internal import NIOHTTP1
import TrackingMore

/// Collects one request at a time, lets the sandbox answer it, and writes the answer.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let sandbox: Sandbox
    private let connections: Connections
    private let limits: ServerLimits
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var isAnswering = false
    /// No request will follow.
    private var isLast = false

    init(_ sandbox: Sandbox, connections: Connections, limits: ServerLimits) {
        self.sandbox = sandbox
        self.connections = connections
        self.limits = limits
    }

    func channelActive(context: ChannelHandlerContext) {
        guard connections.add(context.channel, limit: limits.connections) else { return context.close(promise: nil) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        release()
        connections.remove(context.channel)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let buffer): collect(buffer, context)
        case .end:
            guard let head else { return }
            answer(head, context)
        }
    }

    /// The other side has said all it will: what it has asked for is answered, and then the connection ends.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard let event = event as? ChannelEvent, event == .inputClosed else {
            return context.fireUserInboundEventTriggered(event)
        }
        isLast = true
        if !isAnswering { context.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What was not HTTP has been answered with 400 further up; there is nothing more to be said here.
        context.close(promise: nil)
    }
}

extension RequestHandler {
    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        connections.setBusy(context.channel, true)
        self.head = head
        let announced = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
        guard announced <= limits.body else { return refuse(413, context) }
        if head.headers.first(name: "Expect")?.lowercased() == "100-continue" {
            context.writeAndFlush(
                wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: .continue))), promise: nil)
        }
    }

    private func collect(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
        guard head != nil else { return }
        let count = buffer.readableBytes
        guard body.count + count <= limits.body else { return refuse(413, context) }
        guard connections.reserve(count, limit: limits.bodies) else { return refuse(503, context) }
        body.append(contentsOf: buffer.readableBytesView)
    }

    /// Gives back the room a body took.
    private func release() {
        _ = connections.reserve(-body.count, limit: limits.bodies)
        body = []
    }

    /// The body is too large, or all are: says so and hangs up, for the rest of it is still on its way.
    private func refuse(_ status: Int, _ context: ChannelHandlerContext) {
        head = nil
        release()
        isAnswering = true
        let response = HTTPResponse(status: status, headers: [("Content-Type", "text/plain")])
        write(response, keepsAlive: false, context)
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        self.head = nil
        isAnswering = true
        context.triggerUserOutboundEvent(RequestProgress.received, promise: nil)
        let request = HTTPRequest(
            method: head.method.rawValue, url: head.uri, headers: head.headers.map { ($0.name, $0.value) }, body: body)
        let sandbox = sandbox
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        let keepsAlive = head.isKeepAlive
        loop.makeFutureWithTask { await sandbox.exchange(request) }.whenSuccess { delivery in
            loop.assumeIsolated().scheduleTask(in: .milliseconds(Int64(delivery.delay * 1000))) {
                let (handler, context) = bound.value
                handler.deliver(delivery, keepsAlive: keepsAlive, context)
            }
        }
    }

    private func deliver(_ delivery: Delivery, keepsAlive: Bool, _ context: ChannelHandlerContext) {
        release()
        guard context.channel.isActive else { return }
        guard let response = delivery.response else { return context.close(promise: nil) }
        write(response, keepsAlive: keepsAlive && !connections.isStopping, context)
    }

    private func write(_ response: HTTPResponse, keepsAlive: Bool, _ context: ChannelHandlerContext) {
        var head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: response.status))
        for (name, value) in response.headers { head.headers.add(name: name, value: value) }
        head.headers.add(name: "Content-Length", value: String(response.body.count))
        head.headers.add(name: "Connection", value: keepsAlive ? "keep-alive" : "close")
        connections.setBusy(context.channel, false)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let sent = context.eventLoop.makePromise(of: Void.self)
        let buffer = context.channel.allocator.buffer(bytes: response.body)
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: sent)
        context.triggerUserOutboundEvent(RequestProgress.answered, promise: nil)
        // The next request of this connection is only looked at once the answer has left: whoever asks and never
        // listens has one answer waiting, not thousands.
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        sent.futureResult.whenSuccess {
            let (handler, context) = bound.value
            handler.end(keepsAlive: keepsAlive, context)
        }
    }

    private func end(keepsAlive: Bool, _ context: ChannelHandlerContext) {
        isAnswering = false
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        if !keepsAlive || isLast && !isAnswering { channel.close(promise: nil) }
    }
}
