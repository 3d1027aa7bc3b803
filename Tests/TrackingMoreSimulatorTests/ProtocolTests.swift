import Foundation
import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// What HTTP asks of a server, and what clients of all sorts notice of it.
@Suite struct ProtocolTests {
    private static let headers = "Host: localhost\r\nTrackingmore-Api-Key: k\r\n"

    private static func request(_ line: String, _ body: String? = nil, headers: String = ProtocolTests.headers)
        -> String
    {
        let length = body.map { "Content-Length: \($0.utf8.count)\r\n" } ?? ""
        return "\(line) HTTP/1.1\r\n\(headers)\(length)\r\n\(body ?? "")"
    }

    @Test func `a HEAD is answered with headers alone, and the next answer is not mixed up with it`() async throws {
        try await served { client in
            let path = "/v2/trackings/getuserinfo"
            client.send(ProtocolTests.request("HEAD \(path)") + ProtocolTests.request("GET \(path)"))
            let bytes = try #require(await client.text(until: #""track_number":480}}"#))
            let heads = bytes.components(separatedBy: "HTTP/1.1 200 OK").dropFirst()
            #expect(heads.count == 2)
            let (first, second) = (heads.first ?? "", heads.last ?? "")
            #expect(first.hasSuffix("\r\n\r\n") && !first.contains("{"))
            // The length is that of the body a GET brings.
            let length = first.firstMatch(of: /Content-Length: (\d+)/).flatMap { Int($0.1) }
            let body = second.components(separatedBy: "\r\n\r\n").last ?? ""
            #expect(length == body.utf8.count)
        }
    }

    @Test func `every answer has a date`() async throws {
        try await served { client in
            for line in ["GET /v2/carriers", "GET /nothing", "OPTIONS /v2/carriers", "DELETE /v2/carriers"] {
                client.send(ProtocolTests.request(line))
                let head = try #require(await client.responses(1).first).head
                let date = try #require(head.firstMatch(of: /Date: (\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT)/))
                let formatter = DateFormatter()
                formatter.locale = Locale(identifier: "en_US_POSIX")
                formatter.timeZone = TimeZone(identifier: "GMT")
                formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
                let read = try #require(formatter.date(from: String(date.1)))
                #expect(abs(read.timeIntervalSinceNow) < 60)
            }
        }
    }

    @Test(arguments: [(0, "Thu, 01 Jan 1970"), (951_782_400, "Tue, 29 Feb 2000"), (1_795_424_400, "Mon, 23 Nov 2026")])
    func `the day of the week is right`(seconds: Int, day: String) {
        #expect(Timestamps.header(seconds).hasPrefix(day))
    }

    @Test func `OPTIONS tells the methods of a path, without a key, and lets pages of this machine in`() async throws {
        try await served { client in
            let origin = "Host: localhost\r\nOrigin: http://localhost:5173\r\n"
            for (path, methods) in [
                ("/v2/trackings/post", "POST, OPTIONS"), ("/v2/carriers", "GET, HEAD, OPTIONS"),
                ("/v2/trackings/4px/300403513402", "GET, PUT, DELETE, HEAD, OPTIONS"),
                ("*", "GET, POST, PUT, DELETE, HEAD, OPTIONS"),
            ] {
                client.send(ProtocolTests.request("OPTIONS \(path)", headers: origin))
                let answer = try #require(await client.responses(1).first)
                #expect(answer.status == 204 && answer.body.isEmpty)
                #expect(answer.head.contains("Allow: \(methods)\r\n"), "\(path): \(answer.head)")
                #expect(answer.head.contains("Access-Control-Allow-Origin: http://localhost:5173"))
                #expect(answer.head.contains("Access-Control-Allow-Headers: Trackingmore-Api-Key"))
            }
            client.send(ProtocolTests.request("OPTIONS /v2/nothing", headers: origin))
            #expect(await client.responses(1).first?.status == 404)
            client.send(
                ProtocolTests.request("GET /v2/trackings/getuserinfo", headers: origin + "Trackingmore-Api-Key: k\r\n"))
            let answer = try #require(await client.responses(1).first)
            #expect(answer.head.contains("Access-Control-Allow-Origin: http://localhost:5173"))
            #expect(answer.body.contains("ops@example.com"))
        }
    }

    @Test func `a path without its version is 404, and so are other versions`() async throws {
        let account = try Account()
        for path in [
            "/trackings/getuserinfo", "/", "", "/v3/trackings/get", "/v4/carriers", "/V2/carriers", "/v22/carriers",
        ] {
            let answer = try await account.call("GET http://api.trackingmore.com\(path)")
            #expect(answer["meta"]?["code"] == 404, "\(path)")
            #expect(answer["meta"]?["message"]?.text?.contains("/v2") == true)
        }
        #expect(try await account.code("GET http://api.trackingmore.com/v2/trackings/getuserinfo") == 200)
    }

    @Test func `GET with a body stands for POST, as the vendor's samples have it`() async throws {
        let account = try Account()
        let number = #"{"tracking_number":"1Z999AA10123456784"}"#
        let detected = try await account.data("GET /carriers/detect", number)
        #expect(try await account.data("POST /carriers/detect", number) == detected)
        #expect(try await account.data("GET /carriers/detect?tracking_number=1Z999AA10123456784") == detected)
        #expect(
            try await account.code("GET /trackings/realtime", #"{"tracking_number":"AAAA1","carrier_code":"4px"}"#)
                == 200)
        #expect(try await account.code("PUT /carriers/detect", number) == 405)
        try await account.sandbox.set("get-for-post", to: "refuse")
        #expect(try await account.code("GET /carriers/detect", number) == 405)
    }

    @Test func `POST to a parcel's path edits it where that is wanted`() async throws {
        let account = try Account()
        let line = "POST /trackings/4px/300403513402"
        #expect(try await account.code(line, #"{"title":"lamp"}"#) == 405)
        try await account.sandbox.set("post-for-put", to: "edit")
        #expect(try await account.data(line, #"{"title":"lamp"}"#)["title"] == "lamp")
    }

    private func served(_ work: (SocketClient) async throws -> Void) async throws {
        let server = try await SimulatorServer.start(try Sandbox())
        do { try await work(SocketClient(port: server.port)) } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }
}
