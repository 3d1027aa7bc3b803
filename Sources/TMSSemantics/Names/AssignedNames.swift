import TMSSyntax

/// The names that get a new value (`$n = …`) in a stretch of statements.
enum AssignedNames {
    static func within(_ statements: [StatementSyntax]) -> Set<String> {
        var names: Set<String> = []
        collect(statements, into: &names)
        return names
    }

    private static func collect(_ statements: [StatementSyntax], into names: inout Set<String>) {
        for statement in statements { collect(statement, into: &names) }
    }

    private static func collect(_ statement: StatementSyntax, into names: inout Set<String>) {
        switch statement.kind {
        case .assign(let name, _): names.insert(name.name)
        case .for(let loop): collect(loop.body.statements, into: &names)
        case .while(_, let body), .limit(_, let body): collect(body.statements, into: &names)
        case .if(let branches): for branch in branches { collect(branch.body.statements, into: &names) }
        case .define(let definition): collect(definition.body.statements, into: &names)
        case .try(let body, let otherwise):
            collect(body.statements, into: &names)
            collect(otherwise.statements, into: &names)
        case .prefixed(_, let inner): collect(inner, into: &names)
        default: break
        }
    }
}
