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

    var hasFields: Bool { pieces.contains { if case .field = $0 { true } else { false } } }

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

extension Route {
    static let all = Endpoint.all.map(Route.init)

    /// Finds the call a request makes: 404 for an unknown path, 405 for a known one with the wrong verb.
    static func find(_ method: String, _ segments: [String]) -> Result<(Endpoint, JSONObject), Refused> {
        let candidates = all.compactMap { route in route.match(segments).map { (route, $0) } }
        if let exact = candidates.first(where: { $0.0.endpoint.method.rawValue == method }) {
            return .success((exact.0.endpoint, exact.1))
        }
        // The vendor's own PHP and Java clients read lists with POST.
        if method == "POST",
            let read = candidates.first(where: { $0.0.endpoint.method == .get && !$0.0.hasFields })
        {
            return .success((read.0.endpoint, read.1))
        }
        return .failure(Refused(candidates.isEmpty ? 404 : 405))
    }
}
