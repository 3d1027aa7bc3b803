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
    /// Parcels it is about.
    public let items: Int
    /// Calls a second that the service allows for it.
    public let rate: Int
    public let cost: Endpoint.Cost

    /// A call of an endpoint.
    public init(_ request: APIRequest, of endpoint: Endpoint, items: Int = 1) {
        self.request = request
        self.items = items
        isWrite = endpoint.effect.isWrite
        rate = endpoint.rate
        cost = endpoint.cost
    }

    /// A free-hand call; anything but a GET is taken for a write.
    public init(freeHand request: APIRequest) {
        self.request = request
        items = 1
        isWrite = request.method != .get
        rate = 1
        cost = .unknown
    }
}
