import TMSCommands
import TMSRuntime
import TMSShell
import TMSSyntax
import TrackingMore
import TrackingMoreSimulator

/// What the shell's own verbs can do in the sandbox.
struct SandboxServices: SessionServices {
    private let world: SandboxWorld
    private let shared: SharedServices

    init(_ world: SandboxWorld, _ shared: SharedServices) {
        self.world = world
        self.shared = shared
    }

    func perform(_ request: SessionRequest) async throws(SessionRefusal) -> Value {
        switch request {
        case .advanceSandbox(let seconds): return try await advance(seconds)
        case .resetSandbox: return try await reset()
        case .failSandbox(let name, let times): return try await fail(name, times)
        default: return try await shared.perform(request)
        }
    }

    private func advance(_ seconds: Int) async throws(SessionRefusal) -> Value {
        let summary: Sandbox.AdvanceSummary
        do {
            summary = try await sandbox().advance(by: seconds)
            try await world.sandbox.readClock()
        } catch {
            throw refusal(error)
        }
        var parts = ["\(summary.moved) \(summary.moved == 1 ? "parcel" : "parcels") moved"]
        if summary.delivered > 0 { parts.append("\(summary.delivered) delivered") }
        if summary.exceptions > 0 {
            parts.append("\(summary.exceptions) \(summary.exceptions == 1 ? "exception" : "exceptions")")
        }
        let now = Value.instant(summary.now).text(in: world.environment)
        return .string("now \(now) · " + parts.joined(separator: ", "))
    }

    private func reset() async throws(SessionRefusal) -> Value {
        do {
            try await sandbox().reset()
            try await world.sandbox.readClock()
            let status = try await sandbox().status()
            return .string("the sandbox begins anew · seed \(status.seed), \(status.parcels) parcels")
        } catch {
            throw refusal(error)
        }
    }

    private func fail(_ name: String, _ times: Int) async throws(SessionRefusal) -> Value {
        guard times > 0 else { throw SessionRefusal("how many calls shall fail? times asks for a number above zero") }
        let kind: Fault.Kind
        switch name.lowercased() {
        case "timeout": kind = .timeoutAfterWrite
        case "garbage": kind = .garbage
        case "half": kind = .halfBatch
        case "slow": kind = .slow(seconds: 2)
        case let text:
            guard let code = Int(text) else {
                throw SessionRefusal(
                    "the sandbox knows no failure `\(name)`",
                    hint: "timeout, garbage, half, slow, or a code such as 429")
            }
            kind = .refuse(code: code)
        }
        let fault = Fault(kind, for: .calls(times))
        do {
            try await sandbox().fault(fault)
        } catch {
            throw refusal(error)
        }
        return .string("\(fault)")
    }

    private func sandbox() async throws -> Sandbox {
        try? await world.open()
        guard let sandbox = world.sandbox.opened else {
            throw SessionRefusal(world.failure?.message ?? "the sandbox is not open")
        }
        return sandbox
    }

    private func refusal(_ error: any Error) -> SessionRefusal {
        error as? SessionRefusal ?? SessionRefusal(String(describing: error))
    }
}
