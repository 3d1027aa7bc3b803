import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// Answers have the forms of the real ones that were kept.
@Suite struct RecordedFormTests {
    @Test func `creating a parcel writes null where nothing was given, but for two empty texts`() async throws {
        let account = try Account()
        let new = #"{"tracking_number":"300403513351","carrier_code":"4px"}"#
        let made = try await account.data("POST /trackings/post", new)
        for field in ["order_create_time", "customer_email", "customer_name", "order_id", "title"] {
            #expect(made[field] == .null, "\(field)")
        }
        #expect(made["comment"] == "" && made["logistics_channel"] == "")
    }

    @Test func `an immediate read has the fields of the carrier and none of the account`() async throws {
        let account = try Account()
        let keys = [
            "id", "tracking_number", "carrier_code", "order_create_time", "destination_code", "status", "track_update",
            "original_country", "destination_country", "itemTimeLength", "stayTimeLength", "service_code",
            "packageStatus", "substatus", "last_mile_tracking_supported", "origin_info", "destination_info",
            "lastEvent", "lastUpdateTime",
        ]
        let known = #"{"tracking_number":"1Z999AA10123456784","carrier_code":"ups"}"#
        let item = try #require(try await account.data("POST /trackings/realtime", known)["items"]?[0]?.object)
        #expect(item.keys == keys)
        #expect(item["order_create_time"] == "" && item["destination_code"] == "")
        for field in ["service_code", "packageStatus", "last_mile_tracking_supported", "destination_info"] {
            #expect(item[field] == .null, "\(field)")
        }
        #expect(item["origin_info"]?["ReferenceNumber"] == nil && item["origin_info"]?["ItemReceived"] != nil)
        let told =
            #"{"tracking_number":"1Z999AA10123456784","carrier_code":"ups","destination_code":"ca","order_create_time":"2017/8/27 16:51"}"#
        let repeated = try await account.data("POST /trackings/realtime", told)["items"]?[0]
        #expect(repeated?["destination_code"] == "ca" && repeated?["order_create_time"] == "2017/8/27 16:51")
    }

    @Test func `what an edit answers as the last refresh, the next read shows`() async throws {
        let account = try Account()
        for (line, isFresh) in [("/trackings/4px/300403513402", false), ("/trackings/fedex/612998173506", true)] {
            for body in [#"{"title":"x"}"#, #"{"status":4}"#, "{}"] {
                let edited = try await account.data("PUT \(line)", body)
                let read = try await account.data("GET \(line)")
                #expect(edited["updated_at"] == read["updated_at"])
                #expect((edited["updated_at"] == .null) == isFresh)
            }
            let name = line.split(separator: "/")
            let many = #"[{"carrier_code":"\#(name[1])","tracking_number":"\#(name[2])","title":"y"}]"#
            let edited = try await account.data("POST /trackings/updatemore", many)["trackings"]?[0]
            #expect(try await account.data("GET \(line)")["updated_at"] == edited?["updated_at"])
        }
    }

    @Test(arguments: ["notupdate", "delete", "updatemore"])
    func `an element that lacks something is told of, beside those that were done`(call: String) async throws {
        let account = try Account()
        let body = #"[{"tracking_number":"300403513402"},{"tracking_number":"300403513427","carrier_code":"4px"},7]"#
        let data = try await account.data("POST /trackings/\(call)", body)
        #expect(data["submitted"] == 3 && data["trackings"]?.array?.count == 1)
        #expect(data["errors"]?.array?.map { $0["code"]?.integer } == [4015, 4012])
        #expect(data["errors"]?[0]?["tracking_number"] == "300403513402")
    }

    @Test(arguments: [
        #""order_create_time":"garbage""#, #""destination_code":"ZZZ""#, #""destination_code":"Atlantis""#,
        #""destination_code":"United States""#, #""destination_code":"zz""#, #""tracking_ship_date":"31.12.2026""#,
        #""tracking_destination_country":"nowhere""#,
    ])
    func `a value that its field cannot have is refused, or left out where that is wanted`(field: String) async throws {
        let account = try Account()
        let new = #"{"tracking_number":"300403513352","carrier_code":"4px",\#(field)}"#
        let name = field.split(separator: "\"")[0]
        let answer = try await account.call("POST /trackings/post", new)
        #expect(answer["meta"]?["code"] == 4012)
        #expect(answer["meta"]?["message"]?.text == "The value of `\(name)` is invalid.")
        let batch = try await account.data("POST /trackings/batch", "[\(new)]")
        #expect(batch["added"] == 0 && batch["errors"]?[0]?["code"] == 4012)
        try await account.sandbox.set("bad-values", to: "drop")
        let made = try await account.data("POST /trackings/post", new)
        #expect(made["status"] == "pending" && !made.compact.contains("garbage"))
    }

    @Test func `the dates and countries that clients send are taken`() async throws {
        let account = try Account()
        for (index, field) in [
            #""order_create_time":"2017/8/27 16:51""#, #""order_create_time":"2018-04-01T10:08:00Z""#,
            #""order_create_time":0"#, #""order_create_time":"2018-04-01""#, #""destination_code":"US""#,
            #""destination_code":"gb""#, #""tracking_ship_date":"20261101""#, #""auto_correct":"0""#,
            #""specialNumberDestination":"nl""#,
        ].enumerated() {
            let new = #"{"tracking_number":"DATED\#(index)","carrier_code":"4px",\#(field)}"#
            #expect(try await account.code("POST /trackings/batch", "[\(new)]") == 201, "\(field)")
        }
        #expect(try await account.data("GET /trackings/4px/DATED2")["order_create_time"] == .null)
    }

    @Test func `an account has parcels in the sub-statuses of every status`() async throws {
        let account = try Account { $0.parcels = 3000 }
        _ = try await account.sandbox.advance(by: 10 * day)
        let listed = try await account.data("GET /trackings/get?limit=2000").items
        let own = Set(listed.compactMap { $0["substatus"]?.text })
        for status in ["transit", "pickup", "delivered", "undelivered", "exception", "expired", "notfound"] {
            #expect(own.contains { $0.hasPrefix(status + "0") }, "\(status)")
        }
        let ofEvents = Set(listed.flatMap(\.events).compactMap { $0["substatus"]?.text })
        let rare = ["transit006", "transit007", "pickup001", "pickup002", "pickup003"]
        let failed = (1...4).map { "undelivered00\($0)" }
        for code in rare + failed { #expect(ofEvents.contains(code), "\(code)") }
        for parcel in listed where parcel["status"] == "pending" { #expect(parcel["substatus"] == .null) }
    }
}
