import TMSSemantics
import TMSSyntax

/// Compiles calls of functions and definitions.
struct CallEmitter {
    let code: CodeWriter
    let registers: RegisterFile
    let fields: RowFields
    let values: ValueEmitter

    func call(
        _ name: String, _ nameRange: SourceRange, _ arguments: [ExpressionSyntax], into result: Int,
        _ range: SourceRange
    ) {
        if let place = code.pool.definitionPlaces[name] {
            let first = values.consecutive(arguments)
            return callDefinition(name, place, first, arguments.map(\.range), into: result, range)
        }
        guard let function = Builtin(rawValue: name), let place = Builtin.allCases.firstIndex(of: function) else {
            return code.raise(.unknownName(name), at: nameRange)
        }
        let first = values.consecutive(arguments)
        code.emit(.function, result, first, arguments.count, extra: place, at: range)
    }

    /// - Parameters:
    ///   - first: the register of the first argument; the others follow it.
    ///   - given: where each argument stands.
    func callDefinition(
        _ name: String, _ place: Int, _ first: Int, _ given: [SourceRange], into result: Int, _ range: SourceRange
    ) {
        let count = given.count
        let formals = code.pool.definitions[name]?.syntax.parameters ?? []
        let required = formals.count { $0.defaultValue == nil }
        guard count >= required, count <= formals.count else {
            let wanted = required == formals.count ? "\(required)" : "\(required) to \(formals.count)"
            return code.raise(.argumentCount(name, wanted: wanted, given: count), at: range)
        }
        // Here, so that a failure points at what was given.
        for (offset, (formal, range)) in zip(formals, given).enumerated() {
            guard let kind = formal.kind?.kind else { continue }
            code.convert(first + offset, to: kind, for: formal.name.name, formal.mayBeEmpty, at: range)
        }
        if let inline = inline(name, given: count) { return inlined(inline, first, into: result) }
        code.emit(.call, result, first, place, extra: count, at: range)
    }
}

// MARK: Definitions that only compute

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

extension CallEmitter {
    /// The definition, if a call of it with so many arguments can be replaced by its expression.
    func inline(_ name: String, given count: Int) -> InlineDefinition? {
        // One of another file would have failures with places of this one.
        guard let definition = code.pool.definitions[name], definition.file == code.file,
            let inline = InlineDefinition(definition.syntax), inline.formals.count == count,
            onlyComputes(inline.result)
        else { return nil }
        return inline
    }

    /// Computes the definition's expression, its parameters being registers that nobody changes meanwhile.
    func inlined(_ inline: InlineDefinition, _ arguments: Int, into result: Int) {
        let mark = registers.mark
        fields.with(nil) {
            registers.alone {
                for (offset, formal) in inline.formals.enumerated() {
                    registers.bind(formal.name.name, to: arguments + offset)
                }
                values.expression(inline.result, into: result)
            }
        }
        registers.release(to: mark)
    }

    /// Whether it asks nothing of the world and calls no definition, which could be the one it stands in.
    private func onlyComputes(_ expression: ExpressionSyntax) -> Bool {
        var search = WorldSearch(definitions: code.pool.definitions)
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
