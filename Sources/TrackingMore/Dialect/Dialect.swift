/// One version of the service's interface, as the layers above see it: what can be asked, how it says no, and what it
/// calls what tms reads.
///
/// The layers above are handed one. They know no field name, code or address of the wire beside it.
public final class Dialect: Sendable {
    /// Without a trailing slash, version included.
    public let defaultBaseURL: String
    /// The header that carries the key.
    public let keyHeader: String
    /// Every call, in the order help lists them.
    public let endpoints: [Endpoint]
    /// The calls that tms makes by itself.
    public let calls: Calls
    /// Every meta code that is not a success.
    public let refusals: [Refusal]
    /// What tms expects the service to answer to calls that it does not make.
    public let expected: ExpectedRefusals
    public let fields: FieldRoles
    /// Rows that a page of the list may hold.
    public let largestPage: Int
    private let endpointsByID: [Endpoint.ID: Endpoint]
    private let refusalsByCode: [Int: Refusal]

    /// Calls that tms makes by itself, to know what it must before it makes another or instead of one.
    public struct Calls: Sendable {
        public let create: Endpoint
        public let update: Endpoint
        /// The parcels of the account, page by page or by their numbers.
        public let list: Endpoint
        /// The carriers that the service knows.
        public let carriers: Endpoint
        /// The carriers a number may belong to.
        public let detect: Endpoint
        /// Who owns the account, and what is left of its quota.
        public let account: Endpoint

        public init(
            create: Endpoint, update: Endpoint, list: Endpoint, carriers: Endpoint, detect: Endpoint, account: Endpoint
        ) {
            self.create = create
            self.update = update
            self.list = list
            self.carriers = carriers
            self.detect = detect
            self.account = account
        }
    }

    /// The codes of refusals that tms predicts.
    public struct ExpectedRefusals: Sendable {
        /// The parcel is in the account already.
        public let alreadyThere: Int
        /// The parcel is not in the account.
        public let notThere: Int
        /// The carrier cannot be told from the number.
        public let carrierNotTold: Int

        public init(alreadyThere: Int, notThere: Int, carrierNotTold: Int) {
            self.alreadyThere = alreadyThere
            self.notThere = notThere
            self.carrierNotTold = carrierNotTold
        }
    }

    public init(
        defaultBaseURL: String, keyHeader: String, endpoints: [Endpoint], calls: Calls, refusals: [Refusal],
        expected: ExpectedRefusals, fields: FieldRoles, largestPage: Int
    ) {
        self.defaultBaseURL = defaultBaseURL
        self.keyHeader = keyHeader
        self.endpoints = endpoints
        self.calls = calls
        self.refusals = refusals
        self.expected = expected
        self.fields = fields
        self.largestPage = largestPage
        endpointsByID = Dictionary(endpoints.map { ($0.id, $0) }) { first, _ in first }
        refusalsByCode = Dictionary(refusals.map { ($0.code, $0) }) { first, _ in first }
    }
}

extension Dialect {
    public func endpoint(_ id: Endpoint.ID) -> Endpoint? { endpointsByID[id] }

    /// The call that takes several items of this one; nil for a call without a bulk form.
    public func bulkTarget(of endpoint: Endpoint) -> Endpoint? { endpoint.bulk.flatMap { self.endpoint($0.endpoint) } }

    /// The refusal of this code; an unlisted code is kept and described as such.
    public func refusal(_ code: Int) -> Refusal { refusalsByCode[code] ?? Refusal(unlisted: code) }

    /// The refusal an HTTP status stands for when the body is no envelope. A gateway that gave up (502, 504) leaves a
    /// write in doubt as a failure of the service does.
    func refusal(httpStatus: Int) -> Refusal? {
        refusalsByCode[httpStatus] ?? (httpStatus >= 500 ? refusalsByCode[500] : nil)
    }

    /// Whether a call answers page by page.
    public func isPaged(_ endpoint: Endpoint) -> Bool {
        endpoint.parameter(fields.request.page) != nil && endpoint.parameter(fields.request.limit) != nil
    }

    /// How many numbers one call of the list takes.
    public var numbersInCall: Int {
        if case .list(_, let most?)? = calls.list.parameter(fields.request.numbers)?.kind { most } else { 1 }
    }

    /// The record that stands for a parcel.
    public var parcelRecord: RecordSchema { calls.list.returns.schema }

    /// The record that stands for a carrier.
    public var carrierRecord: RecordSchema { calls.carriers.returns.schema }
}
