import Foundation
import TMSTestSupport
import Testing

@Suite struct RequestTests {
    private let program = Program()
    private let key = "sekret-5c1f0a93"

    private static let line = """
        track 300403513351 via 4px to us title "cute pillow" channel "4PX挂号小包" customer "Karen Ng" \
        email k@example.com phone "86 135 3021 8545" order "#0002" ordered "2018-04-01 10:08" note "备注" lang en
        """

    private static let created = """
        {"meta":{"code":201,"type":"Created","message":"Created"},"data":{"id":"9a2f","tracking_number":"300403513351",\
        "carrier_code":"4px","status":"pending","title":"cute pillow","created_at":"2018-05-02T11:00:00+00:00"}}
        """

    private func run(_ line: String, at server: RecordingServer) async -> Program.Result {
        let variables = ["TRACKINGMORE_API_KEY": key]
        return await program.run("--base-url", server.baseURL, "-c", line, variables: variables)
    }

    @Test func `a line is one request with its words as documented fields and nothing else`() async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .json(Self.created) })
        let result = await run(Self.line, at: server)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("300403513351"))
        #expect(result.output.contains("cute pillow"))

        let request = try #require(server.requests.first)
        #expect(server.requests.count == 1)
        #expect(request.method == "POST")
        #expect(request.target == "/v2/trackings/post")
        #expect(request.header("Trackingmore-Api-Key") == key)
        #expect(request.header("Content-Type") == "application/json")
        let version = await program.run("--version").output.replacing(" ", with: "/").replacing("\n", with: "")
        #expect(request.header("User-Agent") == version)
        let body = try JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: String]
        #expect(
            body == [
                "tracking_number": "300403513351", "carrier_code": "4px", "destination_code": "us",
                "title": "cute pillow", "logistics_channel": "4PX挂号小包", "customer_name": "Karen Ng",
                "customer_email": "k@example.com", "customer_phone": "86 135 3021 8545", "order_id": "#0002",
                "order_create_time": "2018/04/01 10:08", "comment": "备注", "lang": "en",
            ])
        #expect(!(result.output + result.errors).contains(key))
    }

    @Test(arguments: [401, 4001, 4012, 4021])
    func `a refusal does not repeat the key, even where the service does`(code: Int) async throws {
        defer { program.remove() }
        let key = key
        let answer = #"{"meta":{"code":\#(code),"type":"Refused","message":"the key \#(key) is refused"},"data":[]}"#
        let server = try #require(RecordingServer { _ in .json(answer) })
        let result = await run(Self.line, at: server)
        #expect(!(result.output + result.errors).contains(key), "\(result.errors)")
        #expect(server.requests.first?.header("Trackingmore-Api-Key") == key)
    }

    @Test func `a loop over several pages prints each parcel once, in order`() async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer(Self.page))
        let result = await run(#"for p in list status transit { print "{$p.number} {$p.status}" }"#, at: server)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors == "")
        let expected = (0..<Self.parcels).map { "\(300_000_000_000 + $0) transit" }
        #expect(result.output.split(separator: "\n").map(String.init) == expected)
        // The fewest pages that hold all.
        #expect(server.requests.count == 3)
        #expect(server.requests.allSatisfy { $0.method == "GET" && $0.target.contains("status=transit") })
    }

    private static let parcels = 4_500

    /// The part of a list that a request asks for.
    @Sendable private static func page(_ request: RecordingServer.Request) -> RecordingServer.Reply {
        let items = URLComponents(string: request.target)?.queryItems ?? []
        func value(_ name: String) -> Int { items.first { $0.name == name }?.value.flatMap { Int($0) } ?? 0 }
        let (page, limit) = (max(value("page"), 1), max(value("limit"), 1))
        let rows = ((page - 1) * limit..<max(min(page * limit, parcels), (page - 1) * limit)).map { place in
            #"{"id":"\#(place)","tracking_number":"\#(300_000_000_000 + place)","carrier_code":"4px","status":"transit"}"#
        }
        let data = #"{"page":\#(page),"limit":\#(limit),"total":\#(parcels),"items":[\#(rows.joined(separator: ","))]}"#
        return .json(#"{"meta":{"code":200,"type":"Success","message":"OK"},"data":\#(data)}"#)
    }
}
