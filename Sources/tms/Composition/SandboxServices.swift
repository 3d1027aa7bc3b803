import TMSCommands
import TMSRuntime
import TMSShell
import TMSStore
import TMSSyntax
import TrackingMore
import TrackingMoreHTTP
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
        case .resetSandbox(let seed, let parcels, let quota): return try await reset(seed, parcels, quota)
        case .failSandbox(let fault): return try await fail(fault)
        case .clearSandboxFaults: return try await clearFaults()
        case .behaveSandbox(let name, let way): return try await behave(name, way)
        case .sandboxPoints: return try await points()
        case .setSandboxWebhook(let url, let isRemoteAllowed): return try await setWebhook(url, isRemoteAllowed)
        case .sandboxStatus: return try await status()
        default: return try await shared.perform(request)
        }
    }

    private func advance(_ seconds: Int) async throws(SessionRefusal) -> Value {
        let summary: Sandbox.AdvanceSummary
        do {
            summary = try await sandbox().advance(by: seconds, posting: WebhookTransport.standard)
            try world.sandbox.readClock()
        } catch {
            throw refusal(error)
        }
        var parts = ["\(summary.moved) \(summary.moved == 1 ? "parcel" : "parcels") moved"]
        if summary.delivered > 0 { parts.append("\(summary.delivered) delivered") }
        if summary.exceptions > 0 {
            parts.append("\(summary.exceptions) \(summary.exceptions == 1 ? "exception" : "exceptions")")
        }
        if let webhooks = summary.webhooks { parts += told(webhooks) }
        let now = Value.instant(summary.now).text(in: world.environment)
        return .string("now \(now) · " + parts.joined(separator: ", "))
    }

    /// What became of the webhooks, in the line that tells of the parcels.
    private func told(_ webhooks: WebhookSummary) -> [String] {
        func count(_ number: Int) -> String { "\(number) \(number == 1 ? "webhook" : "webhooks")" }
        var parts: [String] = []
        if webhooks.sent > 0 { parts.append("\(count(webhooks.sent)) sent") }
        if webhooks.waiting > 0 {
            let why = webhooks.failure.map { " (\($0))" } ?? ""
            parts.append("\(count(webhooks.waiting)) to be sent later\(why)")
        }
        return parts
    }

    private func setWebhook(_ url: String?, _ isRemoteAllowed: Bool) async throws(SessionRefusal) -> Value {
        do {
            try await sandbox().setWebhook(url, isRemoteAllowed: isRemoteAllowed)
        } catch {
            throw refusal(error)
        }
        return .string(url.map { "each parcel that moves is posted to \($0)" } ?? "nothing is posted any more")
    }

    private func reset(_ seed: Int?, _ parcels: Int?, _ quota: Int?) async throws(SessionRefusal) -> Value {
        for (number, name) in [(parcels, "parcels"), (quota, "quota"), (seed, "seed")] where number ?? 0 < 0 {
            throw SessionRefusal("\(name) is a number from 0 on")
        }
        do {
            let aside = try await world.sandbox.reset(
                seed: seed.map { UInt64($0) }, count: parcels ?? 40, quota: quota)
            try await world.runs?.empty()
            let status = try await sandbox().status()
            let anew = "the sandbox begins anew · seed \(status.seed), \(status.parcels) parcels"
            return .written(aside.map { "\(anew)\nwhat was there is now \($0)" } ?? anew)
        } catch {
            throw refusal(error)
        }
    }

    private func fail(_ asked: SandboxFault) async throws(SessionRefusal) -> Value {
        guard let kind = Fault.Kind(words: asked.name, delay: Double(asked.delay)) else {
            throw SessionRefusal(
                "the sandbox knows no failure `\(asked.name)`",
                hint: Fault.Kind.words.joined(separator: ", ") + ", or a code such as 429")
        }
        let extent: Fault.Extent =
            switch asked.extent {
            case .calls(let count): .calls(count)
            case .seconds(let seconds): .seconds(Double(seconds))
            case .always: .always
            }
        let fault = Fault(kind, for: extent, oneIn: asked.oneIn)
        do {
            try await sandbox().fault(fault)
        } catch {
            throw refusal(error)
        }
        return .string("\(fault)")
    }

    private func clearFaults() async throws(SessionRefusal) -> Value {
        do {
            try await sandbox().clearFaults()
        } catch {
            throw refusal(error)
        }
        return .string("nothing fails any more")
    }

    private func behave(_ name: String, _ way: String) async throws(SessionRefusal) -> Value {
        do {
            try await sandbox().set(name, to: way)
        } catch {
            throw refusal(error)
        }
        return .string("\(name) is \(way) from now on")
    }

    private func points() async throws(SessionRefusal) -> Value {
        let status = try await summary()
        let shape = Shape(keys: ["point", "way", "ways", "about"])
        return .items(
            Behaviour.switches.map { point in
                let texts = [point.name, status.behaviour[point], point.ways.joined(separator: ", "), point.summary]
                return .record(Record(shape: shape, values: texts.map { .string($0) }))
            })
    }

    private func status() async throws(SessionRefusal) -> Value {
        let status = try await summary()
        var fields: [(String, Value)] = [
            ("now", .instant(status.now)), ("seed", .string(String(status.seed))),
            ("parcels", .integer(status.parcels)),
        ]
        fields += status.counts.map { ($0.status, .integer($0.count)) }
        fields.append(("quota", .integer(status.quota)))
        if let webhook = status.webhook { fields.append(("webhook", .string(webhook))) }
        fields.append(("faults", .items(status.faults.map { .string("\($0)") })))
        fields += Behaviour.switches.map { ($0.name, .string(status.behaviour[$0])) }
        return .record(Record(shape: Shape(keys: fields.map { $0.0 }), values: fields.map { $0.1 }))
    }

    private func summary() async throws(SessionRefusal) -> Sandbox.Summary {
        do {
            return try await sandbox().status()
        } catch {
            throw refusal(error)
        }
    }

    private func sandbox() async throws -> Sandbox {
        try? await world.open()
        guard let sandbox = world.sandbox.opened else {
            throw SessionRefusal(world.failure?.message ?? "the sandbox is not open")
        }
        return sandbox
    }

    private func refusal(_ error: any Error) -> SessionRefusal {
        if let error = error as? StoreError {
            return SessionRefusal("the runs of the sandbox cannot be forgotten: \(error.reason)")
        }
        if let error = error as? SandboxError { return SessionRefusal(error.description, hint: error.remedy) }
        return error as? SessionRefusal ?? SessionRefusal(String(describing: error))
    }
}

/// How the sandbox's webhooks leave the program: by the transport that reaches the service. The library it needs is
/// loaded by the first of them; a receiver that does not answer is not waited for as long as a service is.
enum WebhookTransport {
    static let standard: any Transport = CurlTransport(
        limits: CurlTransport.Limits(connect: .seconds(3), total: .seconds(10), body: 1 << 20))
}
