import TMSSyntax

/// The names that get a new value (`$n = …`) in a stretch of statements.
enum AssignedNames {
    static func within(_ statements: [StatementSyntax]) -> Set<String> {
        var names: Set<String> = []
        each(statements) { name, _ in names.insert(name.name) }
        return names
    }

    /// Goes through the assignments, those in blocks and definitions included.
    static func each(_ statements: [StatementSyntax], _ body: (NameSyntax, PipelineSyntax) -> Void) {
        for statement in statements { each(statement, body) }
    }

    private static func each(_ statement: StatementSyntax, _ visit: (NameSyntax, PipelineSyntax) -> Void) {
        switch statement.kind {
        case .assign(let name, let value): visit(name, value)
        case .for(let loop): each(loop.body.statements, visit)
        case .while(_, let body), .limit(_, let body): each(body.statements, visit)
        case .if(let branches): for branch in branches { each(branch.body.statements, visit) }
        case .define(let definition): each(definition.body.statements, visit)
        case .try(let body, let otherwise):
            each(body.statements, visit)
            each(otherwise.statements, visit)
        case .prefixed(_, let inner): each(inner, visit)
        default: break
        }
    }
}

/// The names whose new values may be lists: `$all = $all + $page`, but not `$n = $n + 1` where `$n` was one value before.
enum GrowingNames {
    static func within(_ statements: [StatementSyntax]) -> Set<String> {
        var names: Set<String> = []
        AssignedNames.each(statements) { name, value in
            if !isOne(value, name.name) { names.insert(name.name) }
        }
        return names
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
        default: false
        }
    }
}
