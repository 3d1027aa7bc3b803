extension Dialect {
    /// A body made by hand for one of the service's paths, the values of its known fields brought to the form the service
    /// takes: numbers without blanks, carriers and countries by their codes.
    ///
    /// What is no value of its kind stays as it is, for a call made by hand may try what the service says to it.
    public func normalized(byHand body: JSON, for path: String) -> JSON {
        normalized(body, for: path, kindsByHand)
    }

    private func normalized(_ body: JSON, for path: String, _ kinds: [String: Kind]) -> JSON {
        guard path.hasPrefix("/trackings") || path.hasPrefix("/carriers") else { return body }
        switch body {
        case .array(let items): return .array(items.map { normalized($0, for: path, kinds) })
        case .object(let object):
            var result = JSONObject()
            for (field, value) in object { result.append(field, normal(value, kinds[field])) }
            return .object(result)
        case .null, .bool, .number, .string: return body
        }
    }

    private func normal(_ value: JSON, _ kind: Kind?) -> JSON {
        guard let kind, case .string(let text) = value, !text.isEmpty,
            let wire = try? kind.wire(text)
        else { return value }
        return wire
    }

    /// Fields that mean one thing in every call.
    private var kindsByHand: [String: Kind] {
        var kinds: [String: Kind] = [:]
        for parameter in endpoints.flatMap(\.parameters) {
            switch parameter.kind {
            case .trackingNumber, .carrier, .country: kinds[parameter.field] = parameter.kind
            default: continue
            }
        }
        return kinds
    }
}
