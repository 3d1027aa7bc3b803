import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// Programs of this machine are let in; pages of a browser that reach the port are not.
@Suite struct GateTests {
    private static let good: [(String, String)] = [
        ("Host", "localhost"), ("Host", "localhost:8080"), ("Host", "127.0.0.1:8080"), ("Host", "127.9.9.9"),
        ("Host", "[::1]:8080"), ("Host", "LOCALHOST"), ("Host", "api.trackingmore.com"), ("host", "shop.localhost:1"),
        ("Origin", "http://localhost:5173"), ("Origin", "https://127.0.0.1"), ("Origin", "http://[::1]:80"),
    ]
    private static let bad: [(String, String)] = [
        ("Host", "evil.example"), ("Host", "evil.example:8080"), ("Host", "localhost.evil.example"), ("Host", ""),
        ("Host", "127.0.0.1.evil.example"), ("Host", "1270.0.0.1"), ("Host", "localhost@evil.example"),
        ("Host", "10.0.0.5"), ("Host", "[::2]"), ("Host", "localhost:80:80"), ("Host", "localhost evil"),
        ("Origin", "http://evil.example"), ("Origin", "null"), ("Origin", "https://localhost.evil.example"),
        ("Origin", "file://"), ("Origin", "http://127.0.0.1@evil.example"), ("Origin", "chrome-extension://abc"),
    ]

    @Test func `hosts and origins of this machine pass, all others do not`() {
        let gate = Gate(host: "127.0.0.1", names: [])
        for (name, value) in GateTests.good { #expect(gate.refusal([(name, value)]) == nil, "\(name): \(value)") }
        for (name, value) in GateTests.bad { #expect(gate.refusal([(name, value)]) != nil, "\(name): \(value)") }
        #expect(gate.refusal([]) == nil)
        #expect(gate.refusal([("Host", "localhost"), ("Origin", "http://evil.example")]) != nil)
    }

    @Test func `a name that was given passes, and an address where others may reach the server`() {
        let named = Gate(host: "127.0.0.1", names: ["Shop.Example"])
        #expect(named.refusal([("Host", "shop.example:8080"), ("Origin", "https://shop.example")]) == nil)
        #expect(named.refusal([("Host", "10.0.0.5")]) != nil)
        for host in ["0.0.0.0", "::", "build.local"] {
            let open = Gate(host: host, names: [])
            #expect(open.refusal([("Host", "10.0.0.5:8080")]) == nil)
            #expect(open.refusal([("Host", "evil.example")]) != nil)
        }
        #expect(Gate(host: "build.local", names: []).refusal([("Host", "build.local:80")]) == nil)
    }

    @Test func `what is kept out changes nothing, and is answered in the form of the service`() async throws {
        let sandbox = try Sandbox()
        let server = try await SimulatorServer.start(sandbox)
        let client = try SocketClient(port: server.port)
        let body = #"{"tracking_number":"AAAA1","carrier_code":"4px"}"#
        for headers in ["Host: localhost\r\nOrigin: http://evil.example", "Host: evil.example"] {
            client.send(
                "POST /v2/trackings/post HTTP/1.1\r\n\(headers)\r\nTrackingmore-Api-Key: k\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
            let answer = try #require(await client.responses(1).first)
            #expect(answer.status == 403 && !answer.head.contains("Access-Control"))
            #expect(try JSON(parsing: answer.body)["meta"]?["code"] == 403)
            #expect(answer.body.contains("--host"))
        }
        #expect(try await sandbox.status().parcels == 40)
        await server.stop()
    }
}
