import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// Every contested point, tried each way.
@Suite struct BehaviourTests {
    /// What tells the ways of a point apart: a call, or several, and what is looked at in the answer; and what the
    /// default gives.
    private typealias Probe = (expected: String, look: @Sendable (Account) async throws -> String)

    private static let probes: [String: Probe] = [
        "missing-on-read": ("4031", { try await $0.meta("GET /trackings/4px/NOBODY1") }),
        "created-one": ("200", { try await $0.meta("POST /trackings/post", new) }),
        "created-some": ("201", { try await $0.meta("POST /trackings/batch", "[\(new)]") }),
        "long-arrays": ("202", { try await $0.meta("POST /trackings/batch", long) }),
        "empty-list": ("200", { try await $0.meta("GET /trackings/get?numbers=NOBODY1") }),
        "out-of-range": ("200", { try await $0.meta("GET /trackings/get?limit=2001") }),
        "update-counter": (
            "submitted update trackings errors",
            { try await $0.data("POST /trackings/updatemore", "[\(known)]").object?.keys.joined(separator: " ") ?? "" }
        ),
        "bulk-elements": (
            "4px",
            {
                let answer = try await $0.data("POST /trackings/notupdate", "[\(known)]")
                return answer["trackings"]?.array?.first?["carrier_code"]?.text ?? "missing"
            }
        ),
        "transit-times": (
            "array", { try await $0.data("POST /trackings/costtime", lane).array == nil ? "no" : "array" }
        ),
        "transit-shares": (
            "true",
            {
                let times = try await $0.data("POST /trackings/costtime", lane).array?.first
                return String((times?["range1"]?.text).flatMap { Double($0) } ?? 0 < 1)
            }
        ),
        "refresh-adds": (
            "4031",
            {
                _ = try await $0.meta("POST /trackings/realtime", new)
                return try await $0.meta("GET /trackings/4px/NEWNEW1")
            }
        ),
        "total": ("\"40\"", { try await $0.data("GET /trackings/get")["total"]?.compact ?? "" }),
        "email-on-read": (
            "array",
            {
                let answer = try await $0.data("GET /trackings/4px/300403513427")
                return answer["customer_email"]?.array == nil ? "text" : "array"
            }
        ),
        "shortest-number": (
            "4014 4014 4014 4031 4031",
            {
                var codes: [String] = []
                for length in [1, 3, 4, 5, 7] {
                    codes.append(try await $0.meta("GET /trackings/4px/\(String(repeating: "9", count: length))"))
                }
                return codes.joined(separator: " ")
            }
        ),
        "eventless-origin": (
            "false",
            {
                let answer = try await $0.data("GET /trackings/fedex/612998173506")
                return String(answer["origin_info"]?.isNull == true)
            }
        ),
        "http-status": ("200", { String(try await $0.status("GET /nothing")) }),
        "order": (
            "612998173506", { try await $0.data("GET /trackings/get").items.first?["tracking_number"]?.text ?? "" }
        ),
        "marked-delivered": (
            "false",
            {
                _ = try await $0.data("PUT /trackings/4px/300403513427", #"{"status":4}"#)
                return try await $0.data("GET /trackings/4px/300403513427")["track_update"]?.compact ?? ""
            }
        ),
        "undetected": ("4032", { try await $0.meta("POST /carriers/detect", #"{"tracking_number":"QQQQQQ1"}"#) }),
        "batch-errors": (
            "true", { String(try await $0.data("POST /trackings/batch", "[\(new)]")["errors"] != nil) }
        ),
        "carriers-meta": ("1", { String(try await $0.call("GET /carriers")["meta"]?.object?.count ?? 0) }),
        "slashes": ("true", { String(try await $0.text("GET /carriers").contains(#"https:\/\/"#)) }),
        "unknown-carriers": ("4015", { try await $0.meta("GET /trackings/no-such-carrier/300403513427") }),
        "bad-values": (
            "4012",
            {
                try await $0.meta(
                    "POST /trackings/post",
                    #"{"tracking_number":"NEWNEW1","carrier_code":"4px","order_create_time":"garbage"}"#)
            }
        ),
        "eventless-destination": (
            "ReferenceNumber ItemReceived ItemDispatched DepartfromAirport ArrivalfromAbroad CustomsClearance "
                + "DestinationArrived weblink phone carrier_code trackinfo",
            {
                let leg = try await $0.data("GET /trackings/fedex/612998173506")["destination_info"]
                return leg?.object?.keys.joined(separator: " ") ?? leg?.compact ?? "absent"
            }
        ),
        "item-nodes": (
            "1",
            {
                let answer = try await $0.data("GET /trackings/4px/300403513427")
                return String(answer.events.count { $0["ItemNode"] != nil })
            }
        ),
        "get-for-post": (
            "200", { try await $0.meta("GET /carriers/detect", #"{"tracking_number":"1Z999AA10123456784"}"#) }
        ),
        "post-for-put": ("405", { try await $0.meta("POST /trackings/4px/300403513427", #"{"title":"x"}"#) }),
        "empty-on-edit": (
            "",
            {
                _ = try await $0.data("PUT /trackings/4px/300403513427", #"{"title":""}"#)
                return try await $0.data("GET /trackings/4px/300403513427")["title"]?.text ?? "null"
            }
        ),
    ]

    @Test(arguments: Behaviour.switches.map(\.name))
    func `a contested point answers as proposed, and otherwise when it is turned`(name: String) async throws {
        let point = try #require(Behaviour.switches.first { $0.name == name })
        let probe = try #require(BehaviourTests.probes[name], "no test tells the ways of \(name) apart")
        var seen: [String: String] = [:]
        for way in point.ways {
            let sandbox = try Sandbox()
            if way != point.ways.first { try await sandbox.set(name, to: way) }
            #expect(try await sandbox.status().behaviour[point] == way)
            let answer = try await probe.look(Account(sandbox: sandbox))
            if way == point.ways.first { #expect(answer == probe.expected) }
            if let other = seen[answer] { Issue.record("\(name): \(way) is as \(other): \(answer)") }
            seen[answer] = way
        }
        #expect(seen.count >= 2)
    }

    @Test func `a point holds for whoever opens the account, and a reset takes it back`() async throws {
        let folder = TemporaryFolder()
        defer { folder.remove() }
        let (first, second) = (
            try Account(at: folder.path + "/a/account.sqlite"), try Account(at: folder.path + "/a/account.sqlite")
        )
        try await first.sandbox.set("missing-on-read", to: "4017")
        #expect(try await second.code("GET /trackings/4px/NOBODY1") == 4017)
        try await first.sandbox.reset()
        #expect(try await second.code("GET /trackings/4px/NOBODY1") == 4031)
    }

    @Test func `a point nobody knows, and a way it never is, are refused`() async throws {
        let sandbox = try Sandbox()
        await #expect(throws: SandboxError.unknownPoint("nonsense")) { try await sandbox.set("nonsense", to: "1") }
        await #expect(throws: SandboxError.self) { try await sandbox.set("total", to: "4017") }
    }

    @Test func `out of range is refused for every field that has a range`() async throws {
        let account = try Account()
        try await account.sandbox.set("out-of-range", to: "refuse")
        let many = (1...41).map { "AAAA\($0)" }.joined(separator: ",")
        for query in ["page=0", "limit=0", "limit=2001", "numbers=\(many)", "orders=\(many)"] {
            #expect(try await account.code("GET /trackings/get?\(query)") == 4012, "\(query)")
        }
    }

    private static let new = #"{"tracking_number":"NEWNEW1","carrier_code":"4px"}"#
    private static let known = #"{"tracking_number":"300403513427","carrier_code":"4px"}"#
    private static let lane = #"[{"carrier_code":"dhl","original":"CN","destination":"US"}]"#
    private static let long =
        "["
        + (1...41).map { #"{"tracking_number":"LONG\#($0)","carrier_code":"4px"}"# }.joined(separator: ",") + "]"
}

extension Account {
    fileprivate func meta(_ line: String, _ body: String = "") async throws -> String {
        String(try await code(line, body) ?? 0)
    }
}
