import TrackingMore
import TrackingMoreHTTP

/// How the sandbox's webhooks leave the program: by the transport that reaches the service. The library it needs is
/// loaded by the first of them; a receiver that does not answer is not waited for as long as a service is.
enum WebhookTransport {
    static let standard: any Transport = CurlTransport(
        limits: CurlTransport.Limits(connect: .seconds(3), total: .seconds(10), body: 1 << 20))
}
