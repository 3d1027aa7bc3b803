import TMSSyntax

// Conditions that exclude each other, so that no row passes all of them.
extension Checker {
    /// Tests of one row that must all hold; what the verb was asked for is one of them.
    mutating func checkTogether(_ tests: [ExpressionSyntax]) {
        guard isInCondition else { return }
        var wanted = asked
        for test in tests {
            guard let (field, values) = values(wantedBy: test) else { continue }
            if let before = wanted[field], before.isDisjoint(with: values) {
                let words = before.sorted().map { "`\($0)`" }.joined(separator: " or ")
                report(
                    CheckDiagnostics.neverHolds(
                        "`\(field)` is \(words) in the rows that are left", at: place(test.range)))
                return
            }
            wanted[field] = wanted[field].map { $0.intersection(values) } ?? values
        }
    }

    /// `status is transit`, `via in ups, dhl`: the field, and the values in their normal form that it may have.
    private mutating func values(wantedBy test: ExpressionSyntax) -> (field: String, values: Set<String>)? {
        let left: ExpressionSyntax
        let right: [ExpressionSyntax]
        switch test.unparenthesized.kind {
        case .comparison(let op, let field, let value) where op == .is || op == .equal: (left, right) = (field, [value])
        case .membership(let field, .values(let values), negated: false): (left, right) = (field, values)
        // No other test names its values.
        default: return nil
        }
        guard case .field(let name) = left.unparenthesized.kind, let row = row?.row,
            case .field(.text(let kind)) = row.lookup(name)
        else { return nil }
        let field = row.declaration(of: name)?.name ?? name
        var values: Set<String> = []
        for value in right {
            guard let normal = normalForm(of: value, kind) else { return nil }
            values.insert(normal)
        }
        return (field, values)
    }

    /// What the labels of the verb allow: `list status transit, pickup`.
    mutating func askedFields(_ source: SourceSyntax) -> [String: Set<String>] {
        guard case .command(let command) = source, case .verb(let id) = command.callee, vocabulary[id].effect == .read,
            let schema = vocabulary[id].returns, let table = vocabulary.schema(named: schema)
        else { return [:] }
        var asked: [String: Set<String>] = [:]
        for given in command.clauses where vocabulary[id].clauses.indices.contains(given.index) {
            guard let field = table.field(named: vocabulary[id].clauses[given.index].label) else { continue }
            let values: [ExpressionSyntax]
            switch given.value {
            case .value(let value): values = [value]
            case .list(let list): values = list
            case .flag, .range: continue
            }
            let normal = values.map { normalForm(of: $0, field.kind) }
            guard !normal.contains(nil), !normal.isEmpty else { continue }
            asked[field.name] = Set(normal.compactMap { $0 })
        }
        return asked
    }

    /// Two values exclude each other only where each has one spelling.
    private mutating func normalForm(of value: ExpressionSyntax, _ kind: ValueKind) -> String? {
        guard kind == .status, let text = value.unparenthesized.literalText, !text.isEmpty else { return nil }
        return context.normalForm(of: text, as: .status)
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
