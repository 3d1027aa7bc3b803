import TMSSyntax

/// The variables of a text that can be seen at a place of it.
struct VisibleNames {
    private(set) var variables: Set<String> = []
    private let place: Int

    init(at place: Int) { self.place = place }

    /// Those of statements before the place, and of the block that holds it.
    mutating func add(_ statements: [StatementSyntax]) {
        for statement in statements where statement.range.lower < place { add(statement) }
    }

    private mutating func add(_ statement: StatementSyntax) {
        switch statement.kind {
        // In its own value the name is not known yet.
        case .let(let name, let value): if value.range.upper < place { variables.insert(name.name) }
        case .param(let parameter): variables.insert(parameter.name.name)
        case .for(let loop): enter(loop.body, [loop.name.name] + [loop.index?.name].compactMap { $0 })
        case .while(_, let body), .limit(_, let body): enter(body)
        case .if(let branches): for branch in branches { enter(branch.body) }
        case .define(let definition): enter(definition.body, definition.parameters.map(\.name.name))
        case .try(let body, let otherwise):
            enter(body)
            enter(otherwise, ["error"])
        case .prefixed(_, let inner): add(inner)
        case .assign, .break, .continue, .return, .exit, .wait, .use, .readOnly, .print, .fail, .expect, .help,
            .pipeline, .missing:
            break
        }
    }

    /// A block that has ended before the place keeps its names to itself.
    private mutating func enter(_ block: BlockSyntax, _ names: [String] = []) {
        guard block.range.lower < place, place <= block.range.upper else { return }
        variables.formUnion(names)
        add(block.statements)
    }
}
