import Testing
import TrackingMore

@Suite struct `Events` {
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

    @Test func `of both parts of the way are merged, newest first`() {
        #expect(TrackingEvent.all(of: tracking).map(\.text) == ["Arrived", "Left the airport", "Accepted"])
    }
}
