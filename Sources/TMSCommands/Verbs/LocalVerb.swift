public import TMSRuntime
public import TMSSyntax
public import TrackingMore

/// A verb of the shell itself, declared as endpoints are: its signature, and what carries it out.
public struct LocalVerb: Sendable {
    public let signature: Signature
    /// Running it changes nothing, so that `plan` may: it only tells, or only makes a request for the engine to send.
    public let isPure: Bool
    public let run: @Sendable (LocalCall) async throws(Failure) -> LocalAnswer

    public init(
        _ signature: Signature, isPure: Bool? = nil,
        run: @escaping @Sendable (LocalCall) async throws(Failure) -> LocalAnswer
    ) {
        self.signature = signature
        self.isPure = isPure ?? (signature.effect == .none)
        self.run = run
    }
}

/// What a verb of the shell comes to.
public enum LocalAnswer: Sendable {
    case value(Value)
    /// A call of the API made by hand; its raw answer is the value.
    case request(APIRequest)
}

/// A verb of the shell with what it was given and what it may use.
public struct LocalCall: Sendable {
    public let call: CommandCall
    public let catalogue: Catalogue
    public let environment: Environment
    public let services: any SessionServices

    public init(
        call: CommandCall, catalogue: Catalogue, environment: Environment, services: any SessionServices
    ) {
        self.call = call
        self.catalogue = catalogue
        self.environment = environment
        self.services = services
    }

    /// The values of a subject slot; none where it was left out.
    public func values(_ slot: Int) -> [Value] {
        call.subjects.indices.contains(slot) ? call.subjects[slot].values.flatMap(\.flattened) : []
    }

    public func text(_ slot: Int) -> String? { values(slot).first?.plainText }

    public func failure(_ code: String, _ message: String, hint: String? = nil) -> Failure {
        let location = SourceLocation(call.location.file, call.verbRange)
        return Failure(kind: "usage", Diagnostic(code, message, at: location, hint: hint))
    }
}

/// What the shell's own verbs ask of the session that runs them.
public protocol SessionServices: Sendable {
    /// Carries out a request on the sandbox or the session; throws where the session has no such thing.
    func perform(_ request: SessionRequest) async throws(SessionRefusal) -> Value
}

public enum SessionRequest: Sendable {
    /// Lets the sandbox's clock run on: seconds.
    case advanceSandbox(Int)
    /// Puts the sandbox back to its beginning.
    case resetSandbox
    /// Makes the sandbox fail in a way it knows by name: `timeout`, `garbage`, `429`; the next so many calls.
    case failSandbox(String, times: Int)
    /// The lines typed so far, newest last.
    case history(matching: String?)
    /// Asks a person for a line of text; `confirm` for yes or no.
    case ask(String)
    case confirm(String)
}

/// Why a session does not carry out a request.
public struct SessionRefusal: Error, Sendable, Equatable {
    public let message: String
    public let hint: String?

    public init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}
