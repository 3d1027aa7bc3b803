import Testing
import TrackingMore

@Suite struct `Days` {
    private let tracking: JSON = [
        "status": "transit", "itemTimeLength": 7,
        "origin_info": [
            "trackinfo": [
                ["Date": "2019-06-06 21:05:00", "StatusDescription": "Left the airport", "Details": "Shanghai"],
                ["Date": "2019-06-01 11:10", "StatusDescription": "Accepted", "Details": ""],
            ]
        ],
        "destination_info": ["trackinfo": [["Date": "2019-06-07 01:00:00", "StatusDescription": "Arrived"]]],
    ]
    private let now = 1_559_984_400  // 2019-06-08 09:00

    @Test func `are counted as begun, from the events of both parts of the way`() {
        let days = TrackingDays(of: tracking, now: now)
        #expect(days.travelling == 7)
        #expect(days.silent == 2)
        #expect(TrackingEvent.all(of: tracking).map(\.text) == ["Arrived", "Left the airport", "Accepted"])
    }

    @Test func `end with the delivery`() {
        guard case .object(var members) = tracking else { return }
        members["status"] = "delivered"
        #expect(TrackingDays(of: .object(members), now: now + 864_000).travelling == 6)
    }

    @Test func `are the service's own where there are no events, and unknown without either`() {
        #expect(
            TrackingDays(of: ["itemTimeLength": 3, "stayTimeLength": 1, "origin_info": ["trackinfo": nil]], now: now)
                .travelling == 3)
        #expect(TrackingDays(of: [:], now: now).silent == nil)
        #expect(TrackingDays(of: [], now: now).travelling == nil)
        #expect(TrackingDays(of: ["lastUpdateTime": "2030-01-01 00:00"], now: now).silent == 0)
    }
}
