import TMSSemantics
import TMSSyntax

/// A definition that only computes: `define parcel(i) { return [id: $i, silent: $i % 30] }`.
///
/// Where it is called, its expression stands in its place. That changes speed and never meaning: it sees its parameters
/// and the outermost names, as in a call, and its failures point at its own text.
struct InlineDefinition {
    let formals: [FormalSyntax]
    let result: ExpressionSyntax

    init?(_ syntax: DefineSyntax) {
        guard syntax.body.statements.count == 1, case .return(let pipeline?)? = syntax.body.statements.first?.kind,
            pipeline.stages.isEmpty, case .expression(let result) = pipeline.source
        else { return nil }
        formals = syntax.parameters
        self.result = result
    }
}

extension FunctionBuilder {
    /// The definition, if a call of it with so many arguments can be replaced by its expression.
    func inline(_ name: String, given count: Int) -> InlineDefinition? {
        // One of another file would have failures with places of this one.
        guard let definition = pool.definitions[name], definition.file == file,
            let inline = InlineDefinition(definition.syntax), inline.formals.count == count,
            onlyComputes(inline.result)
        else { return nil }
        return inline
    }

    /// Computes the definition's expression, its parameters being registers that nobody changes meanwhile.
    func inlined(_ inline: InlineDefinition, _ arguments: Int, into result: Int) {
        let row = self.row
        self.row = nil
        let mark = self.mark
        alone {
            for (offset, formal) in inline.formals.enumerated() { bind(formal.name.name, to: arguments + offset) }
            expression(inline.result, into: result)
        }
        release(to: mark)
        self.row = row
    }

    /// Whether it asks nothing of the world and calls no definition, which could be the one it stands in.
    private func onlyComputes(_ expression: ExpressionSyntax) -> Bool {
        var search = WorldSearch(definitions: pool.definitions)
        search.visit(expression)
        return !search.isFound
    }
}

/// Looks for what asks something of the world, or may.
private struct WorldSearch: SyntaxWalker {
    let definitions: [String: Definition]
    private(set) var isFound = false

    init(definitions: [String: Definition]) {
        self.definitions = definitions
    }

    mutating func visit(_ pipeline: PipelineSyntax) { isFound = true }

    mutating func visit(_ value: ExpressionSyntax) {
        guard !isFound else { return }
        switch value.kind {
        case .those, .rows: isFound = true
        case .call(let name, _, _):
            isFound = definitions[name] != nil || name == Builtin.ask.rawValue || name == Builtin.confirm.rawValue
            walk(value)
        case .number, .word, .string, .boolean, .empty, .date, .duration, .ago, .variable, .field, .member, .index,
            .list, .record, .negate, .not, .binary, .comparison, .isEmpty, .membership, .and, .or, .pipeline,
            .parenthesized, .missing:
            walk(value)
        }
    }
}

extension ExpressionSyntax {
    /// Whether its value is sure to be one row, neither none nor a list of them.
    var isOneRow: Bool {
        switch kind {
        case .record: true
        case .parenthesized(let inner): inner.isOneRow
        // Of any other value it is not sure.
        default: false
        }
    }
}
