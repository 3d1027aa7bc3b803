import Testing
import TrackingMore

@testable import TrackingMoreSimulator

@Suite struct CreateTests {
    @Test func `creating a parcel echoes what was submitted, in the order of the sample`() async throws {
        let account = try Account()
        let answer = try await account.call(
            "POST /trackings/post",
            #"{"tracking_number":"RR100200300SG","carrier_code":"singapore-post","title":"desk lamp","order_create_time":"2019/05/02 09:30","lang":""}"#
        )
        #expect(answer["meta"] == ["code": 200, "type": "Success", "message": "Success"])
        let data = try #require(answer["data"]?.object)
        #expect(
            data.keys == [
                "id", "tracking_number", "carrier_code", "order_create_time", "status", "created_at",
                "customer_email", "customer_name", "order_id", "comment", "title", "logistics_channel",
            ])
        #expect(data["order_create_time"] == "2019/05/02 09:30")
        #expect(data["status"] == "pending")
        #expect(data["comment"] == "")
        #expect(data["created_at"] == "2026-11-23T17:00:00+08:00")
        #expect(data["id"]?.string?.count == 32)
    }

    @Test func `every carrier of the catalogue is known under its code`() async throws {
        let account = try Account()
        #expect(Carrier.all.count > 1_000)
        for (place, carrier) in Carrier.all.enumerated() {
            let body = #"{"tracking_number":"AB\#(100_000_000 + place)","carrier_code":"\#(carrier.code)"}"#
            let answer = try await account.call("POST /trackings/post", body)
            #expect(answer["meta"]?["code"] != 4015, "\(carrier.code)")
        }
    }

    @Test(arguments: [
        (4012, "[]x"), (4013, "{}"), (4013, #"{"tracking_number":"","carrier_code":"4px"}"#),
        (4013, #"{"tracking_number":null,"carrier_code":"nobody"}"#),
        (4014, #"{"tracking_number":"abc","carrier_code":"nobody"}"#),
        (4014, #"{"tracking_number":"12 345678","carrier_code":"4px"}"#),
        (4015, #"{"tracking_number":"300403513351","carrier_code":"nobody"}"#),
        (4015, #"{"tracking_number":"300403513351"}"#),
        (4015, "not json"), (4012, #""text""#), (4012, "[1]"),
        (4016, #"{"tracking_number":"300403513402","carrier_code":"4px"}"#),
        (4012, #"{"tracking_number":{"a":1},"carrier_code":"4px"}"#),
    ])
    func `a create that lacks or breaks something is refused with its code`(code: Int, body: String) async throws {
        let account = try Account()
        let expected = body == "[]x" ? 4015 : code
        let answer = try await account.call("POST /trackings/post", body)
        #expect(answer["meta"]?["code"]?.integer == expected)
        #expect(answer["data"] == [])
    }

    @Test func `numbers where text is documented are taken as text`() async throws {
        let account = try Account()
        let data = try await account.data(
            "POST /trackings/post", #"{"tracking_number":300403513351,"carrier_code":"4px","order_id":42}"#)
        #expect(data["order_id"] == "42")
        #expect(data["tracking_number"] == "300403513351")
    }

    @Test func `a batch adds what it can and says what it could not`() async throws {
        let account = try Account()
        let answer = try await account.call(
            "POST /trackings/batch",
            #"[{"tracking_number":"1Z00000000000000AA","carrier_code":"ups"},{"tracking_number":"300403513402","carrier_code":"4px"},{"carrier_code":"4px"},7]"#
        )
        #expect(answer["meta"]?["code"] == 201)
        #expect(answer["data"]?["submitted"] == 4)
        #expect(answer["data"]?["added"] == 1)
        let added = try #require(answer["data"]?["trackings"]?[0]?.object)
        #expect(
            added.keys == [
                "id", "tracking_number", "carrier_code", "order_create_time", "status", "created_at",
                "customer_email", "customer_name", "customer_phone", "order_id", "comment", "title",
                "logistics_channel", "destination",
            ])
        #expect(added["order_create_time"] == 0)
        #expect(added["title"] == .null)
        #expect(added["destination"] == "")
        #expect(answer["data"]?["errors"]?.array?.map { $0["code"]?.integer } == [4016, 4013, 4012])
        #expect(answer["data"]?["errors"]?[0]?["message"] == "Tracking already exists.")
    }

    @Test func `a batch of more than forty is refused as a whole`() async throws {
        let account = try Account()
        let items = (0..<41).map { #"{"tracking_number":"3009000\#($0)00","carrier_code":"4px"}"# }
        let body = "[" + items.joined(separator: ",") + "]"
        #expect(try await account.code("POST /trackings/batch", body) == 202)
        #expect(try await account.code("POST /trackings/batch", "[]") == 4012)
        #expect(try await account.code("POST /trackings/batch", "{}") == 4012)
        let lenient = try Account { $0.behaviour.refusesLongArrays = false }
        #expect(try await lenient.data("POST /trackings/batch", body)["added"] == 40)
    }

    @Test func `the quota pays for each parcel added and then refuses`() async throws {
        let account = try Account { $0.quota = 2 }
        let batch = try await account.data(
            "POST /trackings/batch",
            #"[{"tracking_number":"AAAA1","carrier_code":"4px"},{"tracking_number":"AAAA2","carrier_code":"4px"},{"tracking_number":"AAAA3","carrier_code":"4px"}]"#
        )
        #expect(batch["added"] == 2)
        #expect(batch["errors"]?[0]?["code"] == 4021)
        #expect(
            try await account.code("POST /trackings/post", #"{"tracking_number":"AAAA4","carrier_code":"4px"}"#) == 4021
        )
        #expect(try await account.data("GET /trackings/getuserinfo")["track_number"] == 0)
    }

    @Test func `a parcel that comes back keeps its id`() async throws {
        let account = try Account()
        let body = #"{"tracking_number":"AAAA1","carrier_code":"4px"}"#
        let first = try await account.data("POST /trackings/post", body)["id"]
        #expect(try await account.call("DELETE /trackings/4px/AAAA1")["data"] == [])
        #expect(try await account.data("POST /trackings/post", body)["id"] == first)
    }
}
