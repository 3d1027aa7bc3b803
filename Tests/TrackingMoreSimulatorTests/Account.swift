import TrackingMore

@testable import TrackingMoreSimulator

/// A sandbox in memory and the few words tests use to talk to it.
struct Account {
    let sandbox: Sandbox

    init(at path: String? = nil, _ change: (inout Sandbox.Configuration) -> Void = { _ in }) throws {
        var configuration = Sandbox.Configuration()
        configuration.behaviour.escapesSlashes = false
        change(&configuration)
        sandbox = try Sandbox(at: path, configuration)
    }

    /// Sends a line as a client would: `GET /trackings/get?page=1`, and a body.
    func call(
        _ line: String, _ body: String = "", key: String = "key", headers: [(name: String, value: String)] = []
    ) async throws -> JSON {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        let url = parts[1].contains("://") ? parts[1] : "https://api.example.test/v2" + parts[1]
        let request = HTTPRequest(
            method: parts[0], url: url, headers: [("trackingmore-api-key", key)] + headers, body: Array(body.utf8))
        let delivery = await sandbox.exchange(request)
        guard let response = delivery.response else { throw TransportError.timedOut(.afterSending) }
        guard response.status == 200 else { throw TransportError.other("HTTP \(response.status)", sent: true) }
        return try JSON(parsing: response.body)
    }

    /// The meta code a line is answered with.
    func code(_ line: String, _ body: String = "", key: String = "key") async throws -> Int? {
        try await call(line, body, key: key)["meta"]?["code"]?.integer
    }

    /// The data a line is answered with.
    func data(_ line: String, _ body: String = "") async throws -> JSON {
        try await call(line, body)["data"] ?? .null
    }
}

let day = 86400
