import TMSCommands
import TMSEngine
import TMSRuntime
import TMSShell
import TrackingMore

/// What the shell's own verbs can do anywhere.
struct SharedServices: SessionServices {
    let session: SessionHooks
    /// The chain that every request passes.
    let chain: any RequestHandler

    func perform(_ request: SessionRequest) async throws(SessionRefusal) -> Value {
        switch request {
        case .history(let text):
            let lines = session.history().filter { line in text.map { line.contains($0) } ?? true }
            return .string(lines.joined(separator: "\n"))
        case .ask(let question):
            guard let answer = await session.ask(question) else { throw nobody }
            return .string(answer)
        case .confirm(let question):
            guard let answer = await session.ask(question + " (y/N)") else { throw nobody }
            return .boolean(["y", "yes"].contains(answer.lowercased()))
        case .advanceSandbox, .resetSandbox, .failSandbox:
            throw SessionRefusal("this is a real account, not the sandbox", hint: "run with --sandbox")
        case .call(let method, let path, let body): return try await call(method, path, body)
        }
    }

    private var nobody: SessionRefusal {
        SessionRefusal("nobody is there to answer", hint: "give the answer as a param")
    }

    /// `call GET /carriers`: the raw answer.
    private func call(_ method: String, _ path: String, _ body: Value?) async throws(SessionRefusal) -> Value {
        guard let method = Method(rawValue: method) else { throw SessionRefusal("there is no method \(method)") }
        guard path.hasPrefix("/") else { throw SessionRefusal("a path begins with /", hint: "call get \"/carriers\"") }
        let request = APIRequest(method: method, path: path, body: try body.map(json))
        do {
            let answer = try await chain.send(OutgoingRequest(freeHand: request))
            var decoder = ValueDecoder()
            return decoder.value(answer.raw)
        } catch {
            throw SessionRefusal("the call failed: \(error)")
        }
    }

    /// A record as it is; text as the JSON it holds.
    private func json(_ body: Value) throws(SessionRefusal) -> JSON {
        guard case .text(let text) = body else { return body.json }
        do {
            return try JSON(parsing: Array(text.string.utf8))
        } catch {
            throw SessionRefusal("the body is not JSON: \(error)")
        }
    }
}
