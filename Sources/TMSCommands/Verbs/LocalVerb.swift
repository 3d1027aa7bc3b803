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

    /// The value of a clause, `true` for a flag; nil where it was left out or is empty.
    public func value(of label: String) -> Value? {
        let labels = catalogue.vocabulary[call.verb].clauses.map(\.label)
        for clause in call.clauses where labels.indices.contains(clause.index) && labels[clause.index] == label {
            switch clause.value {
            case .values(let values): return values.first { !$0.isEmpty }
            case .flag: return .boolean(true)
            default: return nil
            }
        }
        return nil
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
    /// Puts the sandbox back to its beginning; nil is as it was, or as usual.
    case resetSandbox(seed: Int?, parcels: Int?, quota: Int?)
    /// Makes the sandbox fail from now on.
    case failSandbox(SandboxFault)
    /// Ends what makes the sandbox fail.
    case clearSandboxFaults
    /// Sets a contested point of the service by its name.
    case behaveSandbox(String, way: String)
    /// The contested points, one a row.
    case sandboxPoints
    /// How the sandbox stands, as a record.
    case sandboxStatus
    /// The lines typed so far, newest last.
    case history(matching: String?)
    /// Asks a person for a line of text; `confirm` for yes or no.
    case ask(String)
    case confirm(String)
}

/// What `sandbox fail` asks for.
public struct SandboxFault: Sendable, Equatable {
    /// As it was typed: `429`, `garbage`, `half batch`.
    public var name: String
    public var extent: Extent
    /// One call in so many; 1 is every call.
    public var oneIn: Int
    /// How late slow answers come, in seconds.
    public var delay: Int

    public enum Extent: Sendable, Equatable {
        case calls(Int)
        case seconds(Int)
        case always
    }
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
