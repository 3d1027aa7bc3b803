internal import NIOCore
internal import NIOHTTP1
import TMSBase
import TrackingMore

/// Collects one request at a time, lets the sandbox answer it, and writes the answer.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// What answers, and what every connection of a server shares.
    struct Service: Sendable {
        let sandbox: Sandbox
        let gate: Gate
        let limits: ServerLimits
        let log: RequestLog?
    }

    private let service: Service
    private let connections: Connections
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var isAnswering = false
    /// No request will follow.
    private var isLast = false

    init(_ service: Service, connections: Connections) {
        self.service = service
        self.connections = connections
    }

    private var limits: ServerLimits { service.limits }

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
        let asked = head.map { Asked($0, service) }
        head = nil
        release()
        isAnswering = true
        let response = HTTPResponse(status: status, headers: [("Content-Type", "text/plain")])
        write(Delivery(response), response, asked, keepsAlive: false, context)
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        self.head = nil
        isAnswering = true
        context.triggerUserOutboundEvent(RequestProgress.received, promise: nil)
        let asked = Asked(head, service)
        let request = HTTPRequest(method: head.method.rawValue, url: head.uri, headers: asked.headers, body: body)
        let service = service
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        loop.makeFutureWithTask { () -> Delivery in
            if let why = asked.refusal { return .keptOut(why) }
            return await service.sandbox.exchange(request)
        }.whenSuccess { delivery in
            // No fault makes an answer later than a day; whatever is more is not waited for.
            let delay = Int64(exactly: (delivery.delay * 1000).rounded()) ?? 0
            loop.assumeIsolated().scheduleTask(in: .milliseconds(delay)) {
                let (handler, context) = bound.value
                handler.deliver(delivery, asked, context)
            }
        }
    }

    private func deliver(_ delivery: Delivery, _ asked: Asked, _ context: ChannelHandlerContext) {
        release()
        guard context.channel.isActive else { return }
        guard let response = delivery.response else {
            asked.log(delivery, bytes: 0)
            return context.close(promise: nil)
        }
        write(delivery, response, asked, keepsAlive: asked.keepsAlive && !connections.isStopping, context)
    }

    private func write(
        _ delivery: Delivery, _ response: HTTPResponse, _ asked: Asked?, keepsAlive: Bool,
        _ context: ChannelHandlerContext
    ) {
        var head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: response.status))
        for (name, value) in response.headers { head.headers.add(name: name, value: value) }
        if let asked { head.headers.add(contentsOf: asked.crossOriginHeaders.map { ($0.name, $0.value) }) }
        if let now = Int(exactly: RealTime.seconds().rounded(.down)) {
            head.headers.add(name: "Date", value: Timestamps.header(now))
        }
        // An answer to HEAD announces the body it leaves out.
        if response.status != 204 { head.headers.add(name: "Content-Length", value: String(response.body.count)) }
        head.headers.add(name: "Connection", value: keepsAlive ? "keep-alive" : "close")
        connections.setBusy(context.channel, false)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let sent = context.eventLoop.makePromise(of: Void.self)
        let body = asked?.method == "HEAD" ? [] : response.body
        let buffer = context.channel.allocator.buffer(bytes: body)
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: sent)
        context.triggerUserOutboundEvent(RequestProgress.answered, promise: nil)
        asked?.log(delivery, bytes: body.count)
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

/// A request as far as its answer has to know it.
private struct Asked: Sendable {
    let method: String
    let headers: [(name: String, value: String)]
    let keepsAlive: Bool
    /// Why it is kept out; nil where it may pass.
    let refusal: String?
    private let url: String
    private let begun = RealTime.seconds()
    private let requestLog: RequestLog?

    init(_ head: HTTPRequestHead, _ service: RequestHandler.Service) {
        method = head.method.rawValue
        headers = head.headers.map { ($0.name, $0.value) }
        keepsAlive = head.isKeepAlive
        url = head.uri
        refusal = service.gate.refusal(headers)
        requestLog = service.log
    }

    /// What lets the page that asked, of an origin that was let in, read the answer.
    var crossOriginHeaders: [(name: String, value: String)] {
        guard refusal == nil, let origin = headers.value(ofHeader: "Origin") else { return [] }
        var allowed = [("Access-Control-Allow-Origin", origin), ("Vary", "Origin")]
        if method == "OPTIONS" {
            allowed.append(("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE"))
            allowed.append(("Access-Control-Allow-Headers", "\(KeyCheck.header), Content-Type, Lang"))
        }
        return allowed.map { (name: $0.0, value: $0.1) }
    }

    func log(_ delivery: Delivery, bytes: Int) {
        guard let requestLog else { return }
        requestLog.add(
            RequestLog.Entry(
                method: method, url: url, rows: delivery.rows, status: delivery.response?.status,
                code: delivery.code, seconds: RealTime.seconds() - begun, bytes: bytes))
    }
}

extension Delivery {
    /// The answer of the server itself to a request that does not come from a program of this machine.
    fileprivate static func keptOut(_ why: String) -> Delivery {
        let body: JSON = ["meta": ["code": 403, "type": "Forbidden", "message": .string(why)], "data": []]
        return Delivery(
            HTTPResponse(
                status: 403, headers: [("Content-Type", "application/json; charset=utf-8"), ("Server", "sandbox")],
                body: body.compactBytes()),
            code: 403)
    }
}
