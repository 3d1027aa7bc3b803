// How a statement is written: in a script, and in the outline.

extension TreePrinter {
    func write(_ statement: StatementSyntax) {
        switch statement.kind {
        case .let(let name, let pipeline): text += "let \(name.name) = \(print(pipeline))"
        case .assign(let name, let pipeline): text += "$\(name.name) = \(print(pipeline))"
        case .for(let loop): write(loop)
        case .while(let condition, let block):
            text += "while \(print(condition)) "
            write(block)
        case .if(let branches): write(branches)
        case .break: text += "break"
        case .continue: text += "continue"
        case .return(let pipeline): text += "return" + (pipeline.map { " " + print($0) } ?? "")
        case .exit(let status): text += "exit" + (status.map { " " + print($0) } ?? "")
        case .wait(let duration): text += "wait \(print(duration))"
        case .define(let definition): write(definition)
        case .try(let body, let otherwise):
            text += "try "
            writeBody(body)
            text += " otherwise "
            writeBody(otherwise)
        case .param(let parameter):
            text +=
                "param " + declared(parameter.name, parameter.kind)
                + (parameter.defaultValue.map { " = " + print($0) } ?? "")
            text += parameter.help.map { " " + Quoting.string($0) } ?? ""
        case .use(let path): text += "use \(print(path))"
        case .readOnly: text += "read only"
        case .print(let values): text += "print " + print(values)
        case .fail(let message): text += "fail \(print(message))"
        case .expect(let condition, let message): text += "expect " + print([condition] + (message.map { [$0] } ?? []))
        case .limit(let limits, let block):
            text += "limit " + limits.map { "\(print($0.amount)) \($0.unit)" }.joined(separator: ", ") + " "
            write(block)
        case .prefixed(let prefix, let inner):
            text += prefix.rawValue + " "
            write(inner)
        case .help(let word): text += word + "?"
        case .pipeline(let pipeline): text += print(pipeline)
        case .missing: break
        }
    }

    private func write(_ loop: ForSyntax) {
        text += "for \(loop.name.name)" + (loop.index.map { ", \($0.name)" } ?? "")
        text += (loop.isOneByOne ? " one by one" : "") + " in \(print(loop.source)) "
        write(loop.body)
    }

    private func write(_ branches: [IfBranchSyntax]) {
        for (position, branch) in branches.enumerated() {
            if position > 0 { text += " else " }
            if let condition = branch.condition { text += "if \(print(condition)) " }
            write(branch.body)
        }
    }

    /// `days`, `days: duration`.
    private func declared(_ name: NameSyntax, _ kind: KindSyntax?) -> String {
        name.name + (kind.map { ": " + $0.word } ?? "")
    }

    private func write(_ definition: DefineSyntax) {
        let formals = definition.parameters.map { formal in
            declared(formal.name, formal.kind) + (formal.defaultValue.map { " = " + print($0) } ?? "")
        }
        text += "define \(definition.name.name)(\(formals.joined(separator: ", "))) "
        write(definition.body)
    }
}

extension Outline {
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
}
