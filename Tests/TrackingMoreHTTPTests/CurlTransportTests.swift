import TMSTestSupport
import Testing
import TrackingMore
import TrackingMoreHTTP

@Suite struct CurlTransportTests {
    let transport = CurlTransport(limits: .init(connect: .seconds(2), total: .milliseconds(700), body: 1_000))

    func server(_ reply: @escaping @Sendable (RecordingServer.Request) -> RecordingServer.Reply) throws
        -> RecordingServer
    {
        try #require(RecordingServer(reply))
    }

    @Test func `a request goes out with its method, target, headers and body`() async throws {
        let server = try server { _ in .json("{}") }
        let response = try await transport.send(
            HTTPRequest(
                method: "POST", url: server.baseURL + "/trackings/post?lang=en",
                headers: [("Trackingmore-Api-Key", "k"), ("Content-Type", "application/json")],
                body: Array("{\"title\":\"挂号\"}".utf8)))
        #expect(response.status == 200)
        #expect(response.body == Array("{}".utf8))
        let request = try #require(server.requests.first)
        #expect(request.method == "POST")
        #expect(request.target == "/v2/trackings/post?lang=en")
        #expect(request.header("trackingmore-api-key") == "k")
        #expect(request.body == "{\"title\":\"挂号\"}")
    }

    @Test(arguments: ["GET", "POST", "PUT", "DELETE"])
    func `every method is sent, an empty body included`(_ method: String) async throws {
        let server = try server { .json("\"\($0.method)\"") }
        let response = try await transport.send(HTTPRequest(method: method, url: server.baseURL))
        #expect(response.body == Array("\"\(method)\"".utf8))
    }

    @Test func `the connection is kept for the next request`() async throws {
        let server = try server { _ in .json("{}") }
        // The client releases a connection that was idle for two minutes.
        try await withTaskExecutorPreference(OwnExecutor()) {
            for _ in 0..<3 { _ = try await transport.send(HTTPRequest(method: "GET", url: server.baseURL)) }
        }
        #expect(server.requests.map(\.connection) == [0, 0, 0])
    }

    @Test func `many requests are under way at once`() async throws {
        let server = try server { .json("\"\($0.target)\"") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<50 {
                group.addTask { [transport] in
                    let url = server.baseURL + "/\(index)"
                    let response = try await transport.send(HTTPRequest(method: "GET", url: url))
                    #expect(String(decoding: response.body, as: UTF8.self) == "\"/v2/\(index)\"")
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `a port where nobody listens is named`() async throws {
        let server = try server { _ in .hangUp }
        let port = server.port
        server.stop()
        await #expect(throws: TransportError.unreachable(host: "127.0.0.1:\(port)")) {
            try await transport.send(HTTPRequest(method: "GET", url: "http://127.0.0.1:\(port)/v2"))
        }
    }

    @Test func `an answer that does not come in time leaves the request in doubt`() async throws {
        let server = try server { _ in .silence }
        await #expect(throws: TransportError.timedOut(.afterSending)) {
            try await transport.send(HTTPRequest(method: "POST", url: server.baseURL, body: [1]))
        }
    }

    @Test func `a connection closed without an answer leaves the request in doubt`() async throws {
        let server = try server { _ in .hangUp }
        do {
            _ = try await transport.send(HTTPRequest(method: "POST", url: server.baseURL, body: [1]))
            Issue.record("an answer came from nowhere")
        } catch {
            #expect(error.mayHaveBeenSent)
        }
    }

    @Test(arguments: ["POST", "PUT", "DELETE"])
    func `a connection that was kept and closes before the answer brings nothing but a GET twice`(
        _ method: String
    ) async throws {
        let server = try server { $0.target == "/v2/first" ? .json("{}") : .hangUp }
        try await withTaskExecutorPreference(OwnExecutor()) {
            _ = try await transport.send(HTTPRequest(method: "GET", url: server.baseURL + "/first"))
            do {
                _ = try await transport.send(HTTPRequest(method: method, url: server.baseURL + "/second"))
                Issue.record("an answer came from nowhere")
            } catch {
                #expect((error as? TransportError)?.mayHaveBeenSent == true)
            }
        }
        #expect(server.requests.map(\.target) == ["/v2/first", "/v2/second"])
        #expect(server.requests.map(\.connection) == [0, 0])
    }

    @Test func `an answer over the limit is refused`() async throws {
        let server = try server { _ in .json(String(repeating: "x", count: 2_000)) }
        await #expect(throws: TransportError.tooLarge(limit: 1_000)) {
            try await transport.send(HTTPRequest(method: "GET", url: server.baseURL))
        }
    }

    @Test func `bytes that are not HTTP are an error, not an answer`() async throws {
        let server = try server { _ in .bytes("SSH-2.0-OpenSSH_9.2\r\n") }
        await #expect(throws: TransportError.self) {
            try await transport.send(HTTPRequest(method: "GET", url: server.baseURL))
        }
    }

    @Test func `plain text on a TLS port is a TLS failure`() async throws {
        let server = try #require(RecordingServer(greeting: "220 ready\r\n") { _ in .hangUp })
        do {
            _ = try await transport.send(HTTPRequest(method: "GET", url: "https://127.0.0.1:\(server.port)/"))
            Issue.record("a handshake succeeded with nobody")
        } catch {
            guard case .tls = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test func `other schemes are refused before anything is opened`() async throws {
        await #expect(throws: TransportError.self) {
            try await transport.send(HTTPRequest(method: "GET", url: "file:///etc/hostname"))
        }
    }

    @Test func `redirects are handed back, so that a key never follows one`() async throws {
        let server = try server { _ in .raw(status: 302, headers: ["Location: http://127.0.0.1:1/"], body: "") }
        let response = try await transport.send(HTTPRequest(method: "GET", url: server.baseURL))
        #expect(response.status == 302)
        #expect(response.headers.value(ofHeader: "location") == "http://127.0.0.1:1/")
    }

    @Test func `cancelling the task ends the transfer`() async throws {
        let server = try server { _ in .silence }
        let slow = CurlTransport()
        let task = Task { try await slow.send(HTTPRequest(method: "GET", url: server.baseURL)) }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        await #expect(throws: TransportError.cancelled) { try await task.value }
    }
}
