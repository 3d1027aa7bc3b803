import TMSBase
import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// Defaults written out are equal to defaults left out.
@Suite struct WindowTests {
    private static let windows = ["created_at", "update_time", "order_created_time"]

    /// The ways in which a client may write the default of a bound, the left out one first; nil is left out.
    private static func ways(ofMax: Bool, now: Int, machine: Int) -> [String?] {
        ofMax
            ? [nil, "", String(now), String(now + 3600), String(machine), String(machine - 20), "\(now).75"]
            : [nil, "", "0", "-1", "0.0"]
    }

    @Test func `every filter of a list and of the counts with its default written out is as left out`() async throws {
        let account = try Account { $0.parcels = 60 }
        for days in [0, 12] {
            _ = try await account.sandbox.advance(by: days * day)
            let now = try account.sandbox.now
            let machine = Int(RealTime.seconds())
            let list = try await account.data("GET /trackings/get?limit=2000")
            let counts = try await account.data("GET /trackings/getstatusnumber")
            // An account that has no parcel without a date would show nothing.
            #expect(list.items.contains { $0["order_create_time"] == .null })
            #expect(list.items.contains { $0["updated_at"] == .null } || days > 0)
            var generator = Dice(7)
            for _ in 0..<120 {
                var query: [String] = []
                for window in WindowTests.windows {
                    for (end, isMax) in [("min", false), ("max", true)] {
                        let ways = WindowTests.ways(ofMax: isMax, now: now, machine: machine)
                        guard let way = ways[generator.number(below: ways.count)] else { continue }
                        query.append("\(window)_\(end)=\(way)")
                    }
                }
                let others = ["status=", "numbers=", "orders=", "archived=", "lang=", "page=1"]
                query += others.filter { _ in generator.chance(400) }
                let line = query.joined(separator: "&")
                #expect(try await account.data("GET /trackings/get?limit=2000&\(line)") == list, "\(line)")
                let windowed = query.filter {
                    !$0.hasPrefix("update") && $0.contains("time_") || $0.contains("created")
                }
                let counted = try await account.data(
                    "GET /trackings/getstatusnumber?\(windowed.joined(separator: "&"))")
                #expect(counted == counts, "\(windowed)")
            }
        }
    }

    @Test func `all six bounds at once, as some shop modules send them, narrow nothing`() async throws {
        let account = try Account()
        let now = try account.sandbox.now
        let bounds = WindowTests.windows.map { "\($0)_min=0&\($0)_max=\(now)" }.joined(separator: "&")
        #expect(try await account.data("GET /trackings/get?\(bounds)")["total"] == "40")
        let body = WindowTests.windows.map { #""\#($0)_min":0,"\#($0)_max":\#(now)"# }.joined(separator: ",")
        #expect(try await account.data("POST /trackings/get", "{\(body)}")["total"] == "40")
    }

    @Test func `a window that narrows drops the parcels without the date, and those outside`() async throws {
        let account = try Account()
        let start = Sandbox.Configuration().start
        let all = try await account.data("GET /trackings/get").items
        let ordered = all.filter { $0["order_create_time"] != .null }
        let before = try await account.data("GET /trackings/get?order_created_time_max=\(start - 1)").items
        #expect(before.count == ordered.count && ordered.count < all.count)
        let since = try await account.data("GET /trackings/get?order_created_time_min=1").items
        #expect(since.map { $0["id"] } == ordered.map { $0["id"] })
        let refreshed = try await account.data("GET /trackings/get?update_time_min=1").items
        #expect(refreshed.count == all.count { $0["updated_at"] != .null } && refreshed.count < all.count)
    }

    @Test(arguments: ["created_at_min=yesterday", "update_time_max=2026-11-01", "page=first", "limit=x", "limit=1e30"])
    func `a bound or a number that cannot be read is refused, not taken for none`(query: String) async throws {
        let account = try Account()
        let answer = try await account.call("GET /trackings/get?\(query)")
        let field = query.prefix { $0 != "=" }
        #expect(answer["meta"]?["code"] == 4012)
        #expect(answer["meta"]?["message"]?.text == "The value of `\(field)` is invalid.")
    }
}
