import Foundation
import GRDB
import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore
import TrackingMoreHTTP
import TrackingMoreSimulator

@testable import tms

/// The sandbox in the process and the sandbox behind a socket are one and the same.
@Suite struct RoundTripTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a thousand lines leave the same account over HTTP as in the process, and print the same`(
        seed: UInt64
    ) async throws {
        var lines = RandomLines(seed: seed)
        let text = (["sandbox reset quota 100000"] + (0..<1000).map { _ in lines.next() }).joined(separator: "\n")
        let inside = try await Result(of: text, isServed: false)
        let outside = try await Result(of: text, isServed: true)
        #expect([0, 3].contains(inside.run.status), "\(inside.run.diagnostics.prefix(3).map(\.message))")
        #expect(inside.calls > 700 && inside.calls == outside.calls)
        for (index, line) in text.split(separator: "\n").enumerated() where inside[index] != outside[index] {
            Issue.record("\(line)\ninside \(inside[index])\noutside \(outside[index])")
            break
        }
        #expect(inside.run.status == outside.run.status)
        #expect(inside.run.diagnostics.map(\.message) == outside.run.diagnostics.map(\.message))
        #expect(inside.account.count > 50)
        #expect(inside.account == outside.account)
    }

    private struct Result {
        let run: ScriptRun
        let calls: Int
        /// Every row of every table.
        let account: [String]
        private let said: [Int: [String]]

        init(of text: String, isServed: Bool) async throws {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tms-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let path = folder + "/account.sqlite"
            let inner = SandboxWorld(path: path, zone: Zone("UTC"))
            try await inner.open()
            let sandbox = try #require(inner.sandbox.opened)
            let log = CallLog()
            let server = isServed ? try await SimulatorServer.start(sandbox) : nil
            let world: any World =
                if let server { SpyWorld(inner: ServedWorld(inner: inner, baseURL: server.baseURL), log: log) } else {
                    SpyWorld(inner: inner, log: log)
                }
            let runner = SessionRunner(names: .catalogue) { _ in world }
            run = await runner.run(SourceFile(name: "law.tms", text: text), in: folder)
            await server?.stop()
            calls = log.all.count
            said = Dictionary(grouping: run.outputs, by: \.line).mapValues { $0.flatMap(\.lines) }
            account = try RoundTripTests.rows(path)
        }

        subscript(index: Int) -> [String] { said[index + 1] ?? [] }
    }

    private static func rows(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { db in
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\" ORDER BY 1").map { "\(table) \($0)" }
            }
        }
    }
}

/// The sandbox's world, with its calls sent through a socket.
private struct ServedWorld: World {
    let inner: SandboxWorld
    let baseURL: String

    var isLive: Bool { inner.isLive }
    var environment: Environment { inner.environment }
    var failure: Diagnostic? { inner.failure }
    func open() async throws(Diagnostic) { try await inner.open() }

    func context(for session: SessionHooks) -> EngineContext {
        let context = inner.context(for: session)
        let client = Client(
            dialect: .v2, baseURL: baseURL, userAgent: "tms", transport: CurlTransport(), key: { Secret("key") })
        var path = RequestPath(client)
        path.limit = nil
        var served = EngineContext(
            path, environment: environment, services: context.services, consent: context.consent)
        served.directory = context.directory
        // What is said of a parcel that is not there comes from all the account holds, in either world.
        served.held = context.held
        return served
    }
}
