/// One call of the API, declared as data: everything the shell, the simulator, help and the tests know about it.
public final class Endpoint: Sendable, Identifiable {
    public typealias ID = String

    /// A name for programs: `createTracking`.
    public let id: ID
    /// The lines people write to make this call; empty for a call only reached through another's bulk form.
    public let lines: [VerbLine]
    public let method: Method
    /// Below the base URL; `{field}` is filled from a parameter, `[/{field}]` is left out with its parameter.
    public let path: String
    public let payload: Payload
    public let effect: Effect
    public let summary: String
    /// In the order they stand on the wire.
    public let parameters: [Parameter]
    public let bulk: Bulk?
    public let cost: Cost
    /// Calls a second that the service allows.
    public let rate: Int
    /// So many seconds must lie between two calls for the same parcel, as the service says.
    public let interval: Int?
    public let inverse: Inverse?
    /// What cannot be brought back, as a sentence; a call that has one asks before it is made.
    public let warning: String?
    public let refusals: [Blame]
    public let returns: Returns
    /// What nobody outside the service knows about this call.
    public let unknowns: [String]
    let template: RequestTemplate

    public init(
        _ id: ID, verb: String? = nil, lines: [VerbLine] = [], method: Method, path: String, payload: Payload? = nil,
        effect: Effect, summary: String, parameters: [Parameter] = [], bulk: Bulk? = nil, cost: Cost = .free,
        rate: Int = 1, interval: Int? = nil, inverse: Inverse? = nil, warning: String? = nil, refusals: [Blame] = [],
        returns: Returns,
        examples: [String] = [], unknowns: [String] = []
    ) {
        self.id = id
        self.lines = verb.map { [VerbLine($0, summary, examples: examples)] } ?? lines
        self.method = method
        self.path = path
        let payload = payload ?? (method == .get || method == .delete ? .none : .object)
        self.payload = payload
        self.effect = effect
        self.summary = summary
        self.parameters = parameters
        self.bulk = bulk
        self.cost = cost
        self.rate = rate
        self.interval = interval
        self.inverse = inverse
        self.warning = warning
        self.refusals = refusals
        self.returns = returns
        self.unknowns = unknowns
        template = RequestTemplate(path: path, payload: payload, parameters: parameters)
    }
}

extension Endpoint {
    /// What the request body is.
    public enum Payload: Sendable, Equatable {
        case none
        case object
        /// A bare JSON array of objects, at most `limit` where a limit is known.
        case array(limit: Int)
    }

    /// What the call does to the account.
    public enum Effect: Sendable {
        case create, read, update, delete
        /// Reads what the service knows and the account has no part in.
        case lookup

        public var isWrite: Bool { self == .create || self == .update || self == .delete }
    }

    /// What the call takes from the quota.
    public enum Cost: Sendable, Equatable {
        case free
        /// So many for each item accepted.
        case perItem(Int)
        /// One for every so many calls.
        case onePerCalls(Int)
        /// Not documented; the service may still refuse with 4021.
        case unknown
    }

    /// The call that takes this one back, and what it does not bring back.
    public struct Inverse: Sendable {
        public let endpoint: Endpoint.ID
        public let losing: String?

        public init(_ endpoint: Endpoint.ID, losing: String? = nil) {
            self.endpoint = endpoint
            self.losing = losing
        }
    }

    /// A meta code this call answers, and the parameter it is about.
    public struct Blame: Sendable {
        public let code: Int
        /// The wire field; nil where the refusal is about no one parameter.
        public let field: String?

        public init(_ code: Int, _ field: String? = nil) {
            self.code = code
            self.field = field
        }
    }
}

extension Endpoint {
    /// Whether the call asks before it is made (`--yes`).
    public var needsConsent: Bool { warning != nil }

    /// Every example of every line.
    public var examples: [String] { lines.flatMap(\.examples) }

    /// The parameter that fills this wire field, the two ends of a range included.
    public func parameter(_ field: String) -> Parameter? {
        parameters.first { $0.fields.contains(field) }
    }

    /// The parameters a line offers. An argument is required wherever a line has it.
    public func parameters(of line: VerbLine) -> [Parameter] {
        parameters.filter { line.offers($0) }.map { $0.role == .argument ? $0.required : $0 }
    }

    /// The wire field that a refusal with this code is about.
    public func blamed(by code: Int) -> String? {
        refusals.first { $0.code == code }?.field
    }
}
