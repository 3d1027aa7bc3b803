import Glibc
import TMSBase
import TMSShell
import TMSSyntax
import TrackingMore
import TrackingMoreSimulator

/// `tms sandbox serve`: the pretend account behind a port, until ^C.
struct ServeTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ plan: Options.ServePlan) async throws(Diagnostic) -> ExitStatus {
        var configuration = Sandbox.Configuration()
        configuration.limits = plan.hasRealLimits ? .real : .off
        let holder = SandboxHolder(path: composition.sandboxPath, configuration)
        allowManyConnections()
        let server: SimulatorServer
        let log = try plan.log.map { path throws(Diagnostic) in try RequestLog.opened(path) }
        do {
            try holder.open()
            guard let sandbox = holder.opened else { return ExitStatus.failed }
            if let webhook = plan.webhook {
                try await sandbox.setWebhook(webhook, isRemoteAllowed: plan.isWebhookRemote)
            }
            server = try await SimulatorServer.start(
                sandbox, host: plan.host, names: plan.names, port: plan.port, log: log)
        } catch {
            throw ServeTask.diagnostic(error)
        }
        composition.output.line("the sandbox answers at \(server.baseURL) · ^C ends it")
        composition.output.line("TMS_BASE_URL=\(server.baseURL) TRACKINGMORE_API_KEY=any tms")
        composition.output.flush()
        let cancellation = Cancellation()
        cancellation.begin({ Task { await server.stop() } }, giveUp: { false })
        await server.wait()
        if let log, log.isBroken {
            throw log.brokenDiagnostic
        }
        return ExitStatus.ok
    }

    private static func diagnostic(_ error: SandboxError) -> Diagnostic {
        let code =
            switch error {
            case .webhook, .remoteWebhook: "E0931"
            default: "E0909"
            }
        let hint: String? =
            switch error {
            case .remoteWebhook: "--remote-webhook says it"
            default: error.remedy
            }
        return Diagnostic(.error, code, error.description, notes: hint.map { [$0] } ?? [])
    }

    /// Each connection takes a descriptor, and shells hand out few of them unasked.
    private func allowManyConnections() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
