import Foundation
import Testing
import TrackingMore

@testable import TrackingMoreSimulator

@Suite struct ServerTests {
    private let user = "GET /v2/trackings/getuserinfo HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\n\r\n"

    @Test func `requests on one connection are answered in their order, also sent in one go`() async throws {
        try await served { server in
            let client = try SocketClient(port: server.port)
            client.send(user)
            #expect(await client.responses(1).first?.body.contains("ops@example.com") == true)
            let list =
                "GET http://127.0.0.1/v2/trackings/get?limit=1 HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\nContent-Length: 0\r\n\r\n"
            client.send(user + list + user)
            let answers = await client.responses(3)
            #expect(answers.map(\.status) == [200, 200, 200])
            #expect(answers.map { $0.body.contains("total") } == [false, true, false])
        }
    }

    @Test func `a body in chunks, and one announced with Expect, arrive`() async throws {
        try await served { server in
            let client = try SocketClient(port: server.port)
            client.send(
                "POST /v2/trackings/post HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            client.send("1b\r\n{\"tracking_number\":\"AAAA1\",\r\n")
            client.send("17\r\n\"carrier_code\": \"4px\" }\r\n0\r\n\r\n")
            #expect(await client.responses(1).first?.body.contains("pending") == true)
            client.send(
                "DELETE /v2/trackings/4px/AAAA1 HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
            )
            #expect(await client.responses(1).map(\.status) == [100])
            client.send("{}")
            let gone = await client.responses(1).first
            #expect(gone?.body == #"{"meta":{"code":200,"type":"Success","message":"Success"},"data":[]}"#)
        }
    }

    @Test(arguments: [
        "\r\nnonsense\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}\u{3}\r\n\r\n",
        "POST /v2/trackings/post HTTP/1.1\r\nContent-Length: abc\r\n\r\n",
        "POST /v2/trackings/post HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
        "GET / HTTP/1.1\r\n" + String(repeating: "a: b\r\n", count: 1000) + "\r\n",
        "GET / HTTP/1.1\r\na: " + String(repeating: "b", count: 100_000) + "\r\n\r\n",
    ])
    func `what is not HTTP ends its own connection and no other`(bytes: String) async throws {
        // On a busy machine the bystander lies idle long before it is its turn.
        var limits = ServerLimits()
        limits.idle = 3_600
        try await served(limits) { server in
            let bystander = try SocketClient(port: server.port)
            let client = try SocketClient(port: server.port)
            client.send(bytes)
            let answer = await client.responses(1).first
            #expect(answer == nil || answer?.status == 400)
            #expect(await client.isHungUp)
            bystander.send(user)
            #expect(await bystander.responses(1).first?.status == 200)
        }
    }

    @Test func `paths nobody knows are answered like everything else`() async throws {
        try await served { server in
            let client = try SocketClient(port: server.port)
            client.send("PATCH /v9/x?%%% HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\n\r\n")
            let answer = await client.responses(1).first
            #expect(answer?.status == 200 && answer?.body.contains("404") == true)
            client.send(user.replacingOccurrences(of: "Host: localhost", with: "Connection: close"))
            #expect(await client.responses(1).count == 1)
            #expect(await client.isHungUp)
        }
    }

    @Test func `a body that is too large is refused before it has arrived`() async throws {
        var limits = ServerLimits()
        limits.body = 1000
        try await served(limits) { server in
            let client = try SocketClient(port: server.port)
            client.send(
                "POST /v2/trackings/post HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\nContent-Length: 1001\r\n\r\n"
            )
            #expect(await client.responses(1).first?.status == 413)
            let other = try SocketClient(port: server.port)
            other.send(
                "POST /v2/trackings/post HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            other.send("7d0\r\n" + String(repeating: " ", count: 2000) + "\r\n0\r\n\r\n")
            #expect(await other.responses(1).first?.status == 413)
            #expect(await other.isHungUp)
        }
    }

    @Test func `a request that only drips in, and a connection that sleeps, are hung up on`() async throws {
        var limits = ServerLimits()
        limits.request = 0.3
        limits.idle = 0.3
        try await served(limits) { server in
            let dripping = try SocketClient(port: server.port)
            dripping.send("GET /v2/trackings/getuserinfo HTTP/1.1\r\nHost: ")
            let sleeping = try SocketClient(port: server.port)
            #expect(await dripping.isHungUp)
            #expect(await sleeping.isHungUp)
        }
    }

    @Test func `a write without an answer hangs up, and has been done`() async throws {
        let sandbox = try Sandbox()
        let server = try await SimulatorServer.start(sandbox)
        try await sandbox.fault(Fault(.timeoutAfterWrite, for: .calls(1)))
        let client = try SocketClient(port: server.port)
        client.send(
            "DELETE /v2/trackings/4px/300403513402 HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\n\r\n")
        #expect(await client.responses(1).isEmpty)
        #expect(try await sandbox.status().parcels == 39)
        await server.stop()
    }

    @Test func `stopping lets the call under way end and frees the port`() async throws {
        let sandbox = try Sandbox()
        let server = try await SimulatorServer.start(sandbox)
        try await sandbox.fault(Fault(.slow(seconds: 0.3), for: .always))
        let idle = try SocketClient(port: server.port)
        let client = try SocketClient(port: server.port)
        client.send(user)
        try await Task.sleep(for: .milliseconds(100))
        await server.stop()
        let answer = await client.responses(1).first
        #expect(answer?.status == 200 && answer?.head.contains("Connection: close") == true)
        #expect(await idle.isHungUp)
        #expect(throws: (any Error).self) { try SocketClient(port: server.port) }
        let again = try await SimulatorServer.start(sandbox, port: server.port)
        #expect(again.port == server.port)
        await #expect(throws: SandboxError.self) { try await SimulatorServer.start(sandbox, port: server.port) }
        await again.stop()
    }

    private func served(
        _ limits: ServerLimits = ServerLimits(), _ work: (SimulatorServer) async throws -> Void
    ) async throws {
        let server = try await SimulatorServer.start(try Sandbox(), limits: limits)
        do { try await work(server) } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }
}
