public import TrackingMore

/// The end of the chain: hands the request to the client and counts it.
///
/// A request that has begun is finished even when the run is cancelled, so that no write is left in doubt by ^C.
public struct ClientHandler: RequestHandler {
    private let client: Client
    private let statistics: CallStatistics

    public init(client: Client, statistics: CallStatistics) {
        self.client = client
        self.statistics = statistics
    }

    public func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
        guard !Task.isCancelled else { throw .transport(.cancelled) }
        statistics.countCall(writes: request.isWrite)
        let client = client
        let result = await Task { () async -> Result<APIAnswer, APIError> in
            do throws(APIError) {
                return .success(try await client.send(request.request))
            } catch {
                return .failure(error)
            }
        }.value
        if case .success(let answer) = result { statistics.countQuota(of: request, answer) }
        return try result.get()
    }
}
