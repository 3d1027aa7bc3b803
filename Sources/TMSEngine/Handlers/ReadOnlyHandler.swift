public import TrackingMore

/// Keeps the promise of `read only`: lets reads pass and refuses every write, however the program came to it.
///
/// The checker finds what can be told from the text; nothing it overlooks gets by this link.
public struct ReadOnlyHandler: RequestHandler {
    private let next: any RequestHandler

    public init(next: any RequestHandler) {
        self.next = next
    }

    public func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
        guard !request.isWrite, !request.isPaidRead else { throw .promisedNot }
        return try await next.send(request)
    }
}
