extension Endpoint {
    /// Why `data` cannot be what this call answers, as a sentence without a full stop; nil where it can.
    ///
    /// An answer of another form must not be taken for one without rows. Where there may be no rows, `[]` stands for
    /// an object without members, as the service's language writes it.
    public func shapeProblem(of data: JSON) -> String? {
        switch returns.rows {
        case .nothing: return nil
        case _ where data == [] && returns.rows != .data: return nil
        case .data:
            guard let members = data.object else { return "data is \(data.formName), not an object" }
            let isKnown = returns.schema.fields.contains { members[$0.wire] != nil }
            return isKnown ? nil : "data has none of the fields of \(returns.schema.name)"
        case .array: return Self.rowProblem(data, named: "data")
        case .member(let name):
            guard data.object != nil else { return "data is \(data.formName), not an object" }
            return Self.rowProblem(data[name] ?? .null, named: "data.\(name)") ?? Page.problem(in: data)
        case .map:
            guard let members = data.object else { return "data is \(data.formName), not an object" }
            let odd = members.first { $0.value.object == nil }
            return odd.map { "data.\($0.key) is \($0.value.formName), not an object" }
        }
    }

    private static func rowProblem(_ rows: JSON, named name: String) -> String? {
        guard let items = rows.array else { return "\(name) is \(rows.formName), not a list" }
        guard let odd = items.firstIndex(where: { $0.object == nil }) else { return nil }
        return "\(name)[\(odd)] is \(items[odd].formName), not an object"
    }
}

extension Page {
    /// More rows than any account can have: what is above is no number of rows.
    private static let largestTotal = 1_000_000_000_000

    fileprivate static func problem(in data: JSON) -> String? {
        for name in ["total", "limit", "page"] {
            guard let value = data[name], !value.isBlank else { continue }
            guard let number = value.integer, (0...largestTotal).contains(number) else {
                return "data.\(name) is \(value.compact), not a number of rows"
            }
        }
        return nil
    }
}

extension JSON {
    /// `a text`, `null`: what a value is, for a message.
    fileprivate var formName: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
