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
    public func bulkRequest(
        _ items: [JSONObject], in dialect: Dialect, keepingBlanks: Bool = false
    ) throws(RequestError) -> APIRequest {
        guard let bulk, let target = dialect.bulkTarget(of: self) else { throw .notBulk }
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
        RequestTemplate.place(of: parameter, template.segments, payload)
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
        for field in arguments.keys where !template.has(field) { throw .unknown(field: field) }
        for slot in template.slots {
            let value = arguments[slot.field]
            if slot.isRequired, value?.isBlank ?? true { throw .missing(field: slot.field) }
            if let limit = slot.limit, slot.place != .local, case .array(let items)? = value, items.count > limit {
                throw .tooMany(count: items.count, limit: limit)
            }
        }
    }

    private func bodyMembers(_ arguments: JSONObject, _ keepingBlanks: Bool) -> JSONObject {
        var members = JSONObject()
        for slot in template.slots where slot.place == .body {
            guard let value = arguments[slot.field], keepingBlanks || !value.isBlank else { continue }
            let sent = slot.limit == 1 ? single(value) : value
            members.append(slot.field, slot.isInCapitals ? sent.inCapitals : sent)
        }
        return members
    }

    /// A list that the service takes one of at a time goes as that one.
    private func single(_ value: JSON) -> JSON {
        guard case .array(let items) = value, let only = items.first else { return value }
        return only
    }

    /// The path with its names filled; an optional segment goes with its value.
    private func filledPath(_ arguments: JSONObject) throws(RequestError) -> String {
        var result = ""
        for segment in template.segments {
            switch segment {
            case .literal(let text): result += text
            case .field(let field):
                guard let text = try scalar(arguments[field], field) else { throw .missing(field: field) }
                result += PercentEncoding.encode(text)
            case .optionalField(let field):
                guard let text = try scalar(arguments[field], field) else { continue }
                result += "/" + PercentEncoding.encode(text)
            }
        }
        return result
    }

    private func query(_ arguments: JSONObject) throws(RequestError) -> String {
        var parts: [String] = []
        for slot in template.slots where slot.place == .query {
            guard let value = arguments[slot.field], !value.isBlank else { continue }
            var texts: [String] = []
            for item in value.array ?? [value] { if let text = try scalar(item, slot.field) { texts.append(text) } }
            guard !texts.isEmpty else { continue }
            parts.append(PercentEncoding.encode(slot.field) + "=" + PercentEncoding.encodeList(texts))
        }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    private func headers(_ arguments: JSONObject) throws(RequestError) -> [(name: String, value: String)] {
        var headers: [(name: String, value: String)] = []
        for slot in template.slots where slot.place == .header {
            guard let text = try scalar(arguments[slot.field], slot.field) else { continue }
            guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .unfit(field: slot.field) }
            headers.append((slot.field, text))
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

extension JSON {
    /// A text in capitals; anything else as it is.
    fileprivate var inCapitals: JSON {
        if case .string(let text) = self { .string(text.uppercased()) } else { self }
    }
}
