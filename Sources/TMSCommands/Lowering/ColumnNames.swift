import TMSRuntime

/// How the columns of a file are spelt: `Number` is the column that a verb calls `number`.
struct ColumnNames {
    private var shape: Shape?
    /// The spelling found for each name; `nil` where there is none.
    private var spellings: [String: String?] = [:]

    /// The first of these fields of the record that holds something: as they are written, else but for capitals.
    mutating func value(of names: [String], in record: Record, _ environment: Environment) -> Value? {
        if let value = record.firstValue(of: names, environment) { return value }
        guard record.shape.kind == nil else { return nil }
        for name in names {
            guard let spelling = spelling(of: name, in: record.shape) else { continue }
            let value = record.value(of: spelling, environment)
            if !value.isEmpty { return value }
        }
        return nil
    }

    private mutating func spelling(of name: String, in shape: Shape) -> String? {
        if shape !== self.shape {
            self.shape = shape
            spellings = [:]
        }
        if let known = spellings[name] { return known }
        let found = shape.key(ignoringCase: [name])
        spellings[name] = .some(found)
        return found
    }
}
