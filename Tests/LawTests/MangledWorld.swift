import Foundation
import Synchronization
import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax
import TrackingMore
import TrackingMoreSimulator

@testable import tms

/// The sandbox behind a network that changes its answers.
final class MangledWorld: World {
    let isLive = false
    let environment: TMSRuntime.Environment
    private let sandbox: SandboxHolder
    private let mangle: @Sendable (HTTPRequest, [UInt8]) -> [UInt8]

    init(path: String, mangle: @escaping @Sendable (HTTPRequest, [UInt8]) -> [UInt8]) {
        let holder = SandboxHolder(path: path)
        sandbox = holder
        self.mangle = mangle
        let zone = Zone("UTC")
        environment = .standard(now: { holder.now }, zoneOffset: { zone.offset(at: $0) }, zoneName: zone.name)
    }

    var failure: Diagnostic? { nil }

    func open() async throws(Diagnostic) {
        do { try sandbox.open() } catch { throw Diagnostic(.error, "E0909", error.description) }
    }

    func context(for session: SessionHooks) -> EngineContext {
        let transport = LazyTransport { [self] in
            try? await open()
            return sandbox.opened.map { Network(inner: SimulatorTransport($0), mangle: mangle) }
        }
        var path = RequestPath(Client(dialect: .v2, transport: transport, key: { Secret("sandbox") }))
        path.limit = nil
        path.report = session.report
        var context = EngineContext(
            path, environment: environment, services: SharedServices(session: session), consent: session.consent)
        context.directory = session.directory
        return context
    }

    private struct Network: Transport {
        let inner: SimulatorTransport
        let mangle: @Sendable (HTTPRequest, [UInt8]) -> [UInt8]

        func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
            var response = try await inner.send(request)
            response.body = mangle(request, response.body)
            return response
        }
    }
}

/// A session on a real terminal of 100 columns: what it writes is what a person's terminal gets.
struct TerminalRun {
    let bytes: [UInt8]
    let status: Int

    init(_ text: String, _ world: any World, directory: String) async throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        guard openpty(&master, &slave, nil, nil, nil) == 0 else { throw POSIXError(.ENXIO) }
        let (from, gathered) = (master, Gathered())
        // Nobody writes to a terminal that is not read.
        let reader = Thread {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(from, &buffer, buffer.count)
                if count <= 0 { break }
                gathered.bytes.withLock { $0 += buffer.prefix(count) }
            }
            gathered.isWhole.withLock { $0 = true }
        }
        reader.start()
        let output = OutputBuffer(descriptor: slave)
        let errors = OutputBuffer(descriptor: slave)
        let vocabulary = Catalogue.standard.vocabulary
        let diagnostics = DiagnosticRenderer(usesColour: true, width: 100)
        let renderer = Renderer(
            Presentation(isTerminal: true, width: 100, colors: true, environment: world.environment, names: .catalogue),
            vocabulary: vocabulary, output: output, errors: errors, diagnose: { diagnostics.render($0) })
        var settings = Session.Settings()
        settings.options.isSure = true
        settings.directory = directory
        settings.options.maximumSteps = 2_000_000
        let session = Session(
            vocabulary: vocabulary, settings: settings, renderer: renderer, world: world,
            conversation: Conversation(hasPerson: false, isQuiet: true))
        status = await session.run(SourceFile(name: "hostile.tms", text: text)).rawValue
        output.flush()
        errors.flush()
        close(slave)
        while !gathered.isWhole.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
        close(master)
        bytes = gathered.bytes.withLock { $0 }
    }

    private final class Gathered: Sendable {
        let bytes = Mutex<[UInt8]>([])
        let isWhole = Mutex(false)
    }

    /// What it shows, without its colours.
    var lines: [String] {
        let text = String(decoding: bytes, as: UTF8.self).replacing(/\u{1B}\[[0-9;]*m/, with: "")
            .replacing(/\u{1B}]8;;(https?:[!-~]*)?\u{1B}\\/, with: "")
        return text.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
    }

    /// Control characters that the terminal would obey, but for ends of lines, tabs, colours and links.
    var controls: [String] {
        let text = String(decoding: bytes, as: UTF8.self).replacing(/\u{1B}\[[0-9;]*m/, with: "")
            .replacing(/\u{1B}]8;;(https?:[!-~]*)?\u{1B}\\/, with: "")
        return text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: false
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }.map { String($0.value, radix: 16) }
    }
}
