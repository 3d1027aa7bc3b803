import Foundation
import Synchronization
import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax
import TMSTestSupport
import TrackingMore

@testable import tms

/// The sandbox, with a record of the calls that reach it.
struct SpyWorld: World {
    let inner: any World
    let log: CallLog

    var isLive: Bool { inner.isLive }
    var environment: Environment { inner.environment }
    var failure: Diagnostic? { inner.failure }
    func open() async throws(Diagnostic) { try await inner.open() }

    func context(for session: SessionHooks) -> EngineContext {
        var context = inner.context(for: session)
        context.chain = Link(next: context.chain, log: log)
        return context
    }

    private struct Link: RequestHandler {
        let next: any RequestHandler
        let log: CallLog

        func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
            log.add(request)
            return try await next.send(request)
        }
    }
}

/// The calls that were made, in their order.
final class CallLog: Sendable {
    private let requests = Mutex<[OutgoingRequest]>([])

    var all: [OutgoingRequest] { requests.withLock { $0 } }
    var endpoints: [Endpoint.ID] { all.compactMap(\.request.endpoint) }
    func add(_ request: OutgoingRequest) { requests.withLock { $0.append(request) } }
}

/// A script run on a fresh sandbox: what it said and what it called.
struct SpiedRun {
    let run: ScriptRun
    let calls: [Endpoint.ID]
    /// Method and path of every request, as the endpoint declares the path where values fill it.
    let requests: [String]

    init(_ text: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tms-law-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let log = CallLog()
        let runner = SessionRunner(names: .catalogue) { folder in
            SpyWorld(inner: SandboxWorld(path: folder + "/account.sqlite", zone: Zone("UTC")), log: log)
        }
        run = await runner.run(SourceFile(name: "law.tms", text: text), in: folder)
        calls = log.endpoints
        requests = log.all.map { request in
            let path = request.request.path.split(separator: "?").first.map(String.init) ?? ""
            let declared = request.endpoint?.path ?? path
            return "\(request.request.method.rawValue) \(declared.contains("{") ? declared : path)"
        }
    }

    /// The text that the diagnostic with this code underlines.
    func underlined(by code: String) -> String? {
        run.diagnostics.first { $0.code == code }?.location.map { String($0.file.slice($0.range)) }
    }

    var said: String { run.diagnostics.map { "\($0.code) \($0.message)" }.joined(separator: "; ") }
}
