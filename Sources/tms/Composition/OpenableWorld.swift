import TMSShell
import TrackingMore

/// A world with a word about itself for the shell's first line.
protocol OpenableWorld: World {
    /// `sandbox, seed 1, 40 parcels`.
    func summary() async -> String
    /// Whether a text holds the key that calls are made with.
    func holdsKey(_ text: String) -> Bool
}

extension OpenableWorld {
    func holdsKey(_ text: String) -> Bool { false }
}

/// A transport that opens its account for the first request. When that fails the run is over: the world says why.
struct LazyTransport: Transport {
    let open: @Sendable () async -> (any Transport)?

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        guard let transport = await open() else { throw .cancelled }
        return try await transport.send(request)
    }
}
