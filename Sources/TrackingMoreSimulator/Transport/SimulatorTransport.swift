public import TrackingMore

/// Sends requests to a sandbox in the same process, without a socket.
public struct SimulatorTransport: Transport {
    private let sandbox: Sandbox
    private let sleep: @Sendable (Double) async throws -> Void

    /// - Parameter sleep: waits so many seconds; used for answers that are late on purpose.
    public init(
        _ sandbox: Sandbox,
        sleep: @escaping @Sendable (Double) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        self.sandbox = sandbox
        self.sleep = sleep
    }

    public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let delivery = await sandbox.exchange(request)
        if let failure = delivery.failure { throw .local(failure.description) }
        if delivery.delay > 0 {
            do { try await sleep(delivery.delay) } catch { throw .cancelled }
        }
        guard let response = delivery.response else { throw .timedOut(.afterSending) }
        return response
    }
}
