import TrackingMore

/// A request understood: which endpoint, and the fields of each item, blank ones left out.
struct Call: Sendable {
    let endpoint: Endpoint
    /// The fields of a call about one thing; of a bulk call, nothing.
    let fields: JSONObject
    /// The items of a bulk call, in order, each with what is wrong with it.
    let items: [Item]

    struct Item: Sendable {
        let fields: JSONObject
        let refused: Refused?
    }
}

extension Call {
    /// Reads the body and the query as the endpoint declares them, and checks them in the order the service does.
    static func read(
        _ endpoint: Endpoint, path: JSONObject, target: RequestTarget, request: HTTPRequest, behaviour: Behaviour
    ) throws(Refused) -> Call {
        let body = try parsed(request.body)
        let reader = FieldReader(endpoint: endpoint, behaviour: behaviour)
        switch endpoint.payload {
        case .none, .object:
            var given = target.query
            if let body {
                // PHP writes an object without members as an array.
                guard let members = body.object ?? (body == .array([]) ? JSONObject() : nil) else {
                    throw Refused(4012)
                }
                for (key, value) in members where given[key] == nil { given.append(key, value) }
            }
            for (key, value) in path { given[key] = value }
            let fields = try reader.checked(reader.fields(given, headers: request.headers))
            return Call(endpoint: endpoint, fields: fields, items: [])
        case .array(let limit):
            guard var elements = body?.array, !elements.isEmpty else { throw Refused(4012) }
            if elements.count > limit, let code = [202, 4020].first(where: { endpoint.refuses($0) }) {
                if behaviour.refusesLongArrays { throw Refused(code) }
                elements = Array(elements.prefix(limit))
            }
            return Call(endpoint: endpoint, fields: [:], items: elements.map { reader.item($0) })
        }
    }

    private static func parsed(_ body: [UInt8]) throws(Refused) -> JSON? {
        guard body.contains(where: { $0 > 0x20 }) else { return nil }
        do {
            return try JSON(parsing: body)
        } catch {
            throw Refused(4015, "The request body is not valid JSON.")
        }
    }
}

extension Endpoint {
    func refuses(_ code: Int) -> Bool { refusals.contains { $0.code == code } }
}
