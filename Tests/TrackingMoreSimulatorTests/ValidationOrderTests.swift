import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// A call with two mistakes hears of the one that is looked for first: the key, the JSON, its form, the number, the
/// carrier, the parcel, the quota.
@Suite struct ValidationOrderTests {
    struct Pair: CustomTestStringConvertible, Sendable {
        let first: Int
        let second: String
        let line: String
        let body: String
        var key = "good"

        var testDescription: String { "\(first) comes before \(second)" }

        init(_ first: Int, _ second: String, _ line: String, _ body: String, key: String = "good") {
            self.first = first
            self.second = second
            self.line = line
            self.body = body
            self.key = key
        }
    }

    private static let create = "POST /trackings/post"
    private static let old = "300403513427"

    static let pairs: [Pair] = [
        Pair(4001, "4015 (JSON)", create, "{", key: "bad"),
        Pair(4001, "4012", create, "[]", key: "bad"),
        Pair(4001, "4013", create, #"{"carrier_code":"4px"}"#, key: "bad"),
        Pair(4001, "4014", create, #"{"tracking_number":"a b","carrier_code":"4px"}"#, key: "bad"),
        Pair(4001, "4015", create, #"{"tracking_number":"AAAA1","carrier_code":"nope"}"#, key: "bad"),
        Pair(4001, "4016", create, #"{"tracking_number":"\#(old)","carrier_code":"4px"}"#, key: "bad"),
        Pair(4001, "4017", "DELETE /trackings/4px/NOBODY1", "", key: "bad"),
        Pair(4001, "404", "GET /nothing", "", key: "bad"),
        Pair(4002, "4013", create, #"{"carrier_code":"4px"}"#, key: "deleted"),
        Pair(404, "4015 (JSON)", "POST /nothing", "{"),
        Pair(405, "4015 (JSON)", "PUT /trackings/post", "{"),
        Pair(4015, "4014 in the path", "PUT /trackings/4px/a%20b", "{"),
        Pair(4015, "4017", "PUT /trackings/4px/NOBODY1", "{"),
        Pair(4015, "4021", "POST /trackings/aircargo", "{"),
        Pair(4012, "4014 in the path", "PUT /trackings/4px/a%20b", "[1]"),
        Pair(4012, "4015 in the path", "PUT /trackings/nope/NOBODY1", "[1]"),
        Pair(4012, "4017", "PUT /trackings/4px/NOBODY1", "[1]"),
        Pair(4012, "4021", "POST /trackings/aircargo", "[1]"),
        Pair(4013, "4015", create, #"{"carrier_code":"nope"}"#),
        Pair(4013, "4021", create, #"{"carrier_code":"4px"}"#),
        Pair(4014, "4015", create, #"{"tracking_number":"a b","carrier_code":"nope"}"#),
        Pair(4014, "4015 in the path", "PUT /trackings/nope/a%20b", ""),
        Pair(4014, "4017", "DELETE /trackings/4px/a%20b", ""),
        Pair(4014, "4021", create, #"{"tracking_number":"a b","carrier_code":"4px"}"#),
        Pair(4015, "4017", "DELETE /trackings/nope/NOBODY1", ""),
        Pair(4015, "4021", create, #"{"tracking_number":"AAAA1","carrier_code":"nope"}"#),
        Pair(4016, "4021", create, #"{"tracking_number":"\#(old)","carrier_code":"4px"}"#),
        Pair(
            4017, "4016", "POST /trackings/update",
            #"{"tracking_number":"NOBODY1","carrier_code":"4px","update_carrier_code":"4px"}"#),
    ]

    @Test(arguments: pairs)
    func `of two mistakes the earlier is told`(pair: Pair) async throws {
        let account = try Account {
            $0.keys = .only(["good"], deleted: ["deleted"])
            $0.quota = 0
        }
        #expect(try await account.code(pair.line, pair.body, key: pair.key) == pair.first)
    }

    @Test func `with a quota of nothing, what is sound is refused for the quota`() async throws {
        let account = try Account { $0.quota = 0 }
        for (line, body) in [
            (ValidationOrderTests.create, #"{"tracking_number":"AAAA1","carrier_code":"4px"}"#),
            ("POST /trackings/aircargo", #"{"track_number":"172-28891936"}"#),
        ] { #expect(try await account.code(line, body) == 4021) }
    }
}
