import Foundation
import TMSStore
import Testing

/// What happens to the file of a store.
@Suite("The file of a store") struct SQLiteFileTests {
    private static let work = Work(.text("track 1"))

    @Test func `is its owner's alone, with its folder`() throws {
        let path = Folder.new() + "/accounts/x/store.sqlite"
        _ = try SQLiteStore(at: path)
        func mode(_ path: String) throws -> Int {
            try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
        }
        #expect(try mode(path) == 0o600)
        #expect(try mode((path as NSString).deletingLastPathComponent) == 0o700)
    }

    @Test func `keeps what was intended when it is opened again`() throws {
        let path = Folder.new() + "/store.sqlite"
        do {
            let store = try SQLiteStore(at: path)
            _ = try store.begin(Self.work, kind: .work, owner: .current, at: 1, clock: 7)
            let row = IntendedRow(content: RowContent(["a"]), endpoint: "track", number: "1", carrier: nil, sent: "{}")
            _ = try store.intend([row], in: 1, attempt: 1)
        }
        let again = try SQLiteStore(at: path)
        #expect(try again.run(1)?.tally.inDoubt == 1)
    }

    @Test func `of a newer tms is refused and left as it is`() throws {
        let path = Folder.new() + "/store.sqlite"
        _ = try SQLiteStore(at: path)
        try Foreign.execute(path, "INSERT INTO grdb_migrations VALUES ('99')")
        #expect(throws: StoreError.newer(version: 3)) { try SQLiteStore(at: path) }
        #expect(throws: StoreError.newer(version: 3)) { try SQLiteStore.opening(path) }
    }

    @Test(arguments: [
        "no database at all, but long enough to be read as the head of one, whatever that says", "\0\0\0",
    ])
    func `that is damaged is moved aside and named`(text: String) throws {
        let path = Folder.new() + "/store.sqlite"
        try String(repeating: text, count: 50).write(toFile: path, atomically: true, encoding: .utf8)
        let (store, aside) = try SQLiteStore.opening(path)
        #expect(aside == path + ".damaged-1")
        #expect(try store.runs(atMost: 1).isEmpty)
        #expect(try String(contentsOfFile: path + ".damaged-1", encoding: .utf8).hasPrefix(text))
    }

    @Test func `that lacks its tables is damaged`() throws {
        let path = Folder.new() + "/store.sqlite"
        _ = try SQLiteStore(at: path)
        try Foreign.execute(path, "DROP TABLE row")
        let store = try SQLiteStore(at: path)
        _ = try store.begin(Self.work, kind: .work, owner: .current, at: 1, clock: 7)
        do {
            _ = try store.run(1)
            Issue.record("a store without rows was read")
        } catch {
            guard case .damaged = error else { throw error }
        }
    }

    @Test func `in a folder that cannot be made is an error`() throws {
        do {
            _ = try SQLiteStore(at: "/proc/tms/store.sqlite")
            Issue.record("a store in /proc was made")
        } catch {
            guard case .unusable = error else { throw error }
        }
    }

    @Test func `is used by several at a time`() async throws {
        let path = Folder.new() + "/store.sqlite"
        _ = try SQLiteStore(at: path, isDurable: false)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<4 {
                group.addTask {
                    let store = try SQLiteStore(at: path, isDurable: false)
                    let run = try store.begin(Work(.text("\(task)")), kind: .work, owner: .current, at: 1, clock: 7)
                    for number in 0..<25 {
                        let row = IntendedRow(
                            content: RowContent(["\(number)"]), endpoint: "track", number: nil, carrier: nil, sent: "{}"
                        )
                        let places = try store.intend([row], in: run.number, attempt: 1)
                        try store.settle([(places[0], .done(answer: "1"))], in: run.number, at: 2)
                    }
                }
            }
            try await group.waitForAll()
        }
        let runs = try SQLiteStore(at: path).runs(atMost: 9)
        #expect(runs.map(\.number) == [4, 3, 2, 1])
        #expect(runs.allSatisfy { $0.tally == RowTally(done: 25) })
    }
}
