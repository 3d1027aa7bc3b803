import Glibc
import TMSShell
import TMSSyntax
import TrackingMoreSimulator

/// `tms sandbox serve`: the pretend account behind a port, until ^C.
struct ServeTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(host: String, port: Int, hasRealLimits: Bool) async throws(Diagnostic) -> Int {
        var configuration = Sandbox.Configuration()
        configuration.limits = hasRealLimits ? .real : .off
        let holder = SandboxHolder(path: composition.sandboxPath, configuration)
        allowManyConnections()
        let server: SimulatorServer
        do {
            try await holder.open()
            guard let sandbox = holder.opened else { return ExitStatus.failed }
            server = try await SimulatorServer.start(sandbox, host: host, port: port)
        } catch {
            throw Diagnostic(.error, "E0909", "\(error)")
        }
        composition.output.line("the sandbox answers at \(server.baseURL) · ^C ends it")
        composition.output.line("TMS_BASE_URL=\(server.baseURL) TRACKINGMORE_API_KEY=any tms")
        composition.output.flush()
        let cancellation = Cancellation()
        cancellation.begin { Task { await server.stop() } }
        await server.wait()
        return ExitStatus.ok
    }
    /// Each connection takes a descriptor, and shells hand out few of them unasked.
    private func allowManyConnections() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
