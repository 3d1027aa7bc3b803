import TrackingMore

/// An endpoint's path as a pattern for incoming ones.
struct Route: Sendable {
    let endpoint: Endpoint
    private let pieces: [Piece]
    private let required: Int

    private enum Piece: Sendable, Equatable {
        case word(String)
        case field(String)
    }

    /// Reads `/trackings/{carrier_code}/{tracking_number}[/{lang}]`.
    init(_ endpoint: Endpoint) {
        self.endpoint = endpoint
        var pieces: [Piece] = []
        var required = 0
        for part in endpoint.path.split(separator: "/") {
            let isOptional = part.hasSuffix("]")
            let name = part.filter { !"{}[]".contains($0) }
            pieces.append(part.contains("{") ? .field(String(name)) : .word(String(name)))
            // The bracket that opens an optional piece stands at the end of the piece before it.
            if !isOptional { required += 1 }
        }
        self.pieces = pieces
        self.required = required
    }

    /// How many of its pieces are filled by any text.
    var fields: Int { pieces.count { if case .field = $0 { true } else { false } } }
    var hasFields: Bool { fields > 0 }

    /// The fields the path fills; nil where it is another path.
    func match(_ segments: [String]) -> JSONObject? {
        guard (required...pieces.count).contains(segments.count) else { return nil }
        var fields = JSONObject()
        for (piece, segment) in zip(pieces, segments) {
            switch piece {
            case .word(let word): if word != segment { return nil }
            case .field(let name): fields.append(name, .string(segment))
            }
        }
        return fields
    }
}

/// Every call of a catalogue by its path and its method.
struct Routes: Sendable {
    private let all: [Route]

    /// A request that means a call by another method than the call's own; a contested point each.
    enum Tolerance: Sendable {
        case getForPost, postForPut
    }

    struct Match: Sendable {
        let endpoint: Endpoint
        /// The fields the path fills.
        let path: JSONObject
        var tolerance: Tolerance?
    }

    init(_ endpoints: [Endpoint]) {
        // A path that says more in words is meant before one that any words fit.
        all = endpoints.map(Route.init).enumerated()
            .sorted { ($0.element.fields, $0.offset) < ($1.element.fields, $1.offset) }.map(\.element)
    }

    /// Finds the call a request makes: 404 for an unknown path, 405 for a known one with the wrong method.
    func find(_ method: String, _ segments: [String]) throws(Refused) -> Match {
        let candidates = matches(segments)
        func first(_ wanted: Method, _ tolerance: Tolerance?, hasFields: Bool? = nil) -> Match? {
            candidates.first { route, _ in
                route.endpoint.method == wanted && hasFields.map { $0 == route.hasFields } ?? true
            }.map { Match(endpoint: $0.0.endpoint, path: $0.1, tolerance: tolerance) }
        }
        if let own = Method(rawValue: method), let exact = first(own, nil) { return exact }
        switch method {
        // The vendor's own PHP and Java clients read lists with POST.
        case "POST": if let read = first(.get, nil, hasFields: false) ?? first(.put, .postForPut) { return read }
        case "GET": if let made = first(.post, .getForPost) { return made }
        // The same answer without its body, which the transport leaves out.
        case "HEAD": return try find("GET", segments)
        default: break
        }
        throw Refused(candidates.isEmpty ? 404 : 405)
    }

    /// The methods a path answers to; none for one that is unknown.
    func methods(_ segments: [String]) -> [String] {
        let own = Set(matches(segments).map(\.0.endpoint.method.rawValue))
        guard !own.isEmpty else { return [] }
        return ["GET", "POST", "PUT", "DELETE"].filter(own.contains) + (own.contains("GET") ? ["HEAD"] : []) + [
            "OPTIONS"
        ]
    }

    private func matches(_ segments: [String]) -> [(Route, JSONObject)] {
        all.compactMap { route in route.match(segments).map { (route, $0) } }
    }
}
