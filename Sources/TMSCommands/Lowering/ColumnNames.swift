import TMSRuntime

/// How the columns of a file are spelt: `Number` is the column that a verb calls `number`.
struct ColumnNames {
    private var shape: Shape?
    /// The spelling found for each name; `nil` where there is none.
    private var spellings: [String: String?] = [:]

    /// What a row holds in a column.
    struct Cell {
        let value: Value
        /// As the row spells it.
        let name: String
    }

    /// The first of these fields of the record that holds something: as they are written, else but for capitals.
    mutating func cell(of names: [String], in record: Record, _ environment: Environment) -> Cell? {
        for name in names {
            let value = record.value(of: name, environment)
            if !value.isEmpty { return Cell(value: value, name: record.shape.key(of: name) ?? name) }
        }
        guard !record.shape.isOfService else { return nil }
        for name in names {
            guard let spelling = spelling(of: name, in: record.shape) else { continue }
            let value = record.value(of: spelling, environment)
            if !value.isEmpty { return Cell(value: value, name: spelling) }
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
