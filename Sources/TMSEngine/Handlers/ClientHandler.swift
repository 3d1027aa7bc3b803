public import TrackingMore

/// The end of the chain: hands the request to the client and counts it.
///
/// A request that has begun is finished even when the run is cancelled, so that no write is left in doubt by ^C, unless it
/// is given up.
public struct ClientHandler: RequestHandler {
    private let client: Client
    private let statistics: CallStatistics
    private let underWay: CallsUnderWay

    public init(client: Client, statistics: CallStatistics, underWay: CallsUnderWay = CallsUnderWay()) {
        self.client = client
        self.statistics = statistics
        self.underWay = underWay
    }

    public func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
        guard !Task.isCancelled else { throw .transport(.cancelled) }
        statistics.countCall(writes: request.isWrite)
        let client = client
        let result = await underWay.wait(for: request) {
            do throws(APIError) {
                return .success(try await client.send(request.request))
            } catch {
                return .failure(error)
            }
        }
        if case .success(let answer) = result { statistics.countQuota(of: request, answer) }
        let answer = try result.get()
        // Of a write that was answered, its outcomes are looked for row by row.
        if !request.isWrite, let problem = request.endpoint?.shapeProblem(of: answer.data) {
            throw .unexpectedShape(problem)
        }
        return answer
    }
}
