internal import NIOCore

/// How far the request on a connection has come; sent down the pipeline to the timer.
enum RequestProgress: Sendable {
    /// All of it is here.
    case received
    /// Its answer has been written.
    case answered
}

/// Closes a connection whose request takes too long to arrive, however it drips, or that lies idle too long.
final class ConnectionTimer: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let limits: ServerLimits
    private var timer: Scheduled<Void>?
    private var isArriving = false

    init(_ limits: ServerLimits) { self.limits = limits }

    func channelActive(context: ChannelHandlerContext) {
        start(limits.idle, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if !isArriving {
            isArriving = true
            start(limits.request, context)
        }
        context.fireChannelRead(data)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        switch event as? RequestProgress {
        case .received:
            isArriving = false
            timer?.cancel()
        case .answered: if !isArriving { start(limits.idle, context) }
        case nil: return context.triggerUserOutboundEvent(event, promise: promise)
        }
        promise?.succeed()
    }

    private func start(_ seconds: Double, _ context: ChannelHandlerContext) {
        timer?.cancel()
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: .milliseconds(Int64(seconds * 1000))) {
            channel.close(promise: nil)
        }
    }
}
