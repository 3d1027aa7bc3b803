public import TMSRuntime
public import TMSSyntax
public import TrackingMore

/// A verb of the shell itself, declared as endpoints are: its signature, and what carries it out.
public struct LocalVerb: Sendable {
    public let signature: Signature
    /// Running it changes nothing, so that `plan` may: it only tells, or only makes a request for the engine to send.
    public let isPure: Bool
    /// What its rows are.
    public let rows: Rows
    public let run: @Sendable (LocalCall) async throws(Failure) -> LocalAnswer

    public enum Rows: Sendable {
        /// Of no kind that is known.
        case any
        case of(Schema)
        /// As writes answer.
        case written
    }

    public init(
        _ signature: Signature, isPure: Bool? = nil, rows: Rows = .any,
        run: @escaping @Sendable (LocalCall) async throws(Failure) -> LocalAnswer
    ) {
        self.signature = signature
        self.rows = rows
        self.isPure = isPure ?? (signature.effect == .none)
        self.run = run
    }
}

/// What a verb of the shell comes to.
public enum LocalAnswer: Sendable {
    case value(Value)
    /// A call of the API made by hand; its raw answer is the value.
    case request(APIRequest)
    /// Something of the runs that the engine keeps.
    case runs(RunQuery)
    /// Does what the plan in a file says.
    case apply(FileName)
    /// What customers ask about, told of parcels that the engine reads.
    case desk(DeskQuery)
}

/// What is asked of the runs that wrote to the account.
public enum RunQuery: Sendable, Equatable {
    /// All of them, the newest first.
    case all
    /// The rows of one.
    case rows(of: Int)
    /// Takes a run back; without a number the last one that wrote.
    case undo(Int?)
    /// Takes the last `undo` back.
    case redo
    /// Goes on with a run; without a number with the last one that was interrupted.
    case resume(Int?)
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

    /// The tracking numbers of a subject slot; of rows, those they carry.
    func numbers(_ slot: Int) -> [String] {
        values(slot).map { value in
            guard case .record(let record) = value else { return value.plainText }
            let cells = environment.parcelNames.number.map { record.value(of: $0, environment) }
            return (cells.first { !$0.isEmpty } ?? value).plainText
        }
    }

    public func text(_ slot: Int) -> String? { values(slot).first?.plainText }

    public func failure(_ code: String, _ message: String, hint: String? = nil) -> Failure {
        let location = SourceLocation(call.location.file, call.verbRange)
        return Failure(kind: .usage, Diagnostic(code, message, at: location, hint: hint))
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
    /// Has each parcel that moves posted to an address; nil ends it.
    case setSandboxWebhook(String?, isRemoteAllowed: Bool)
    /// How the sandbox stands, as a record.
    case sandboxStatus
    /// What a code of a message means.
    case explanation(code: String)
    /// The statements entered so far as rows, the newest first.
    case history(matching: String?)
    /// Begins the tour once the statement is done.
    case tour
    /// Shows the last table with all its columns.
    case browse
    /// Every setting as a row.
    case settings
    /// Every profile as a row.
    case profiles
    /// Goes over to another profile, once the statement is done.
    case changeProfile(String)
    /// The row of the last table so many rows after the one that was looked at last.
    case row(after: Int)
    /// Puts a text on the clipboard.
    case copy(String)
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
