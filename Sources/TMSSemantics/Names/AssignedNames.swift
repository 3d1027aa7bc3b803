import TMSSyntax

/// The names that get a new value (`$n = …`) in a stretch of statements.
enum AssignedNames {
    static func within(_ statements: [StatementSyntax]) -> Set<String> {
        Set(Assignments.within(statements).map(\.name.name))
    }
}

/// The names whose new values may be lists: `$all = $all + $page`, but not `$n = $n + 1` where `$n` was one value before.
enum GrowingNames {
    static func within(_ statements: [StatementSyntax]) -> Set<String> {
        let growing = Assignments.within(statements).filter { !isOne($0.value, $0.name.name) }
        return Set(growing.map(\.name.name))
    }

    private static func isOne(_ pipeline: PipelineSyntax, _ name: String) -> Bool {
        guard pipeline.stages.isEmpty, case .expression(let value) = pipeline.source else { return false }
        return isOne(value, name)
    }

    /// Surely one value and no list, if the name was. A sum of a list and something is a list, of anything else none.
    private static func isOne(_ value: ExpressionSyntax, _ name: String) -> Bool {
        switch value.kind {
        case .number, .word, .string, .boolean, .empty, .date, .duration, .ago, .negate, .not, .isEmpty, .comparison,
            .membership, .and, .or:
            true
        case .variable(let other): other == name
        case .parenthesized(let inner): isOne(inner, name)
        case .binary(.range, _, _): false
        case .binary(.otherwise, let left, let right): isOne(left, name) && isOne(right, name)
        case .binary(.add, let left, _): isOne(left, name)
        case .binary: true
        case .call(let function, _, _):
            switch Function.named(function)?.result {
            case .list, .any, nil: false
            default: true
            }
        case .those, .rows, .field, .member, .index, .list, .record, .pipeline, .missing: false
        }
    }
}

/// Collects the assignments, those in blocks and definitions included.
private struct Assignments: SyntaxWalker {
    private var found: [(name: NameSyntax, value: PipelineSyntax)] = []

    static func within(_ statements: [StatementSyntax]) -> [(name: NameSyntax, value: PipelineSyntax)] {
        var walk = Assignments()
        walk.visit(statements)
        return walk.found
    }

    mutating func visit(_ statement: StatementSyntax) {
        if case .assign(let name, let value) = statement.kind { found.append((name, value)) }
        walk(statement)
    }

    // No statement stands inside of these.
    mutating func visit(_ pipeline: PipelineSyntax) {}
    mutating func visit(_ value: ExpressionSyntax) {}
}
