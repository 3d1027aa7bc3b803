extension Endpoint {
    /// Builds the call for one item. Fields stand in the order they are declared in.
    ///
    /// - Parameter arguments: wire fields and values in wire form. A blank value of an optional field is left out,
    ///   unless `keepingBlanks` (editing clears a field with `""`).
    public func request(_ arguments: JSONObject, keepingBlanks: Bool = false) throws(RequestError) -> APIRequest {
        try check(arguments)
        let body: JSON?
        switch payload {
        case .none: body = nil
        case .object: body = .object(bodyMembers(arguments, keepingBlanks))
        case .array: body = .array([.object(bodyMembers(arguments, keepingBlanks))])
        }
        return try APIRequest(
            endpoint: id, method: method, path: filledPath(arguments) + query(arguments), headers: headers(arguments),
            body: body)
    }

    /// Builds one call for several items through the bulk form.
    public func bulkRequest(_ items: [JSONObject], keepingBlanks: Bool = false) throws(RequestError) -> APIRequest {
        guard let bulk, let target = Endpoint.named(bulk.endpoint) else { throw .notBulk }
        guard !items.isEmpty else { throw .nothing }
        guard items.count <= bulk.limit else { throw .tooMany(count: items.count, limit: bulk.limit) }
        switch bulk.shape {
        case .array:
            return try target.arrayRequest(items, keepingBlanks)
        case .commaSeparated(let query, let field):
            var arguments = shared(items, in: target, except: field)
            arguments[query] = .array(try values(of: field, in: items))
            return try target.request(arguments)
        case .listField(let field):
            var arguments = shared(items, in: target, except: field)
            arguments[field] = .array(try values(of: field, in: items))
            return try target.request(arguments)
        }
    }

    /// Where in the request a parameter goes.
    public func place(of parameter: Parameter) -> Parameter.Place {
        if let place = parameter.place { return place }
        if path.contains("{\(parameter.field)}") { return .path }
        return payload == .none ? .query : .body
    }
}

extension Endpoint {
    private func arrayRequest(_ items: [JSONObject], _ keepingBlanks: Bool) throws(RequestError) -> APIRequest {
        var body: [JSON] = []
        for item in items {
            try check(item)
            body.append(.object(bodyMembers(item, keepingBlanks)))
        }
        return APIRequest(endpoint: id, method: method, path: path, body: .array(body))
    }

    private func check(_ arguments: JSONObject) throws(RequestError) {
        for field in arguments.keys where parameter(field) == nil { throw .unknown(field: field) }
        for parameter in parameters where parameter.isRequired {
            guard let value = arguments[parameter.field], !value.isBlank else { throw .missing(field: parameter.field) }
        }
        for parameter in parameters {
            guard case .list(_, let max?) = parameter.kind, let items = arguments[parameter.field]?.array,
                items.count > max, place(of: parameter) != .local
            else { continue }
            throw .tooMany(count: items.count, limit: max)
        }
    }

    private func bodyMembers(_ arguments: JSONObject, _ keepingBlanks: Bool) -> JSONObject {
        var members = JSONObject()
        for parameter in parameters where place(of: parameter) == .body {
            for field in parameter.fields {
                guard let value = arguments[field], keepingBlanks || !value.isBlank else { continue }
                members.append(field, single(value, parameter.kind))
            }
        }
        return members
    }

    /// A list that the service takes one of at a time goes as that one.
    private func single(_ value: JSON, _ kind: Kind) -> JSON {
        guard case .list(_, 1) = kind, case .array(let items) = value, let only = items.first else { return value }
        return only
    }

    /// The path with its names filled; an optional segment goes with its value.
    private func filledPath(_ arguments: JSONObject) throws(RequestError) -> String {
        var result = ""
        var rest = path[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "[" }) {
            result += rest[..<open]
            let isOptional = rest[open] == "["
            let end = isOptional ? "]" as Character : "}"
            guard let close = rest[open...].firstIndex(of: end) else { break }
            let field = String(rest[open..<close].filter { !"{}[]/".contains($0) })
            if let text = try scalar(arguments[field], field) {
                result += (isOptional ? "/" : "") + PercentEncoding.encode(text)
            } else if !isOptional {
                throw .missing(field: field)
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private func query(_ arguments: JSONObject) throws(RequestError) -> String {
        var parts: [String] = []
        for parameter in parameters where place(of: parameter) == .query {
            for field in parameter.fields {
                guard let value = arguments[field], !value.isBlank else { continue }
                let name = PercentEncoding.encode(field)
                if case .array(let items) = value {
                    var texts: [String] = []
                    for item in items { if let text = try scalar(item, field) { texts.append(text) } }
                    if !texts.isEmpty { parts.append(name + "=" + PercentEncoding.encodeList(texts)) }
                } else if let text = try scalar(value, field) {
                    parts.append(name + "=" + PercentEncoding.encode(text))
                }
            }
        }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    private func headers(_ arguments: JSONObject) throws(RequestError) -> [(name: String, value: String)] {
        var headers: [(name: String, value: String)] = []
        for parameter in parameters where place(of: parameter) == .header {
            guard let text = try scalar(arguments[parameter.field], parameter.field) else { continue }
            headers.append((parameter.field, text))
        }
        return headers
    }

    /// The text of a value in a path, a query or a header; nil where there is nothing.
    private func scalar(_ value: JSON?, _ field: String) throws(RequestError) -> String? {
        switch value {
        case nil, .null: return nil
        case .string(let text), .number(let text): return text.isEmpty ? nil : text
        case .bool(let value): return value ? "true" : "false"
        case .array, .object: throw .unfit(field: field)
        }
    }

    /// The fields beside `field` that the first item has and the bulk call takes too, such as a language.
    private func shared(_ items: [JSONObject], in target: Endpoint, except field: String) -> JSONObject {
        var arguments = JSONObject()
        for (key, value) in items.first ?? JSONObject() where key != field {
            guard let parameter = target.parameter(key), target.place(of: parameter) != .local else { continue }
            arguments[key] = value
        }
        return arguments
    }

    private func values(of field: String, in items: [JSONObject]) throws(RequestError) -> [JSON] {
        var values: [JSON] = []
        for item in items {
            guard let value = item[field], !value.isBlank else { throw .missing(field: field) }
            if !values.contains(value) { values.append(value) }
        }
        return values
    }
}
