import Synchronization
public import TMSSyntax
public import TrackingMore

/// The API's answer, beside the language's `Answer` of the same name.
public typealias APIAnswer = TrackingMore.Answer

/// One link of the chain that every request passes. A link knows only the next one.
public protocol RequestHandler: Sendable {
    func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer
}

/// A request with what the links of the chain need to know about it.
public struct OutgoingRequest: Sendable {
    public let request: APIRequest
    /// Whether it changes the account.
    public let isWrite: Bool
    /// Whether it takes from the quota although it only reads.
    public let isPaidRead: Bool
    /// Parcels it is about.
    public let items: Int
    /// Calls a second that the service allows for it.
    public let rate: Int
    public let cost: Endpoint.Cost
    /// How often it was sent, the attempts of all links of the chain together.
    let attempts = AttemptCount()
    /// Whose answer it is, which has a form; nil for a call made by hand.
    public let endpoint: Endpoint?

    /// A call of an endpoint.
    public init(_ request: APIRequest, of endpoint: Endpoint, items: Int = 1) {
        self.request = request
        self.items = items
        isWrite = endpoint.effect.isWrite
        isPaidRead = endpoint.isPaidRead
        rate = endpoint.rate
        cost = endpoint.cost
        self.endpoint = endpoint
    }

    /// A call made by hand, with what its method and path are known to do.
    public init(freeHand request: APIRequest, _ effect: LineEffect) {
        self.request = request
        items = 1
        isWrite = effect.effect.isWrite
        isPaidRead = effect.isPaidRead
        rate = 1
        cost = .unknown
        endpoint = nil
    }

    /// Whether a plan does not send it: a write, and a read that is not known to be free.
    var isHeldBackWhenPlanned: Bool { isWrite || isPaidRead || endpoint != nil && cost != .free }

    /// What it was about, in a log: the rows that were sent, or those that came.
    func rows(of answer: APIAnswer?) -> Int {
        if isWrite || isPaidRead { return items }
        guard let answer, let endpoint else { return 0 }
        return endpoint.rows(of: answer.data).count
    }

    /// Whether a second one is harmless where the first has arrived: it changes nothing and costs nothing.
    var isHarmless: Bool { !isWrite && !isPaidRead && (endpoint == nil || cost == .free) }
}

/// Counts how often a request was sent.
final class AttemptCount: Sendable {
    private let count = Atomic(0)

    /// The number of the attempt that begins, from 1 on.
    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
