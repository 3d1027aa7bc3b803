import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// The key is looked at first of all.
@Suite struct KeyTests {
    private func answer(_ headers: [(name: String, value: String)], _ line: String) async throws -> JSON {
        let parts = line.split(separator: " ").map(String.init)
        let request = HTTPRequest(method: parts[0], url: parts[1], headers: headers, body: Array("{".utf8))
        let response = try #require(await Sandbox().exchange(request).response)
        return try JSON(parsing: response.body)
    }

    @Test(arguments: [
        "GET /v2/trackings/getuserinfo", "POST /v2/trackings/post", "GET /v2/nothing", "GET /trackings/getuserinfo",
        "PUT /v2/carriers", "GET /v2/%zz", "HEAD /v2/carriers",
    ])
    func `a missing, an empty and a misnamed key are 4001, whatever else is wrong`(line: String) async throws {
        for (headers, words) in [
            ([], "The header `Trackingmore-Api-Key` is missing."),
            ([("Trackingmore-Api-Key", "")], "The header `Trackingmore-Api-Key` is empty."),
            ([("trackingmore-api-key", "  ")], "The header `Trackingmore-Api-Key` is empty."),
            (
                [("Tracking-Api-Key", "k")],
                "Version 2 of the API reads the key from `Trackingmore-Api-Key`; `Tracking-Api-Key` is the header of "
                    + "later versions."
            ),
        ] as [([(String, String)], String)] {
            let answer = try await answer(headers.map { (name: $0.0, value: $0.1) }, line)
            #expect(answer["meta"]?["code"] == 4001 && answer["data"] == [])
            #expect(answer["meta"]?["message"]?.text == words)
            #expect(answer["meta"]?["type"] == "Unauthorized")
        }
    }

    @Test func `any key will do, whatever the case of its header`() async throws {
        for name in ["Trackingmore-Api-Key", "trackingmore-api-key", "TRACKINGMORE-API-KEY"] {
            let answer = try await answer([(name, "k")], "GET /v2/trackings/getuserinfo")
            // The body of one brace is no JSON.
            #expect(answer["meta"]?["code"] == 4015)
            #expect(answer["meta"]?["message"] == "The request body is not valid JSON.")
        }
    }
}
