public import TrackingMore

/// The end of the chain: hands the request to the client and counts it.
///
/// A request that has begun is finished even when the run is cancelled, so that no write is left in doubt by ^C, unless it
/// is given up.
public struct ClientHandler: RequestHandler {
    private let client: Client
    private let statistics: CallStatistics
    private let underWay: CallsUnderWay
    private let log: RequestLog?

    /// - Parameter log: where each call leaves a line.
    public init(
        client: Client, statistics: CallStatistics, underWay: CallsUnderWay = CallsUnderWay(), log: RequestLog? = nil
    ) {
        self.log = log
        self.client = client
        self.statistics = statistics
        self.underWay = underWay
    }

    public func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
        guard !Task.isCancelled else { throw .transport(.cancelled) }
        statistics.countCall(writes: request.isWrite)
        let (client, log) = (client, log)
        let attempt = request.attempts.next()
        let result = await underWay.wait(for: request) { await Self.exchange(request, client, log, attempt) }
        if case .success(let answer) = result { statistics.countQuota(of: request, answer) }
        let answer = try result.get()
        // Of a write that was answered, its outcomes are looked for row by row.
        if !request.isWrite, let problem = request.endpoint?.shapeProblem(of: answer.data) {
            throw .unexpectedShape(problem)
        }
        return answer
    }

    private static func exchange(
        _ request: OutgoingRequest, _ client: Client, _ log: RequestLog?, _ attempt: Int
    ) async -> Result<APIAnswer, APIError> {
        var exchange: Client.Exchange?
        let result: Result<APIAnswer, APIError>
        do throws(APIError) {
            result = .success(try await client.send(request.request, telling: log == nil ? nil : { exchange = $0 }))
        } catch {
            result = .failure(error)
        }
        if let log, let exchange {
            log.add(
                RequestLog.Entry(
                    method: request.request.method.rawValue, url: client.baseURL + request.request.path,
                    rows: request.rows(of: try? result.get()), status: exchange.status, code: exchange.code,
                    seconds: exchange.seconds, attempt: attempt, bytes: exchange.bytes))
        }
        return result
    }
}
