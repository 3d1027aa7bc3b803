import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// The account's answers hang together as captured ones do.
@Suite struct FidelityTests {
    @Test func `every documented substatus can come about, but for the timeouts of older pages`() {
        let documented =
            (1...7).map { "transit00\($0)" } + (1...3).map { "pickup00\($0)" } + (1...4).map { "delivered00\($0)" }
            + (1...4).map { "undelivered00\($0)" } + (4...9).map { "exception00\($0)" }
            + ["exception010", "exception011"]
        #expect(Set(Scan.allCases.map(\.substatus)) == Set(documented))
        for code in documented + ["notfound001", "notfound002", "expired001"] { #expect(Substatus(code) != nil) }
        var missing = Set(Scan.allCases)
        for outcome in Outcome.allCases {
            for seed in 1...80 as ClosedRange<UInt64> {
                let itinerary = Itinerary.drawn(
                    seed: seed, number: "LK555123405CN", carrier: "china-post", destination: "US", outcome: outcome,
                    now: 0)
                missing.subtract(Journey(itinerary).steps.map(\.scan))
            }
        }
        #expect(missing.isEmpty)
    }

    @Test func `every event has a text of its own in each language`() {
        for language in Scan.languages {
            let texts = Scan.allCases.map { $0.text(in: language) }
            #expect(Set(texts).count == texts.count && !texts.contains(""))
        }
        for scan in Scan.allCases { #expect(Set(Scan.languages.map { scan.text(in: $0) }).count > 3, "\(scan)") }
        #expect(Scan.delivered.text(in: "CN") == "已妥投" && Scan.delivered.text(in: "xx") == "Delivered")
    }

    @Test func `a parcel keeps the language it was added with, and a read may ask for another`() async throws {
        let account = try Account()
        _ = try await account.data(
            "POST /trackings/post", #"{"tracking_number":"LANGUAGE1","carrier_code":"4px","lang":"de"}"#)
        _ = try await account.sandbox.advance(by: 20 * day)
        let german = try await account.data("GET /trackings/4px/LANGUAGE1")["lastEvent"]?.text ?? ""
        let chinese = try await account.data("GET /trackings/4px/LANGUAGE1/cn")["lastEvent"]?.text ?? ""
        let listed = try await account.data("GET /trackings/get?numbers=LANGUAGE1&lang=cn").items.first?["lastEvent"]
        #expect(!german.isEmpty && german != chinese && listed?.text == chinese)
    }

    @Test func `milestones, the last event, the times and the refreshing follow from the events`() async throws {
        let account = try Account { $0.parcels = 400 }
        _ = try await account.sandbox.advance(by: 6 * day)
        var legs = 0
        for parcel in try await account.data("GET /trackings/get?limit=2000").items {
            let (origin, destination) = (parcel["origin_info"], parcel["destination_info"])
            let events = FidelityTests.events(destination) + FidelityTests.events(origin)
            let name = parcel["tracking_number"]?.text ?? ""
            for leg in [origin, destination] {
                for (key, value) in leg?.object ?? [:] where FidelityTests.milestones.contains(key) && !value.isNull {
                    #expect(events.contains { $0["Date"] == value }, "\(name) \(key)")
                }
            }
            let nodes = events.compactMap { $0["ItemNode"]?.text }
            #expect(nodes == (events.isEmpty ? [] : ["ItemReceived"]), "\(name)")
            let oldest = FidelityTests.events(origin).last
            #expect(oldest?["ItemNode"] == (oldest == nil ? nil : "ItemReceived"), "\(name)")
            #expect(origin?["ItemReceived"] == oldest?["Date"] ?? .null, "\(name)")
            guard let newest = events.first else {
                #expect(parcel["lastEvent"] == .null && parcel["itemTimeLength"] == .null, "\(name)")
                #expect(["pending", "notfound"].contains(parcel["status"]?.text), "\(name)")
                continue
            }
            if !FidelityTests.events(destination).isEmpty { legs += 1 }
            let said = ["StatusDescription", "Details", "Date"].compactMap { newest[$0]?.text }.filter { !$0.isEmpty }
            #expect(parcel["lastEvent"]?.text == said.joined(separator: ","), "\(name)")
            #expect(parcel["lastUpdateTime"] == newest["Date"], "\(name)")
            if parcel["status"] != "expired" { #expect(parcel["status"] == newest["checkpoint_status"], "\(name)") }
            #expect((parcel["track_update"] == false) == (parcel["status"] == "delivered"), "\(name)")
            #expect(parcel["itemTimeLength"]?.integer ?? -1 >= 0 && parcel["stayTimeLength"]?.integer ?? -1 >= 0)
        }
        #expect(legs > 20)
    }

    private static let milestones: Set = [
        "ItemReceived", "ItemDispatched", "DepartfromAirport", "ArrivalfromAbroad", "CustomsClearance",
        "DestinationArrived",
    ]

    private static func events(_ leg: JSON?) -> [JSON] { leg?["trackinfo"]?.array ?? [] }
}
