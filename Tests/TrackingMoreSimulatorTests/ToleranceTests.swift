import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// What clients out there send, over a socket, byte for byte; each is answered as if it had been sent properly.
@Suite struct ToleranceTests {
    private let list = "/v2/trackings/get"
    private let parcel = "/v2/trackings/4px/300403513427"

    @Test func `a list is read with POST and a body, and with POST and a query`() async throws {
        try await served { (ask: Asking) async throws in
            #expect(try await ask("POST", list, #"{"page":1,"limit":3}"#).items.count == 3)
            #expect(try await ask("POST", list + "?limit=3", "").items.count == 3)
            #expect(try await ask("GET", list, #"{"limit":3}"#).items.count == 3)
        }
    }

    @Test func `reading and deleting may announce a body of no length`() async throws {
        try await served { (ask: Asking) async throws in
            for _ in 0..<2 { #expect(try await ask("GET", parcel, "")["tracking_number"] == "300403513427") }
            #expect(try await ask("DELETE", parcel, "") == [])
        }
    }

    @Test func `an edit may come without a body, and changes nothing`() async throws {
        try await served { (ask: Asking) async throws in
            let before = try await ask("GET", parcel, "")
            #expect(try await ask("PUT", parcel, nil)["title"] == "cute pillow")
            #expect(try await ask("PUT", parcel, "")["title"] == "cute pillow")
            #expect(try await ask("PUT", parcel, "[]")["title"] == "cute pillow")
            #expect(try await ask("GET", parcel, "") == before)
        }
    }

    @Test func `a body may come in chunks`() async throws {
        try await served { (ask: Asking) async throws in
            let new = #"{"tracking_number":"CHUNKED1","carrier_code":"4px"}"#
            #expect(try await ask("POST", "/v2/trackings/post", new, isChunked: true)["status"] == "pending")
            #expect(try await ask("GET", "/v2/trackings/4px/CHUNKED1", nil)["status"] == "pending")
        }
    }

    @Test func `the address may be whole`() async throws {
        try await served { (ask: Asking) async throws in
            for scheme in ["http", "https"] {
                let address = "\(scheme)://api.trackingmore.com\(parcel)"
                #expect(try await ask("GET", address, nil)["tracking_number"] == "300403513427")
            }
        }
    }

    @Test func `a slash may stand at the end`() async throws {
        try await served { (ask: Asking) async throws in
            #expect(try await ask("GET", "/v2/carriers/", nil).array?.count ?? 0 > 400)
            #expect(try await ask("GET", parcel + "/", nil)["tracking_number"] == "300403513427")
            #expect(try await ask("GET", "/v2/trackings/getuserinfo/", nil)["track_number"] == 480)
        }
    }

    @Test func `nothing and an empty text both mean that a parameter was left out`() async throws {
        try await served { (ask: Asking) async throws in
            #expect(try await ask("GET", list + "?limit=3&numbers=&orders=&status=&archived=", nil).items.count == 3)
            #expect(try await ask("POST", list, #"{"limit":3,"numbers":null,"status":"","lang":""}"#).items.count == 3)
            let counts = "/v2/trackings/getstatusnumber?created_at_min=&created_at_max=&order_created_time_min="
            #expect(try await ask("GET", counts, nil)["transit"]?.integer ?? 0 > 0)
            let new = #"{"tracking_number":"NULLED1","carrier_code":"4px","title":null,"lang":"","order_id":""}"#
            let made = try await ask("POST", "/v2/trackings/post", new)
            #expect(made["title"] == .null && made["order_id"] == .null && made["comment"] == "")
        }
    }

    @Test func `a number may stand where a text is documented, and a text where a number is`() async throws {
        try await served { (ask: Asking) async throws in
            let new = #"{"tracking_number":123456789012,"carrier_code":"fedex","order_id":7001,"auto_correct":"0"}"#
            #expect(try await ask("POST", "/v2/trackings/post", new)["order_id"] == "7001")
            #expect(try await ask("GET", list + "?orders=7001", nil).items.count == 1)
            #expect(try await ask("POST", list, #"{"limit":"3","page":"1"}"#).items.count == 3)
            let marked = #"[{"tracking_number":123456789012,"carrier_code":"fedex","status":"7","archived":true}]"#
            #expect(try await ask("POST", "/v2/trackings/updatemore", marked)["update"] == 1)
            let read = try await ask("GET", "/v2/trackings/fedex/123456789012", nil)
            #expect(read["status"] == "exception" && read["archived"] == true)
        }
    }

    @Test func `the content type is not looked at`() async throws {
        try await served { (ask: Asking) async throws in
            for type in ["text/plain", "application/text", "application/x-www-form-urlencoded", "nonsense"] {
                #expect(try await ask("POST", list, #"{"limit":3}"#, type: type).items.count == 3)
            }
        }
    }

    private struct Asking {
        let client: SocketClient

        func callAsFunction(
            _ method: String, _ target: String, _ body: String?, isChunked: Bool = false,
            type: String = "application/json"
        ) async throws -> JSON {
            var lines = [
                "\(method) \(target) HTTP/1.1", "Host: localhost", "Trackingmore-Api-Key: key", "Content-Type: \(type)",
            ]
            var text = body ?? ""
            if isChunked {
                lines.append("Transfer-Encoding: chunked")
                let half = text.index(text.startIndex, offsetBy: text.count / 2)
                text =
                    [text[..<half], text[half...]].map { "\(String($0.utf8.count, radix: 16))\r\n\($0)\r\n" }.joined()
                    + "0\r\n\r\n"
            } else if body != nil {
                lines.append("Content-Length: \(text.utf8.count)")
            }
            client.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + text)
            let response = try #require(await client.responses(1).first)
            #expect(response.status == 200)
            let answer = try JSON(parsing: response.body)
            #expect([200, 201].contains(answer["meta"]?["code"]?.integer), "\(method) \(target): \(response.body)")
            return answer["data"] ?? .null
        }
    }

    /// One connection throughout, as clients that keep it alive have.
    private func served(_ work: (Asking) async throws -> Void) async throws {
        let server = try await SimulatorServer.start(try Sandbox())
        do { try await work(Asking(client: SocketClient(port: server.port))) } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }
}
