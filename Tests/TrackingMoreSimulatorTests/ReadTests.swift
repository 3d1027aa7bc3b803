import Testing
import TrackingMore

@testable import TrackingMoreSimulator

@Suite struct ReadTests {
    @Test func `one parcel is answered with the keys of a real answer, in their order`() async throws {
        let account = try Account()
        let parcel = try #require(try await account.data("GET /trackings/4px/300403513402").object)
        #expect(
            parcel.keys == [
                "id", "tracking_number", "carrier_code", "status", "track_update", "created_at", "updated_at",
                "order_create_time", "customer_email", "title", "order_id", "comment", "customer_name", "archived",
                "original_country", "destination_country", "itemTimeLength", "stayTimeLength", "service_code",
                "status_info", "substatus", "origin_info", "destination_info", "lastEvent", "lastUpdateTime",
            ])
        #expect(parcel["status"] == "transit")
        #expect(parcel["stayTimeLength"] == 12)
        #expect(parcel["itemTimeLength"] == 21)
        #expect(parcel["customer_email"] == ["ann.miller@example.com"])
        #expect(parcel["original_country"] == "China")
        #expect(parcel["destination_country"] == "United States")
    }

    @Test func `a list gives the customer's address as text and its total as digits`() async throws {
        let account = try Account()
        let data = try await account.data("GET /trackings/get?numbers=300403513402,612998173506&page=1&limit=2")
        #expect(data.object?.keys == ["page", "limit", "total", "count", "items"])
        #expect(data["total"] == "2")
        #expect(data["count"] == 2)
        let emails = data["items"]?.array?.map { $0["customer_email"] }
        #expect(emails == ["", "ann.miller@example.com"])
    }

    @Test func `derived values follow the events`() async throws {
        let account = try Account()
        for parcel in try await account.data("GET /trackings/get").items {
            let events = parcel.events
            guard let newest = events.last else {
                #expect(parcel["lastEvent"] == .null)
                #expect(parcel["origin_info"]?["trackinfo"] == .null)
                continue
            }
            let date = newest["Date"]?.string ?? ""
            let place = newest["Details"]?.string ?? ""
            #expect(parcel["lastUpdateTime"]?.string == date)
            #expect(
                parcel["lastEvent"]?.string
                    == [newest["StatusDescription"]?.string ?? "", place, date]
                    .joined(separator: ","))
            if parcel["status"] != "expired" { #expect(parcel["status"] == newest["checkpoint_status"]) }
            for event in events {
                guard let node = event["ItemNode"]?.string else { continue }
                #expect(parcel["origin_info"]?[node] == event["Date"])
            }
        }
    }

    @Test func `a parcel the account does not have is 4031 when read, or as told`() async throws {
        let account = try Account()
        #expect(try await account.code("GET /trackings/4px/NOBODY1") == 4031)
        #expect(try await Account { $0.behaviour.missingOnRead = 4017 }.code("GET /trackings/4px/NOBODY1") == 4017)
        #expect(try await account.code("GET /trackings/nobody/NOBODY1") == 4015)
        #expect(try await account.code("GET /trackings/nobody/abc") == 4014)
        #expect(try await account.call("GET /trackings/4px/NOBODY1")["data"] == [])
    }

    @Test func `the language of the path is the language of the events`() async throws {
        let account = try Account()
        let text = try await account.data("GET /trackings/china-post/RB555666772CN/cn")["lastEvent"]?.string
        #expect(text?.contains("分拣") == true || text?.unicodeScalars.contains { $0.value > 0x4E00 } == true)
    }

    @Test func `filters of a list combine`() async throws {
        let account = try Account()
        let all = try await account.data("GET /trackings/get?limit=2000").items
        #expect(all.count == 40)
        let transit = try await account.data("GET /trackings/get?status=transit&archived=false").items
        #expect(transit.map { $0["id"] } == all.filter { $0["status"] == "transit" }.map { $0["id"] })
        let archived = try await account.data("GET /trackings/get?archived=true").items
        #expect(archived.count == 2 && archived.allSatisfy { $0["archived"] == true })
        let order = try await account.data("GET /trackings/get?orders=%231001,%231002&numbers=&status=").items
        #expect(Set(order.compactMap { $0["order_id"]?.string }) == ["#1001", "#1002"])
        let start = Sandbox.Configuration().start
        let young = try await account.data("GET /trackings/get?created_at_min=\(start - 3600)").items
        #expect(young.allSatisfy { $0["status"] == "pending" } && !young.isEmpty)
        let updated = try await account.data("GET /trackings/get?update_time_max=\(start - 5 * day)").items
        #expect(!updated.isEmpty && updated.allSatisfy { $0["track_update"] == false })
        let ordered = try await account.data("GET /trackings/get?order_created_time_max=\(start - 20 * day)").items
        #expect(!ordered.isEmpty && ordered.allSatisfy { $0["order_create_time"]?.string != nil })
    }

    @Test func `limits are clamped, pages beyond the end are empty, and an unknown status is refused`() async throws {
        let account = try Account()
        let data = try await account.data("GET /trackings/get?limit=99999&page=-3")
        #expect(data["limit"] == 2000 && data["page"] == 1)
        let beyond = try await account.data("GET /trackings/get?page=9223372036854775807&limit=2000")
        #expect(beyond["items"] == [] && beyond["count"] == 0 && beyond["total"] == "40")
        #expect(try await account.code("GET /trackings/get?status=lost") == 4033)
        #expect(try await account.code("GET /trackings/get?numbers=NOBODY1") == 200)
        let strict = try Account { $0.behaviour.refusesEmptyLists = true }
        #expect(try await strict.code("GET /trackings/get?numbers=NOBODY1") == 4031)
    }

    @Test func `lists are also answered to POST, with a body or with a query`() async throws {
        let account = try Account()
        #expect(try await account.data("POST /trackings/get", #"{"limit":3,"numbers":"","status":null}"#)["count"] == 3)
        #expect(try await account.data("POST /trackings/get?page=2&limit=30")["count"] == 10)
    }

    @Test func `paths with a slash at the end and in absolute form are understood`() async throws {
        let account = try Account()
        #expect(try await account.code("GET /carriers/") == nil || true)
        #expect(try await account.data("GET http://api.example.test/v2/trackings/get/?limit=1")["count"] == 1)
        #expect(try await account.code("GET /nowhere") == 404)
        #expect(try await account.code("PUT /trackings/post") == 405)
        #expect(try await account.code("PATCH /trackings/4px/300403513402") == 405)
        #expect(try await account.code("GET /trackings/%zz/x") == 404)
    }

    @Test func `news asked for at once stand alone, without dates of the account`() async throws {
        let account = try Account()
        let known = try await account.data(
            "POST /trackings/realtime", #"{"tracking_number":"300403513402","carrier_code":"4px","order":"7"}"#)
        let item = try #require(known["items"]?[0]?.object)
        #expect(item["created_at"] == nil && item["updated_at"] == nil && item["status"] == "transit")
        let body = #"{"tracking_number":"300403513351","carrier_code":"4px","specialNumberDestination":"us"}"#
        #expect(try await account.code("POST /trackings/realtime", body) == 200)
        #expect(try await account.code("GET /trackings/4px/300403513351") == 4031)
        let adding = try Account { $0.behaviour.refreshAddsParcels = true }
        #expect(try await adding.code("POST /trackings/realtime", body) == 200)
        #expect(try await adding.code("GET /trackings/4px/300403513351") == 200)
        #expect(try await account.code("POST /trackings/realtime", "{}") == 4013)
        #expect(try await account.code("POST /trackings/realtime", #"{"tracking_number":"x"}"#) == 4014)
        #expect(try await account.code("POST /trackings/realtime", #"{"tracking_number":"AAAA1"}"#) == 4015)
    }

    @Test func `counts by status agree with the list, also for a stretch of time`() async throws {
        let account = try Account()
        let all = try await account.data("GET /trackings/get?limit=2000").items
        let counts = try await account.data("GET /trackings/getstatusnumber?created_at_min=&created_at_max=")
        #expect(counts.object?.keys == Status.allCases.map(\.rawValue))
        for status in Status.allCases {
            #expect(counts[status.rawValue]?.integer == all.count { $0["status"]?.string == status.rawValue })
        }
        let start = Sandbox.Configuration().start
        let recent = try await account.data("GET /trackings/getstatusnumber?created_at_min=\(start - 10 * day)")
        #expect((recent["expired"], recent["transit"]) == (0, recent["transit"]))
        #expect(recent["pending"]?.integer == counts["pending"]?.integer)
    }
}

extension JSON {
    var items: [JSON] { self["items"]?.array ?? [] }

    /// Both legs' events, oldest first.
    var events: [JSON] {
        let legs = [self["origin_info"], self["destination_info"]]
        return legs.flatMap { Array(($0?["trackinfo"]?.array ?? []).reversed()) }
    }
}
