/// What became of one item of a bulk call.
public enum Outcome: Sendable, Equatable {
    /// The rows of the answer that belong to it; mostly one.
    case done([JSON])
    case refused(Refusal, message: String?)
}

extension Endpoint {
    /// Tells a bulk answer apart: what became of each item, in the order of the items.
    public func outcomes(of answer: Answer, for items: [JSONObject], in dialect: Dialect) -> [Outcome] {
        guard let bulk else { return items.map { _ in .done([]) } }
        switch bulk.answer {
        case .inOrder:
            let rows = answer.data.array ?? []
            return items.indices.map { .done(rows.indices.contains($0) ? [rows[$0]] : []) }
        case .keyed(let field):
            return items.map { item in
                let key = item[field]?.text ?? ""
                let row = answer.data[key] ?? AirWaybill(key).flatMap { answer.data[$0.dashed] }
                return .done(row.map { [Endpoint.named(key, $0, returns)] } ?? [])
            }
        case .lists(let done, let wrapper, let failed):
            return listed(bulk, items, answer.data, done: done, wrapper: wrapper, failed: failed, dialect)
        }
    }

    private func listed(
        _ bulk: Bulk, _ items: [JSONObject], _ data: JSON, done: String, wrapper: String?, failed: String?,
        _ dialect: Dialect
    ) -> [Outcome] {
        guard let listed = data[done]?.array else { return items.map { _ in .done([]) } }
        let schema = dialect.bulkTarget(of: self)?.returns.schema ?? returns.schema
        let rows = listed.map { row in schema.normalised(wrapper.flatMap { row[$0] } ?? row) }
        let keys = rows.map { bulk.keys(ofRow: $0) }
        let refused = failed.flatMap { data[$0]?.array } ?? []
        let refusedKeys = refused.map { bulk.keys(ofRow: $0) }
        return items.map { item in
            let key = bulk.key(of: item)
            let found = keys.indices.filter { bulk.belongs(keys[$0], to: key) }.map { rows[$0] }
            if !found.isEmpty { return .done(found) }
            if let index = refusedKeys.firstIndex(where: { bulk.belongs($0, to: key) }) {
                let code = refused[index]["code"]?.integer ?? bulk.missing ?? 4012
                return .refused(dialect.refusal(code), message: refused[index]["message"]?.string)
            }
            return bulk.missing.map { .refused(dialect.refusal($0), message: nil) } ?? .done([])
        }
    }

    private static func named(_ key: String, _ value: JSON, _ returns: Returns) -> JSON {
        guard case .map(let field) = returns.rows, case .object(let members) = value else { return value }
        var row: JSONObject = [field: .string(AirWaybill(key)?.dashed ?? key)]
        for (key, value) in members { row.append(key, value) }
        return .object(row)
    }
}

extension Bulk {
    fileprivate func key(of item: JSONObject) -> [String] {
        match.map { item[$0.field]?.text?.lowercased() ?? "" }
    }

    fileprivate func keys(ofRow row: JSON) -> [[String]] {
        match.map { field in field.answered.compactMap { row[$0]?.text?.lowercased() } }
    }

    /// A field one side lacks does not tell them apart.
    fileprivate func belongs(_ row: [[String]], to item: [String]) -> Bool {
        zip(row, item).allSatisfy { answered, wanted in
            wanted.isEmpty || answered.allSatisfy(\.isEmpty) || answered.contains(wanted)
        }
    }
}
