import Testing
import TrackingMore

@testable import TrackingMoreSimulator

@Suite struct JourneyTests {
    @Test func `a new account has parcels in every status`() async throws {
        let summary = try await Sandbox().status()
        #expect(summary.parcels == 40)
        #expect(summary.seed == 1 && summary.quota == 480 && summary.now == Sandbox.Configuration().start)
        for (status, count) in summary.counts { #expect(count > 0, "\(status)") }
    }

    @Test func `every known number with a check digit has the right one`() {
        for parcel in KnownParcel.all {
            #expect(TrackingNumber(parcel.number).advice == nil, "\(parcel.number)")
            #expect(Carrier(parcel.carrier)?.code == parcel.carrier, "\(parcel.carrier)")
        }
        #expect(Set(KnownParcel.all.map(\.number)).count == 40)
    }

    @Test func `every last-mile carrier is one the service knows`() {
        for region in Region.all { #expect(Carrier(region.post)?.code == region.post, "\(region.code)") }
    }

    @Test func `a parcel begins pending and moves when the clock does`() async throws {
        let account = try Account()
        _ = try await account.data(
            "POST /trackings/post",
            #"{"tracking_number":"300403513351","carrier_code":"4px","destination_code":"us","title":"cute pillow"}"#)
        let fresh = try await account.data("GET /trackings/4px/300403513351")
        #expect(fresh["status"] == "pending" && fresh["updated_at"] == .null && fresh["track_update"] == true)
        #expect(fresh["origin_info"]?["trackinfo"] == .null && fresh["origin_info"]?["phone"] == "86-755-23508000")
        #expect(fresh["itemTimeLength"] == .null)
        let summary = try await account.sandbox.advance(by: 9 * day)
        #expect(summary.now == Sandbox.Configuration().start + 9 * day)
        #expect(summary.moved > 10 && summary.delivered > 0)
        let later = try await account.data("GET /trackings/4px/300403513351")
        #expect(later["status"] == "transit" && later["updated_at"] != .null)
        #expect(try account.sandbox.now == summary.now)
    }

    @Test func `small steps and one long one lead to the same account`() async throws {
        let (steps, leap) = (try Account(), try Account())
        for _ in 0..<40 { _ = try await steps.sandbox.advance(by: day) }
        _ = try await leap.sandbox.advance(by: 40 * day)
        let list = "GET /trackings/get?limit=2000"
        #expect(try await steps.data(list) == leap.data(list))
    }

    @Test func `in the end every parcel is delivered, in trouble, expired, waiting or unknown`() async throws {
        let account = try Account()
        _ = try await account.sandbox.advance(by: 200 * day)
        let counts = try await account.data("GET /trackings/getstatusnumber")
        #expect(counts["pending"] == 0 && counts["transit"] == 0)
        #expect(try await account.sandbox.advance(by: 200 * day).moved == 0)
    }

    @Test func `the same seed tells the same story, another seed another`() async throws {
        func events(_ seed: UInt64) async throws -> JSON {
            let account = try Account { $0.seed = seed }
            _ = try await account.sandbox.advance(by: 5 * day)
            return try await account.data("GET /trackings/get?limit=2000")
        }
        #expect(try await events(7) == events(7))
        #expect(try await events(7) != events(8))
    }

    @Test func `the shares of the outcomes are those declared`() async throws {
        var dice = Dice(5)
        let drawn = (0..<20_000).map { _ in Outcome.drawn(&dice) }
        #expect(Outcome.allCases.reduce(0) { $0 + $1.share } == 1000)
        for outcome in Outcome.allCases {
            let share = Double(drawn.count { $0 == outcome }) / 20
            #expect(abs(share - Double(outcome.share)) < 20, "\(outcome)")
        }
    }

    @Test func `scans come in order and every outcome ends as it says`() {
        for outcome in Outcome.allCases {
            for (carrier, to) in [("4px", "US"), ("usps", "US"), ("china-post", "DE"), ("ups", "CA"), ("dhl", "ZZ")] {
                let itinerary = Itinerary.drawn(
                    seed: 3, number: "LK555123405CN", carrier: carrier, destination: to, outcome: outcome, now: 0)
                let steps = Journey(itinerary).steps
                #expect(steps.isEmpty == (outcome == .notFound))
                #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.time <= $1.time })
                if let end = outcome.ending.last { #expect(steps.last?.scan.status == end.status) }
            }
        }
    }

    @Test func `the clock goes forward only`() async throws {
        let sandbox = try Sandbox()
        await #expect(throws: SandboxError.clock(seconds: -1)) { try await sandbox.advance(by: -1) }
        await #expect(throws: SandboxError.clock(seconds: .max)) { try await sandbox.advance(by: .max) }
        #expect(try await sandbox.advance(by: 0).moved == 0)
    }
}
