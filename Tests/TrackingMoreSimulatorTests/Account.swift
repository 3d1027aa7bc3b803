import TrackingMore

@testable import TrackingMoreSimulator

/// A sandbox in memory and the few words tests use to talk to it.
struct Account {
    let sandbox: Sandbox

    init(sandbox: Sandbox) { self.sandbox = sandbox }

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
        let response = try await response(line, body, key: key, headers: headers)
        guard response.status == 200 else { throw TransportError.other("HTTP \(response.status)", sent: true) }
        return try JSON(parsing: response.body)
    }

    private func response(
        _ line: String, _ body: String = "", key: String = "key", headers: [(name: String, value: String)] = []
    ) async throws -> HTTPResponse {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        let url = parts[1].contains("://") ? parts[1] : "https://api.example.test/v2" + parts[1]
        let request = HTTPRequest(
            method: parts[0], url: url, headers: [("trackingmore-api-key", key)] + headers, body: Array(body.utf8))
        guard let response = await sandbox.exchange(request).response else {
            throw TransportError.timedOut(.afterSending)
        }
        return response
    }

    /// The HTTP status, and the text of an answer as it stands.
    func status(_ line: String) async throws -> Int { try await response(line).status }
    func text(_ line: String) async throws -> String { String(decoding: try await response(line).body, as: UTF8.self) }

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
