extension Endpoint {
    /// The rows an answer's `data` holds, each with the form its schema names. Of another form than
    /// `shapeProblem(of:)` allows there are none.
    public func rows(of data: JSON) -> [JSON] {
        switch returns.rows {
        case .nothing: []
        case .data: data.object == nil ? [] : [returns.schema.normalised(data)]
        case .array: (data.array ?? []).map(returns.schema.normalised)
        case .member(let name): (data[name]?.array ?? []).map { returns.schema.normalised($0["meta"] ?? $0) }
        case .map(let key): (data.object ?? [:]).map { member in Endpoint.row(member.value, named: member.key, key) }
        }
    }

    /// Whether a refusal with this code only says that there are no rows.
    public func meansNoRows(_ code: Int) -> Bool { returns.empty == code }

    private static func row(_ value: JSON, named name: String, _ key: String) -> JSON {
        var members: JSONObject = [key: .string(name)]
        for (key, value) in value.object ?? [:] { members.append(key, value) }
        return .object(members)
    }
}

extension RecordSchema {
    /// Brings the forms one field is met in to one: an e-mail address in an array stands alone.
    public func normalised(_ row: JSON) -> JSON {
        guard case .object(var members) = row, fields.contains(where: { $0.kind == .email }) else { return row }
        for field in fields where field.kind == .email {
            guard let items = members[field.wire]?.array else { continue }
            if items.count < 2 { members[field.wire] = items.first ?? "" }
        }
        return .object(members)
    }
}

extension RecordField {
    /// Whether the value says nothing: absent, null, `""`, an empty list, or 0 where a date should be.
    public func isEmpty(_ value: JSON?) -> Bool {
        switch value {
        case nil, .null, .string(""), .array([]): true
        case .number("0"): if case .date = kind { true } else { false }
        default: false
        }
    }
}
