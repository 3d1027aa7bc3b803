import Foundation
import Synchronization
import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSShell
import TMSStore
import TMSSyntax
import TMSTestSupport
import TrackingMore

@testable import tms

/// A folder with a pretend account and the store of its runs, for programs that are planned, applied and run.
final class PlanDesk {
    /// What one program said and did.
    struct Ran {
        let lines: [String]
        let diagnostics: [Diagnostic]
        let status: Int
        /// What has reached the account.
        let statistics: CallStatistics.Snapshot

        var said: String { diagnostics.map { "\($0.code) \($0.message)" }.joined(separator: "; ") }
    }

    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tms-plan-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// The same account a second time.
    init(copyOf other: PlanDesk) throws {
        folder = other.folder + "-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: other.folder, toPath: folder)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Puts parcels of the account, and new numbers, into a line of a program: `@P1`, `@V1`, `@NEW`. What the line defines
    /// is named after its place.
    static func filled(
        _ line: String, at place: Int, _ parcels: [(number: String, carrier: String)], _ random: inout SeededRandom
    ) -> String {
        var line = line.replacing("define f(", with: "define f\(place)(").replacing("{ f $n", with: "{ f\(place) $n")
            .replacing("let rows", with: "let rows\(place)").replacing("$rows", with: "$rows\(place)")
        for (number, parcel) in parcels.shuffled(using: &random).prefix(3).enumerated() {
            line = line.replacing("@P\(number + 1)", with: parcel.number)
                .replacing("@V\(number + 1)", with: parcel.carrier)
        }
        let new = 700_000_000_000 + Int.random(in: 0..<1_000_000, using: &random)
        return line.replacing("@NEW2", with: "\(new + 1)").replacing("@NEW", with: "\(new)")
    }

    /// - Parameters:
    ///   - planning: the text is planned; otherwise it is run, with a yes to every question.
    ///   - cut: where the network goes away.
    func run(
        _ text: String, planning: PlanSettings? = nil, isJournaled: Bool = true, cut: NetworkCut? = nil
    ) async -> Ran {
        let inner = SandboxWorld(
            path: folder + "/account.sqlite", zone: Zone("UTC"), runs: folder + "/store.sqlite")
        let world = CountedWorld(inner: inner, cut: cut)
        let output = OutputBuffer(descriptor: nil)
        var diagnostics: [Diagnostic] = []
        let vocabulary = Catalogue.standard.vocabulary
        let renderer = Renderer(
            Presentation(
                isTerminal: true, width: 100, isQuiet: planning != nil, environment: world.environment,
                names: .catalogue),
            vocabulary: vocabulary, output: output, errors: OutputBuffer(descriptor: nil),
            diagnose: {
                diagnostics.append($0)
                return ""
            })
        var settings = Session.Settings()
        settings.options.isSure = true
        settings.options.isDryRun = planning != nil
        settings.planning = planning
        settings.options.isJournaled = isJournaled
        settings.directory = folder
        let session = Session(
            vocabulary: vocabulary, settings: settings, renderer: renderer, world: world,
            conversation: Conversation(hasPerson: false, isQuiet: true))
        let status = await session.run(SourceFile(name: folder + "/law.tms", text: text)).rawValue
        return Ran(
            lines: output.text.split(separator: "\n").map(String.init), diagnostics: diagnostics, status: status,
            statistics: world.statistics)
    }

    /// The parcels of the account, with all that a write can change.
    func account() async -> [String] {
        let columns = "show number, via, title, order, customer, to, status, archived"
        return await run("list | sort by number, via | \(columns)\nlist archived | sort by number, via | \(columns)")
            .lines
    }

    /// The rows that the last run has carried out, in their order: the call, the number, the carrier and what was sent.
    func done() async throws -> [String] {
        let store = try SQLiteStore.opening(folder + "/store.sqlite", isDurable: false).store
        guard let run = try store.runs(atMost: 1).first else { return [] }
        return try store.rows(of: run.number, after: 0, atMost: 10_000).compactMap { record in
            guard case .done = record.state else { return nil }
            return Self.row(record.row.endpoint, record.row.sent)
        }
    }

    /// The rows of a saved plan, in the same form.
    func planned(_ name: String = "law.plan") throws -> [String] {
        let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        return try text.split(separator: "\n").dropFirst().map { line in
            let row = try JSON(parsing: String(line))
            return Self.row(row["call"]?.text ?? "", (row["sent"] ?? .null).compact)
        }
    }

    private static func row(_ endpoint: String, _ sent: String) -> String {
        let members = (try? JSON(parsing: sent))?.object?.sorted { $0.key < $1.key } ?? []
        return ([endpoint] + members.map { "\($0.key)=\($0.value.compact)" }).joined(separator: " ")
    }
}

/// The sandbox, with the figures of what reaches it: the end of the chain counts them, whatever stands before it.
private final class CountedWorld: World {
    let inner: SandboxWorld
    private let counted = Mutex<CallStatistics?>(nil)
    private let cut: NetworkCut?

    init(inner: SandboxWorld, cut: NetworkCut?) {
        self.inner = inner
        self.cut = cut
    }

    var isLive: Bool { inner.isLive }
    var environment: TMSRuntime.Environment { inner.environment }
    var failure: Diagnostic? { inner.failure }
    var statistics: CallStatistics.Snapshot { counted.withLock { $0?.snapshot } ?? CallStatistics.Snapshot() }
    func open() async throws(Diagnostic) { try await inner.open() }

    func context(for session: SessionHooks) -> EngineContext {
        var context = inner.context(for: session)
        counted.withLock { $0 = context.statistics }
        if let cut { context.chain = CutHandler(next: context.chain, cut: cut) }
        return context
    }
}

/// The network goes away with one call and stays away.
struct NetworkCut: Sendable {
    /// So many calls are answered before.
    let after: Int
    /// The call that is not answered has arrived all the same.
    let arrives: Bool
}

/// Answers so many calls, and then none.
private final class CutHandler: RequestHandler {
    private let next: any RequestHandler
    private let cut: NetworkCut
    private let calls = Mutex(0)

    init(next: any RequestHandler, cut: NetworkCut) {
        self.next = next
        self.cut = cut
    }

    func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
        let before = calls.withLock { calls in
            calls += 1
            return calls - 1
        }
        if before < cut.after { return try await next.send(request) }
        if before == cut.after, cut.arrives { _ = try await next.send(request) }
        throw .transport(.other("the connection was reset", sent: true))
    }
}
