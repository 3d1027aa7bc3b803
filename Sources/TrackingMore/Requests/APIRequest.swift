/// One call of the API, ready to be sent: nothing in it still needs to be looked up.
public struct APIRequest: Sendable, Equatable {
    /// The endpoint it was built from; nil for a free-hand call.
    public let endpoint: Endpoint.ID?
    public let method: Method
    /// Below the base URL, query included, percent-encoded: `/trackings/get?page=1`.
    public let path: String
    /// Headers beside the ones every request has.
    public let headers: [(name: String, value: String)]
    public let body: JSON?

    public init(
        endpoint: Endpoint.ID? = nil, method: Method, path: String,
        headers: [(name: String, value: String)] = [], body: JSON? = nil
    ) {
        self.endpoint = endpoint
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }

    public static func == (left: APIRequest, right: APIRequest) -> Bool {
        left.endpoint == right.endpoint && left.method == right.method && left.path == right.path
            && left.body == right.body && left.headers.elementsEqual(right.headers, by: ==)
    }
}

public enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
}

/// Why a request cannot be built.
public enum RequestError: Error, Sendable, Equatable {
    /// A required wire field is absent or blank.
    case missing(field: String)
    /// A wire field the endpoint does not have.
    case unknown(field: String)
    /// A value of a shape that does not go there: a list in a path, a record in a query.
    case unfit(field: String)
    /// More items than one call takes.
    case tooMany(count: Int, limit: Int)
    /// No items at all.
    case nothing
    /// The endpoint has no bulk form.
    case notBulk
}
