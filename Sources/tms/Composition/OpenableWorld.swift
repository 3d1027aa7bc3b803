import TMSCommands
import TMSRuntime
import TMSShell
import TrackingMore

/// A world with a word about itself for the shell's first line.
protocol OpenableWorld: World {
    /// `sandbox, seed 1, 40 parcels`.
    func summary() async -> String
}

/// A transport that opens its account for the first request. When that fails the run is over: the world says why.
struct LazyTransport: Transport {
    let open: @Sendable () async -> (any Transport)?

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        guard let transport = await open() else { throw .cancelled }
        return try await transport.send(request)
    }
}

/// Holds the place of the services while the chain they use is being made.
struct NoServices: SessionServices {
    func perform(_ request: SessionRequest) async throws(SessionRefusal) -> Value {
        throw SessionRefusal("this session cannot do that")
    }
}
