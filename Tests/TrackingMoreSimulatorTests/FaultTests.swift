import Synchronization
import Testing
import TrackingMore

@testable import TrackingMoreSimulator

@Suite struct FaultTests {
    private let batch =
        #"[{"tracking_number":"AAAA1","carrier_code":"4px"},{"tracking_number":"AAAA2","carrier_code":"4px"}]"#
    private let user = "GET /trackings/getuserinfo"

    @Test func `a refusal lasts for its number of calls`() async throws {
        let account = try Account()
        try await account.sandbox.fault(Fault(.refuse(code: 503), for: .calls(2)))
        #expect(try await account.code(user) == 503)
        #expect(try await account.sandbox.status().faults == [Fault(.refuse(code: 503), for: .calls(1))])
        #expect(try await account.code(user) == 503)
        #expect(try await account.code(user) == 200)
    }

    @Test func `a refusal lasts for its time, and for its call alone`() async throws {
        let time = Time()
        let account = try Account { $0.time = { time.now } }
        try await account.sandbox.fault(Fault(.refuse(code: 500), for: .seconds(10), only: "account"))
        #expect(try await account.code(user) == 500)
        #expect(try await account.code("GET /trackings/getstatusnumber") == 200)
        time.pass(10)
        #expect(try await account.code(user) == 200)
    }

    @Test func `a fault befalls every process that shares the account, and ends for all of them`() async throws {
        let folder = TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/a/account.sqlite"
        let (first, second) = (try Account(at: path), try Account(at: path))
        try await first.sandbox.fault(Fault(.refuse(code: 503), for: .calls(2)))
        #expect(try await second.code(user) == 503)
        #expect(try await first.code(user) == 503)
        #expect(try await second.code(user) == 200)
        try await second.sandbox.fault(Fault(.refuse(code: 429), for: .seconds(600)))
        #expect(try await first.code(user) == 429)
        #expect(try await Account(at: path).code(user) == 429)
        try await second.sandbox.clearFaults()
        #expect(try await first.code(user) == 200)
    }

    @Test func `one call in so many fails, the same ones for the same seed`() async throws {
        func failed(_ seed: UInt64) async throws -> [Int] {
            let account = try Account { $0.seed = seed }
            try await account.sandbox.fault(Fault(.refuse(code: 503), for: .always, oneIn: 5))
            var failed: [Int] = []
            for index in 0..<200 where try await account.code(user) == 503 { failed.append(index) }
            return failed
        }
        let first = try await failed(1)
        #expect((20...60).contains(first.count), "\(first)")
        #expect(try await failed(1) == first)
        #expect(try await failed(2) != first)
    }

    @Test func `a fault by chance counts the calls that failed`() async throws {
        let account = try Account()
        try await account.sandbox.fault(Fault(.refuse(code: 503), for: .calls(3), oneIn: 4))
        var failed = 0
        for _ in 0..<100 where try await account.code(user) == 503 { failed += 1 }
        #expect(failed == 3)
        #expect(try await account.sandbox.status().faults.isEmpty)
    }

    @Test func `a call that fails for a reason of its own still counts`() async throws {
        let account = try Account()
        try await account.sandbox.fault(Fault(.timeoutAfterWrite, for: .calls(1)))
        #expect(try await account.code("DELETE /trackings/4px/NOBODY1") == 4017)
        #expect(try await account.sandbox.status().faults.isEmpty)
    }

    @Test func `every failure has a name, and no other word is one`() {
        for word in Fault.Kind.words { #expect(Fault.Kind(words: word, delay: 2) != nil, "\(word)") }
        #expect(Fault.Kind(words: "429", delay: 2) == .refuse(code: 429))
        #expect(Fault.Kind(words: "HALF", delay: 2) == .halfBatch)
        for word in ["", "nonsense", "200", "-5", "99999", "half write"] {
            #expect(Fault.Kind(words: word, delay: 2) == nil, "\(word)")
        }
    }

    @Test func `a write without an answer has been done`() async throws {
        let account = try Account()
        try await account.sandbox.fault(Fault(.timeoutAfterWrite, for: .calls(1)))
        #expect(try await account.code(user) == 200)
        await #expect(throws: TransportError.timedOut(.afterSending)) {
            try await account.code("POST /trackings/post", #"{"tracking_number":"AAAA1","carrier_code":"4px"}"#)
        }
        #expect(try await account.code("GET /trackings/4px/AAAA1") == 200)
    }

    @Test func `half a batch is done and the answer is a failure`() async throws {
        let account = try Account()
        try await account.sandbox.fault(Fault(.halfBatch, for: .calls(1)))
        #expect(try await account.code("POST /trackings/batch", batch) == 500)
        #expect(try await account.code("GET /trackings/4px/AAAA1") == 200)
        #expect(try await account.code("GET /trackings/4px/AAAA2") == 4031)
    }

    @Test func `garbage is not JSON, and slow answers are late`() async throws {
        let sandbox = try Sandbox()
        let waited = Time()
        let transport = SimulatorTransport(sandbox) { waited.pass($0) }
        let client = Client(dialect: .v2, transport: transport) { Secret("key") }
        try await sandbox.fault(Fault(.garbage, for: .calls(1)))
        await #expect(throws: APIError.self) { try await client.send(Endpoint.account.request([:])) }
        try await sandbox.fault(Fault(.slow(seconds: 3), for: .calls(1)))
        _ = try await client.send(Endpoint.account.request([:]))
        #expect(waited.now == 3)
        try await sandbox.fault(Fault(.refuse(code: 500), for: .always))
        try await sandbox.clearFaults()
        _ = try await client.send(Endpoint.account.request([:]))
    }

    @Test func `real limits let one call a second pass, then none for two minutes`() async throws {
        let time = Time()
        let account = try Account {
            $0.limits = .real
            $0.time = { time.now }
        }
        for _ in 0..<5 {
            #expect(try await account.code(user) == 200)
            time.pass(1)
        }
        #expect(try await account.code(user) == 200)
        #expect(try await account.code(user) == 429)
        time.pass(119)
        #expect(try await account.code(user) == 429)
        time.pass(1)
        #expect(try await account.code(user) == 200)
        let news = #"{"tracking_number":"300403513402","carrier_code":"4px"}"#
        for _ in 0..<3 { #expect(try await account.code("POST /trackings/realtime", news) == 200) }
        #expect(try await account.code("POST /trackings/realtime", news) == 429)
    }
}

/// Seconds that only pass when told to.
final class Time: Sendable {
    private let seconds = Mutex(0.0)

    var now: Double { seconds.withLock { $0 } }

    func pass(_ more: Double) { seconds.withLock { $0 += more } }
}
