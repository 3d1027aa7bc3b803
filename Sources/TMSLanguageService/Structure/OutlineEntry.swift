public import TMSSemantics
public import TMSSyntax

/// A name that a text declares, as a list of its parts shows it.
public struct OutlineEntry: Sendable {
    public let name: String
    public let kind: Symbol.Kind
    /// The whole declaration.
    public let range: SourceRange
    /// Its name.
    public let nameRange: SourceRange
    /// The parameters of a definition.
    public let children: [OutlineEntry]
}

extension LanguageDocument {
    /// The parameters, definitions and variables at the top of the text, in order, a variable where it is declared first.
    public var outline: [OutlineEntry] {
        var variables: Set<String> = []
        return parsed.program.statements.compactMap { statement in
            switch statement.kind {
            case .param(let parameter): entry(parameter.name, .parameter, statement.range)
            case .define(let definition):
                entry(
                    definition.name, .definition, statement.range,
                    definition.parameters.map { entry($0.name, .definitionParameter, $0.name.range) })
            case .let(let name, _):
                variables.insert(name.name).inserted ? entry(name, .variable, statement.range) : nil
            case .assign, .for, .while, .if, .break, .continue, .return, .exit, .wait, .try, .use, .readOnly, .print,
                .fail, .expect, .limit, .prefixed, .help, .pipeline, .missing:
                nil
            }
        }
    }

    private func entry(
        _ name: NameSyntax, _ kind: Symbol.Kind, _ range: SourceRange, _ children: [OutlineEntry] = []
    ) -> OutlineEntry {
        OutlineEntry(name: name.name, kind: kind, range: range, nameRange: name.range, children: children)
    }
}
