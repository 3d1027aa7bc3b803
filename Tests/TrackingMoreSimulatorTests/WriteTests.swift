import Testing
import TrackingMore

@testable import TrackingMoreSimulator

@Suite struct WriteTests {
    private let lamp = "/trackings/4px/300403513402"

    @Test func `an edit changes what it names and answers with the whole`() async throws {
        let account = try Account()
        let data = try await account.data(
            "PUT \(lamp)", #"{"title":"lamp, blue","archived":"true","destination_code":"CN","customer_name":null}"#)
        #expect(
            data.object?.keys == [
                "id", "tracking_number", "carrier_code", "order_create_time", "status", "created_at", "updated_at",
                "customer_email", "customer_name", "customer_phone", "order_id", "comment", "title",
                "logistics_channel", "destination", "destination_code", "archived",
            ])
        #expect(data["title"] == "lamp, blue" && data["archived"] == true && data["customer_name"] == "Ann Miller")
        #expect(data["destination_code"] == "CN")
        let parcel = try await account.data("GET \(lamp)")
        #expect(parcel["title"] == "lamp, blue" && parcel["archived"] == true)
    }

    @Test func `an edit without a body changes nothing, and an empty text clears`() async throws {
        let account = try Account()
        #expect(try await account.data("PUT \(lamp)")["title"] == "desk lamp")
        #expect(try await account.data("PUT \(lamp)", #"{"title":""}"#)["title"] == "")
        let strict = try Account { $0.behaviour.emptyClearsOnEdit = false }
        #expect(try await strict.data("PUT \(lamp)", #"{"title":""}"#)["title"] == "desk lamp")
    }

    @Test func `a status set by hand stays until it is given back`() async throws {
        let account = try Account()
        #expect(try await account.data("PUT \(lamp)", #"{"status":7}"#)["status"] == "exception")
        #expect(try await account.data("GET \(lamp)")["status"] == "exception")
        #expect(try await account.data("PUT \(lamp)", #"{"status":"4"}"#)["status"] == "delivered")
        #expect(try await account.data("GET \(lamp)")["track_update"] == false)
        #expect(try await account.data("GET /trackings/get?status=delivered&numbers=300403513402")["count"] == 1)
        #expect(try await account.data("PUT \(lamp)", #"{"status":8}"#)["status"] == "transit")
        #expect(try await account.data("GET \(lamp)")["track_update"] == true)
        #expect(try await account.code("PUT \(lamp)", #"{"status":5}"#) == 4033)
        #expect(try await account.code("PUT /trackings/4px/NOBODY1", #"{"title":"x"}"#) == 4017)
        #expect(try await account.code("PUT \(lamp)", "[1]") == 4012)
    }

    @Test func `many edits report each parcel, done or refused`() async throws {
        let account = try Account()
        let data = try await account.data(
            "POST /trackings/updatemore",
            #"[{"tracking_number":"300403513402","carrier_code":"4px","title":"red","status":"7"},{"tracking_number":"NOBODY1","carrier_code":"4px"},{"tracking_number":"300403513402","carrier_code":"4px","status":1}]"#
        )
        #expect(data.object?.keys == ["submitted", "update", "trackings", "errors"])
        #expect(data["submitted"] == 3 && data["update"] == 1)
        #expect(data["trackings"]?[0]?["title"] == "red")
        #expect(data["errors"]?.array?.map { $0["code"]?.integer } == [4017, 4033])
    }

    @Test func `deleting many wraps each in a meta, stopping many does not`() async throws {
        let account = try Account()
        let body =
            #"[{"tracking_number":"300403513402","carrier_code":"4px"},{"tracking_number":"NOBODY1","carrier_code":"4px"}]"#
        let name: JSON = ["tracking_number": "300403513402", "carrier_code": "4px"]
        let stopped = try await account.data("POST /trackings/notupdate", body)
        let missing: JSON = [
            "tracking_number": "NOBODY1", "carrier_code": "4px", "code": 4017, "message": "Tracking does not exist.",
        ]
        #expect(stopped == ["submitted": 2, "change": 1, "trackings": [name], "errors": [missing]])
        #expect(try await account.data("GET \(lamp)")["track_update"] == false)
        let deleted = try await account.data("POST /trackings/delete", body)
        #expect(deleted == ["submitted": 2, "delete": 1, "trackings": [["meta": name]], "errors": [missing]])
        #expect(try await account.code("GET \(lamp)") == 4031)
    }

    @Test(arguments: ["updatemore", "delete", "notupdate"])
    func `more than two hundred at a time are refused with 4020`(call: String) async throws {
        let account = try Account()
        let item = #"{"tracking_number":"NOBODY1","carrier_code":"4px"}"#
        let body = "[" + Array(repeating: item, count: 201).joined(separator: ",") + "]"
        #expect(try await account.code("POST /trackings/\(call)", body) == 4020)
        #expect(try await account.code("POST /trackings/\(call)", "{}") == 4012)
    }

    @Test func `changing the carrier moves the parcel and answers with an empty tag`() async throws {
        let account = try Account()
        func change(_ from: String, _ to: String) -> String {
            #"{"tracking_number":"300403513402","carrier_code":"\#(from)","update_carrier_code":"\#(to)"}"#
        }
        #expect(try await account.code("POST /trackings/update", change("4px", "nobody")) == 4015)
        #expect(try await account.code("POST /trackings/update", change("4px", "")) == 4015)
        #expect(try await account.code("POST /trackings/update", change("dhl", "usps")) == 4017)
        #expect(try await account.code("POST /trackings/update", change("4px", "4px")) == 4016)
        #expect(try await account.data("POST /trackings/update", change("4px", "usps")) == ["Usertag": ""])
        #expect(try await account.code("GET \(lamp)") == 4031)
        #expect(try await account.data("GET /trackings/usps/300403513402")["title"] == "desk lamp")
    }

    @Test func `deleting answers an empty array, and 4017 the second time`() async throws {
        let account = try Account()
        let answer = try await account.call("DELETE \(lamp)")
        #expect(answer == ["meta": ["code": 200, "type": "Success", "message": "Success"], "data": []])
        let again = try await account.call("DELETE \(lamp)")
        #expect(again["meta"]?["code"] == 4017 && again["meta"]?["message"] == "Tracking does not exist.")
    }
}
