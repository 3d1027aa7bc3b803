import Testing
import TrackingMore

@testable import TrackingMoreSimulator

@Suite struct OtherCallTests {
    @Test func `the account says who it is, some of it in text`() async throws {
        let data = try await Account().data("GET /trackings/getuserinfo")
        #expect(
            data == [
                "email": "ops@example.com", "regtime": "1469097290", "phone": "+8613500000000", "money": 12,
                "track_number": 480,
            ])
    }

    @Test func `the carriers come with a meta of a code alone`() async throws {
        let answer = try await Account().call("GET /carriers/")
        #expect(answer["meta"] == ["code": 200])
        #expect(answer["data"]?.array?.count == Carrier.all.count)
        #expect(
            answer["data"]?[0]?.object?.keys == [
                "name", "code", "phone", "homepage", "type", "picture", "country_code", "track_url", "name_cn",
            ])
        let usps = answer["data"]?.array?.first { $0["code"] == "usps" }
        #expect(usps?["track_url"] == "https://tools.usps.com/go/TrackConfirmAction?tLabels=******")
        #expect(usps?["country_code"] == "us" && usps?["name_cn"] == "美国邮政")
        let full = try Account { $0.behaviour.carriersMetaIsBare = false }
        #expect(try await full.call("GET /carriers")["meta"]?["type"] == "Success")
    }

    @Test func `the carriers come by their Chinese names where those are asked for`() async throws {
        let account = try Account()
        func name(_ language: String?) async throws -> String? {
            let answer = try await account.call("GET /carriers", headers: language.map { [("Lang", $0)] } ?? [])
            return answer["data"]?.array?.first { $0["code"] == "china-post" }?["name"]?.text
        }
        let chinese = try await name("cn")
        #expect(chinese?.unicodeScalars.contains { $0.value >= 0x4E00 } == true)
        #expect(try await name("tw") == chinese)
        for language in [nil, "en", "es", "zz"] { #expect(try await name(language) == "China Post") }
    }

    @Test func `a number is detected as every family it may belong to`() async throws {
        let account = try Account()
        for (number, codes) in [
            ("RR100200305SG", ["singapore-post", "singapore-speedpost"]), ("LX17635036", ["lasership"]),
            ("320610804900", ["fedex", "purolator"]), ("K1506235620", ["ups"]),
        ] {
            let data = try await account.data("POST /carriers/detect", #"{"tracking_number":"\#(number)"}"#)
            let found = data.array?.compactMap { $0["code"]?.text } ?? []
            #expect(Set(found).isSuperset(of: codes), "\(number): \(found)")
        }
    }

    @Test func `a carrier is detected for a fifth of a parcel`() async throws {
        let account = try Account()
        let body = #"{"tracking_number":"1Z999AA10123456784"}"#
        for _ in 0..<6 {
            let data = try await account.data("POST /carriers/detect", body)
            #expect(data[0] == ["name": "UPS", "code": "ups"])
        }
        #expect(try await account.data("GET /trackings/getuserinfo")["track_number"] == 479)
        #expect(try await account.code("POST /carriers/detect", #"{"tracking_number":"zzzzzzzz"}"#) == 4032)
        #expect(try await account.code("POST /carriers/detect", "{}") == 4013)
        #expect(try await account.code("POST /carriers/detect", #"{"tracking_number":"x"}"#) == 4014)
        #expect(try await Account { $0.quota = 0 }.code("POST /carriers/detect", body) == 4021)
    }

    @Test func `remote places are the same ones every time`() async throws {
        let account = try Account()
        let items = (0..<30).map { #"{"country":"Japan","postcode":"10000\#($0)"}"# }.joined(separator: ",")
        let answer = try await account.call("POST /trackings/remote", "[\(items)]")
        #expect(answer["meta"]?["message"] == "The request was successful.")
        #expect(answer["data"]?.object?.keys == ["submitted", "other", "remote"])
        let remote = try #require(answer["data"]?["remote"]?.array)
        #expect(!remote.isEmpty && remote.allSatisfy { $0["two_code"] == "JP" && $0["far_country"] == "Japan" })
        #expect(try await account.call("POST /trackings/remote", "[\(items)]")["data"] == answer["data"])
        #expect(try await account.code("POST /trackings/remote", #"[{"country":"Japan"}]"#) == 4012)
        #expect(try await Account { $0.quota = 0 }.code("POST /trackings/remote", "[\(items)]") == 4021)
    }

    @Test func `transit times come in the order of the request and never exceed the whole`() async throws {
        let account = try Account()
        let data = try await account.data(
            "POST /trackings/costtime",
            #"[{"original":"CN","destination":"US","carrier_code":"dhl"},{"original":"cn","destination":"de","carrier_code":"china-post"}]"#
        )
        #expect(data.array?.map { $0["carrier_code"]?.string } == ["dhl", "china-post"])
        for row in data.array ?? [] {
            let shares = ["range1", "range3", "range4", "range5"].compactMap { row[$0]?.decimal }
            #expect(shares.count == 4 && shares.reduce(0, +) <= 1.0)
            #expect((row["delivered"]?.integer ?? 0) <= (row["total"]?.integer ?? 0))
        }
        #expect(
            try await account.code("POST /trackings/costtime", #"[{"original":"CN","carrier_code":"dhl"}]"#) == 4012)
        #expect(
            try await account.code(
                "POST /trackings/costtime", #"[{"original":"CN","destination":"US","carrier_code":"x-x-x"}]"#) == 4015)
    }

    @Test func `air cargo answers under the number with its dash, one or many`() async throws {
        let account = try Account()
        let many = try await account.data(
            "POST /trackings/aircargo", #"{"track_number":["17228891936","020-12345675"]}"#)
        #expect(many.object?.keys == ["172-28891936", "020-12345675"])
        let one = try await account.data("POST /trackings/aircargo", #"{"track_number":"172-28891936","lang":"en"}"#)
        #expect(one["172-28891936"] == many["172-28891936"])
        #expect(try await account.data("GET /trackings/getuserinfo")["track_number"] == 420)
        #expect(try await account.code("POST /trackings/aircargo", "{}") == 4013)
        #expect(try await account.code("POST /trackings/aircargo", #"{"track_number":"12-1"}"#) == 4014)
        #expect(
            try await Account { $0.quota = 19 }.code("POST /trackings/aircargo", #"{"track_number":"17228891936"}"#)
                == 4021)
    }

    @Test func `keys are asked for where that is wanted`() async throws {
        let account = try Account { $0.keys = .only(["good"], deleted: ["old"]) }
        #expect(try await account.code("GET /trackings/getuserinfo", key: "good") == 200)
        #expect(try await account.code("GET /trackings/getuserinfo", key: "bad") == 4001)
        #expect(try await account.code("GET /nowhere", key: "bad") == 4001)
        #expect(try await account.code("GET /trackings/getuserinfo", key: "old") == 4002)
        #expect(try await Account { $0.keys = .any }.code("GET /trackings/getuserinfo", key: "") == 4001)
        #expect(try await Account().code("GET /trackings/getuserinfo", key: "") == 4001)
    }

    @Test func `slashes are escaped as PHP does, unless told otherwise`() async throws {
        let sandbox = try Sandbox()
        let request = HTTPRequest(
            method: "GET", url: "/v2/trackings/get?status=transit&limit=1", headers: [("Trackingmore-Api-Key", "k")])
        let text = String(decoding: await sandbox.exchange(request).response?.body ?? [], as: UTF8.self)
        #expect(text.contains(#":\/\/"#) && !text.contains("://"))
        #expect((try? JSON(parsing: text)) != nil)
    }
}
