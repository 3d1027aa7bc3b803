public import TrackingMore

/// Lets free reads pass and holds back every write and what is paid for: tells what would be sent and answers that it
/// was done.
public struct DryRunHandler: RequestHandler {
    private let next: any RequestHandler
    private let baseURL: String
    private let statistics: CallStatistics
    private let report: @Sendable (EngineNotice) -> Void

    public init(
        next: any RequestHandler, baseURL: String, statistics: CallStatistics,
        report: @escaping @Sendable (EngineNotice) -> Void
    ) {
        self.next = next
        self.baseURL = baseURL
        self.statistics = statistics
        self.report = report
    }

    public func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
        guard request.isHeldBackWhenPlanned else { return try await next.send(request) }
        statistics.countWithheld()
        report(
            .withheld(
                method: request.request.method.rawValue, url: baseURL + request.request.path,
                body: request.request.body?.compact,
                quota: request.isWrite ? nil : request.endpoint?.quota(for: request.items)))
        return APIAnswer(code: 200, message: nil, data: .null, raw: .null)
    }
}
