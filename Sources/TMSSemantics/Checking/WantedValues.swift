import TMSSyntax

/// The values that rows can still have, by field, as far as the script says: conditions that exclude each other let no
/// row pass.
struct WantedValues {
    private(set) var values: [String: Set<String>] = [:]

    init() {}

    /// What the labels of a verb allow: `list status transit, pickup`.
    init(_ source: SourceSyntax, _ vocabulary: Vocabulary, _ context: any CheckContext) {
        guard case .command(let command) = source, case .verb(let id) = command.callee, vocabulary[id].effect == .read,
            let schema = vocabulary[id].returns, let table = vocabulary.schema(named: schema)
        else { return }
        for given in command.clauses where vocabulary[id].clauses.indices.contains(given.index) {
            guard let field = table.field(named: vocabulary[id].clauses[given.index].label) else { continue }
            let written: [ExpressionSyntax]
            switch given.value {
            case .value(let value): written = [value]
            case .list(let list): written = list
            case .flag, .range: continue
            }
            let normal = written.map { Self.normalForm(of: $0, field.kind, context) }
            guard !normal.contains(nil), !normal.isEmpty else { continue }
            values[field.name] = Set(normal.compactMap { $0 })
        }
    }

    /// Adds a test of the rows.
    ///
    /// - Returns: what the rows were before, where the test excludes all that they could have had.
    mutating func add(
        _ test: ExpressionSyntax, of row: RowType?, _ context: any CheckContext
    ) -> (field: String, before: Set<String>)? {
        guard let (field, wanted) = Self.values(wantedBy: test, row, context) else { return nil }
        if let before = values[field], before.isDisjoint(with: wanted) { return (field, before) }
        values[field] = values[field].map { $0.intersection(wanted) } ?? wanted
        return nil
    }

    /// `status is transit`, `via in ups, dhl`: the field, and the values in their normal form that it may have.
    private static func values(
        wantedBy test: ExpressionSyntax, _ row: RowType?, _ context: any CheckContext
    ) -> (field: String, values: Set<String>)? {
        let left: ExpressionSyntax
        let right: [ExpressionSyntax]
        switch test.unparenthesized.kind {
        case .comparison(let op, let field, let value) where op == .is || op == .equal: (left, right) = (field, [value])
        case .membership(let field, .values(let values), negated: false): (left, right) = (field, values)
        // No other test names its values.
        default: return nil
        }
        guard case .field(let name) = left.unparenthesized.kind, let row,
            case .field(.text(let kind)) = row.lookup(name)
        else { return nil }
        let field = row.declaration(of: name)?.name ?? name
        var values: Set<String> = []
        for value in right {
            guard let normal = normalForm(of: value, kind, context) else { return nil }
            values.insert(normal)
        }
        return (field, values)
    }

    /// Two values exclude each other only where each has one spelling.
    private static func normalForm(
        of value: ExpressionSyntax, _ kind: ValueKind, _ context: any CheckContext
    ) -> String? {
        guard kind == .status, let text = value.unparenthesized.literalText, !text.isEmpty else { return nil }
        return context.normalForm(of: text, as: .status)
    }
}

extension Checker {
    /// Tests of one row that must all hold; what the verb was asked for is one of them.
    mutating func checkTogether(_ tests: [ExpressionSyntax]) {
        guard isInCondition else { return }
        var wanted = wanted
        for test in tests {
            guard let (field, before) = wanted.add(test, of: row?.row, context) else { continue }
            let words = before.sorted().map { "`\($0)`" }.joined(separator: " or ")
            report(
                CheckDiagnostics.neverHolds("`\(field)` is \(words) in the rows that are left", at: place(test.range)))
            return
        }
    }
}

extension StageSyntax {
    /// Gives rows other values than the verb has answered with.
    var changesFields: Bool {
        switch outcome {
        case .otherFields, .joined, .groups, .summary, .answer: true
        case .sameRows, .presented, .fewerFields, .oneRow, .saved: false
        }
    }
}
