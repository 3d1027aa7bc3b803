import Foundation
import Testing
import TrackingMore

@testable import TrackingMoreSimulator

@Suite struct StoreTests {
    @Test func `an account survives being closed and opened again`() async throws {
        let folder = TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/new/account.sqlite"
        let list = "GET /trackings/get?limit=2000"
        var before: JSON = .null
        do {
            let account = try Account(at: path)
            _ = try await account.data("POST /trackings/post", #"{"tracking_number":"AAAA1","carrier_code":"4px"}"#)
            _ = try await account.sandbox.advance(by: 3 * day)
            before = try await account.data(list)
        }
        let account = try Account(at: path) { $0.seed = 99 }
        #expect(try await account.data(list) == before)
        #expect(try await account.sandbox.status().seed == 1)
        #expect(try await account.data("GET /trackings/getuserinfo")["track_number"] == 479)
    }

    @Test func `a reset begins anew with the seed and the number of parcels asked for`() async throws {
        let account = try Account()
        try await account.sandbox.fault(Fault(.refuse(code: 500), for: .always))
        _ = try await account.sandbox.advance(by: 3 * day)
        try await account.sandbox.reset(seed: 9, count: 55)
        let summary = try await account.sandbox.status()
        #expect(summary.seed == 9 && summary.parcels == 55 && summary.now == Sandbox.Configuration().start)
        #expect(summary.faults.isEmpty && summary.counts.map(\.count).reduce(0, +) == 55)
        try await account.sandbox.reset(count: 0)
        #expect(try await account.data("GET /trackings/get")["items"] == [])
        #expect(try await account.sandbox.status().seed == 9)
    }

    @Test func `a file that is no account is reported, not trusted`() throws {
        let folder = TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/notes.txt"
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try Data("this is not a database, and long enough to be read as one".utf8).write(to: URL(filePath: path))
        #expect(throws: SandboxError.self) { try Sandbox(at: path) }
        #expect(throws: SandboxError.self) { try Sandbox(at: "/dev/null/no/account.sqlite") }
    }

    @Test func `two shells on one account see each other's parcels`() async throws {
        let folder = TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/new/account.sqlite"
        let (first, second) = (try Account(at: path), try Account(at: path))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<40 {
                let account = index % 2 == 0 ? first : second
                group.addTask {
                    _ = try await account.data(
                        "POST /trackings/post", #"{"tracking_number":"SHARED\#(index)","carrier_code":"4px"}"#)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await first.data("GET /trackings/get?limit=1")["total"] == "80")
        #expect(try await second.data("GET /trackings/getuserinfo")["track_number"] == 440)
    }

    @Test func `a hundred thousand parcels page without gap or repetition`() async throws {
        let account = try Account { $0.parcels = 100_000 }
        let rows = try await account.sandbox.store.read { db in
            let table = ParcelTable(db: db, account: try Sandbox.account(db))
            return try (0..<51).flatMap { try table.page(ParcelFilter(), offset: $0 * 2000, limit: 2000).parcels }
                .map { (created: $0.created, row: $0.row) }
        }
        #expect(rows.count == 100_000 && Set(rows.map(\.row)).count == 100_000)
        #expect(zip(rows, rows.dropFirst()).allSatisfy { ($0.created, $0.row) > ($1.created, $1.row) })
        let last = try await account.data("GET /trackings/get?limit=30&page=3334")
        #expect(last["total"] == "100000" && last["count"] == 10)
        let summary = try await account.sandbox.advance(by: day)
        #expect(summary.moved > 1000)
        let counts = try await account.data("GET /trackings/getstatusnumber")
        #expect(counts.object?.values.compactMap(\.integer).reduce(0, +) == 100_000)
        let moved = try await account.data("GET /trackings/get?status=exception&limit=1")
        #expect(moved["total"]?.integer == counts["exception"]?.integer)
        let stored = try await account.data("GET /trackings/get?status=transit&limit=100&page=7")
        #expect(stored.items.allSatisfy { $0["status"] == "transit" })
    }
}

/// A folder of its own for a test.
struct TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.appending(path: "tms-\(UUID().uuidString)").path()

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
