/// Sends one HTTP exchange. Knows nothing of the API; the real network and the simulator both answer it.
public protocol Transport: Sendable {
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}

/// One request as it goes on the wire.
public struct HTTPRequest: Sendable {
    /// Upper-case: `GET`, `POST`, `PUT`, `DELETE`.
    public var method: String
    /// Absolute, already percent-encoded.
    public var url: String
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public init(method: String, url: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// One response as it came off the wire.
public struct HTTPResponse: Sendable {
    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension [(name: String, value: String)] {
    /// The value of the first header of that name, whatever its case.
    public func value(ofHeader name: String) -> String? {
        let wanted = name.lowercased()
        return first { $0.name.lowercased() == wanted }?.value
    }
}
