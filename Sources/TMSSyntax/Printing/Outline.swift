extension ProgramSyntax {
    /// The tree as nested lists, without ranges: `(let late (pipeline …))`. Two texts with one outline mean the same.
    public var outline: String { statements.map { Outline.of($0) }.joined(separator: "\n") }

    /// Whether both trees are the same but for where they stand.
    public func isSameTree(as other: ProgramSyntax) -> Bool { outline == other.outline }
}

extension ExpressionSyntax {
    public var outline: String { Outline.of(self) }
}

extension StatementSyntax {
    public var outline: String { Outline.of(self) }
}

/// Writes a tree as nested lists.
enum Outline {
    static func of(_ statement: StatementSyntax) -> String {
        switch statement.kind {
        case .let(let name, let pipeline): node("let", name.name, of(pipeline))
        case .assign(let name, let pipeline): node("assign", name.name, of(pipeline))
        case .for(let loop): of(loop)
        case .while(let condition, let block): node("while", of(condition), of(block))
        case .if(let branches): node("if", branches.map { node($0.condition.map(of) ?? "else", of($0.body)) })
        case .break: "(break)"
        case .continue: "(continue)"
        case .return(let pipeline): node("return", pipeline.map { [of($0)] } ?? [])
        case .exit(let status): node("exit", status.map { [of($0)] } ?? [])
        case .wait(let duration): node("wait", of(duration))
        case .define(let definition): of(definition)
        case .try(let body, let otherwise): node("try", of(body), of(otherwise))
        case .param(let parameter):
            node(
                "param", named(parameter.name, parameter.kind), parameter.defaultValue.map(of) ?? "required",
                parameter.help.map(quoted) ?? "no-help")
        case .use(let path): node("use", of(path))
        case .readOnly: "(read-only)"
        case .print(let values): node("print", values.map(of))
        case .fail(let message): node("fail", of(message))
        case .expect(let condition, let message): node("expect", [of(condition)] + (message.map { [of($0)] } ?? []))
        case .limit(let limits, let block): node("limit", limits.map { node($0.unit, of($0.amount)) } + [of(block)])
        case .prefixed(let prefix, let statement): node(prefix.rawValue, of(statement))
        case .help(let word): node("help", quoted(word))
        case .pipeline(let pipeline): of(pipeline)
        case .missing: "missing"
        }
    }

    private static func of(_ loop: ForSyntax) -> String {
        let names = [loop.name.name] + (loop.index.map { [$0.name] } ?? []) + (loop.isOneByOne ? ["one-by-one"] : [])
        return node("for", names + [of(loop.source), of(loop.body)])
    }

    private static func of(_ definition: DefineSyntax) -> String {
        let formals = definition.parameters.map { formal in
            let name = named(formal.name, formal.kind)
            return formal.defaultValue.map { node(name, of($0)) } ?? name
        }
        return node("define", definition.name.name, "[" + formals.joined(separator: " ") + "]", of(definition.body))
    }

    private static func named(_ name: NameSyntax, _ kind: KindSyntax?) -> String {
        name.name + (kind.map { ":" + $0.word } ?? "")
    }

    static func of(_ block: BlockSyntax) -> String {
        "{" + block.statements.map(of).joined(separator: " ") + "}"
    }

    static func node(_ name: String, _ parts: String...) -> String { node(name, parts) }

    static func node(_ name: String, _ parts: [String]) -> String {
        parts.isEmpty ? "(\(name))" : "(\(name) \(parts.joined(separator: " ")))"
    }

    static func quoted(_ text: String) -> String { Quoting.string(text) }
}
