import Foundation
import GRDB
import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// The account's file when it is damaged, newer, shared or cannot be written.
@Suite struct StateTests {
    private let folder = TemporaryFolder()
    private var path: String { folder.path + "/state/account.sqlite" }

    /// A sound account of a few parcels, closed again.
    private func makeAccount(_ change: (String) throws -> Void) async throws {
        do {
            let sandbox = try Sandbox(at: path)
            try await sandbox.fault(Fault(.slow(seconds: 1), for: .always))
            try await sandbox.setWebhook("http://127.0.0.1:9/")
            _ = try await sandbox.advance(by: 3 * day)
            try await sandbox.set("total", to: "number")
            try sandbox.store.close()
        }
        // What was written last must not lie in a file beside this one.
        try checkpoint()
        try change(path)
    }

    private func checkpoint() throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try queue.close()
    }

    private func edit(_ sql: String) -> (String) throws -> Void {
        { path in
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: sql) }
            try queue.close()
        }
    }

    @Test func `whatever has happened to the file, it is used, or refused and begun anew`() async throws {
        defer { folder.remove() }
        var dice = Dice(11)
        var refused = 0
        for round in 0..<60 {
            try? FileManager.default.removeItem(atPath: folder.path)
            try await makeAccount { path in
                var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
                switch round % 4 {
                case 0: bytes = (0..<4000).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
                case 1: bytes = Array(bytes.prefix(dice.number(below: bytes.count)))
                default: for _ in 0..<40 { bytes[dice.number(below: bytes.count)] ^= 1 << UInt8(dice.number(below: 8)) }
                }
                try Data(bytes).write(to: URL(filePath: path))
            }
            do {
                let account = try Account(at: path)
                // None of these may trap; what they answer is the file's business.
                _ = await account.sandbox.exchange(StateTests.request("GET /v2/trackings/get?limit=2000"))
                _ = await account.sandbox.exchange(StateTests.request("GET /v2/trackings/getstatusnumber"))
                _ = try? await account.sandbox.status()
                _ = try? await account.sandbox.advance(by: day)
            } catch let error as SandboxError {
                refused += 1
                #expect(error.asksForAnew, "\(error)")
            }
            let (sandbox, aside) = try StateTests.anew(path)
            do {
                try await sandbox.reset(count: 40)
                #expect(try await Account(sandbox: sandbox).data("GET /trackings/get")["total"] == "40")
            } catch let error as SandboxError {
                #expect(error.asksForAnew && aside == nil, "\(error)")
                let moved = try #require(try sandbox.abandon())
                #expect(FileManager.default.fileExists(atPath: moved))
                #expect(try await Sandbox(at: path).status().parcels == 40)
            }
            if let aside {
                #expect(aside.hasPrefix(path + ".damaged-") && FileManager.default.fileExists(atPath: aside))
            }
        }
        #expect(refused > 15)
    }

    private static func anew(_ path: String) throws -> (Sandbox, String?) {
        let made = try Sandbox.anew(at: path)
        return (made.sandbox, made.aside)
    }

    @Test(arguments: [
        "UPDATE account SET now = 9223372036854775800", "UPDATE account SET quota = 9223372036854775807",
        "UPDATE account SET changes = 9223372036854775807", "UPDATE account SET now = 'soon'",
        "UPDATE account SET email = x'00ff'", "DELETE FROM account",
        "UPDATE parcel SET created = -9223372036854775808", "UPDATE parcel SET start = 9223372036854775807",
        "UPDATE parcel SET length = 9223372036854775807", "UPDATE parcel SET details = '{'",
        "UPDATE parcel SET outcome = 99", "UPDATE parcel SET mark = 77",
        "UPDATE parcel SET number = x'00' WHERE id = 40",
        "UPDATE fault SET amount = 1e300", "UPDATE fault SET one_in = 0", "UPDATE fault SET until = 9e99",
        "UPDATE fault SET draws = 9223372036854775807", "DROP TABLE parcel", "UPDATE outbox SET body = '{'",
    ])
    func `numbers near the edge, and values of another sort, are damage and no trap`(sql: String) async throws {
        defer { folder.remove() }
        try await makeAccount(edit(sql))
        var failures: [SandboxError] = []
        do {
            let sandbox = try Sandbox(at: path)
            for line in ["GET /v2/trackings/get", "POST /v2/trackings/delete", "GET /v2/trackings/getuserinfo"] {
                if let failure = await sandbox.exchange(StateTests.request(line)).failure { failures.append(failure) }
            }
            do { _ = try await sandbox.advance(by: 0, posting: Unreachable()) } catch { failures.append(error) }
            do { _ = try await sandbox.status() } catch { failures.append(error) }
        } catch {
            failures.append(error)
        }
        #expect(failures.contains { $0.asksForAnew }, "\(sql): \(failures)")
    }

    private struct Unreachable: Transport {
        func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse { throw .unreachable(host: "x") }
    }

    @Test func `a file of a newer version is left as it is`() async throws {
        defer { folder.remove() }
        try await makeAccount(edit("INSERT INTO grdb_migrations VALUES ('99')"))
        func content(_ path: String) throws -> [Row] {
            let queue = try DatabaseQueue(path: path)
            return try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM account, parcel, grdb_migrations") }
        }
        let before = try content(path)
        #expect(throws: SandboxError.newer(path: path)) { try Sandbox(at: path) }
        #expect(try content(path) == before && !before.isEmpty)
        #expect(throws: SandboxError.newer(path: path)) { try StateTests.anew(path) }
        #expect(try content(path) == before)
    }

    @Test func `many first starts at once make one account`() async throws {
        defer { folder.remove() }
        for round in 0..<12 {
            let path = folder.path + "/round-\(round)/a/account.sqlite"
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 { group.addTask { try await Sandbox(at: path).status().parcels } }
                for try await parcels in group { #expect(parcels == 40) }
            }
        }
    }

    @Test func `a full disk is named as that, and nothing was done`() async throws {
        let account = try Account()
        // As many pages as the account has now, and not one more.
        try await account.sandbox.store.write { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let items = (0..<40).map {
            #"{"tracking_number":"FULL\#($0)","carrier_code":"4px","title":"\#(String(repeating: "x", count: 3000))"}"#
        }
        let body = Array("[\(items.joined(separator: ","))]".utf8)
        let request = HTTPRequest(
            method: "POST", url: "/v2/trackings/batch", headers: [("Trackingmore-Api-Key", "k")], body: body)
        let delivery = await account.sandbox.exchange(request)
        #expect(delivery.failure == .disk(path: nil, reason: "the disk is full"))
        let answer = try JSON(parsing: try #require(delivery.response).body)
        #expect(answer["meta"]?["code"] == 500)
        #expect(answer["meta"]?["message"]?.text?.contains("the disk is full; nothing was done") == true)
        await #expect(
            throws: TransportError.local("the sandbox's account in memory: the disk is full; nothing was done")
        ) {
            try await SimulatorTransport(account.sandbox).send(request)
        }
        #expect(try await account.sandbox.status().parcels == 40)
        #expect(!TransportError.local("").mayHaveBeenSent && !TransportError.local("").isTransient)
    }

    @Test func `more than an account can hold is refused, and changes nothing`() async throws {
        let sandbox = try Sandbox()
        for fault in [
            Fault(.slow(seconds: 8.64e18), for: .always), Fault(.slow(seconds: .infinity), for: .always),
            Fault(.slow(seconds: .nan), for: .always), Fault(.slow(seconds: -1), for: .always),
            Fault(.refuse(code: 503), for: .seconds(1e18)), Fault(.refuse(code: 503), for: .calls(.max)),
            Fault(.refuse(code: 503), for: .always, oneIn: .max),
        ] { await #expect(throws: SandboxError.self) { try await sandbox.fault(fault) } }
        await #expect(throws: SandboxError.self) { try await sandbox.reset(count: .max) }
        await #expect(throws: SandboxError.self) { try await sandbox.reset(quota: .max) }
        let status = try await sandbox.status()
        #expect(status.faults.isEmpty && status.parcels == 40 && status.quota == 480)
    }

    @Test func `a clock that is set back lengthens no failure and no pause`() async throws {
        let time = Time()
        time.pass(1_000_000)
        let account = try Account {
            $0.time = { time.now }
            $0.limits = .real
        }
        let user = "GET /trackings/getuserinfo"
        try await account.sandbox.fault(Fault(.refuse(code: 503), for: .seconds(5)))
        time.pass(-7200)
        #expect(try await account.sandbox.status().faults == [Fault(.refuse(code: 503), for: .seconds(5))])
        #expect(try await account.code(user) == 503)
        time.pass(4)
        #expect(try await account.code(user) == 503)
        time.pass(1.5)
        #expect(try await account.code(user) == 200)
        // The pause of two minutes after too many calls.
        #expect(try await account.code(user) == 429)
        time.pass(-7200)
        #expect(try await account.code(user) == 200)
    }

    private static func request(_ line: String) -> HTTPRequest {
        let parts = line.split(separator: " ").map(String.init)
        let body = parts[0] == "POST" ? #"[{"tracking_number":"300403513402","carrier_code":"4px"}]"# : ""
        return HTTPRequest(
            method: parts[0], url: parts[1], headers: [("Trackingmore-Api-Key", "k")], body: Array(body.utf8))
    }
}
