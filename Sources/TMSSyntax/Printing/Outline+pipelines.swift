extension Outline {
    static func of(_ pipeline: PipelineSyntax) -> String {
        let source =
            switch pipeline.source {
            case .command(let command): of(command)
            case .open(let file): node("open", [of(file.path)] + file.clauses.map(of))
            case .expression(let expression): of(expression)
            }
        return pipeline.stages.isEmpty ? source : node("pipe", [source] + pipeline.stages.map(of))
    }

    static func of(_ command: CommandSyntax) -> String {
        var parts: [String] = []
        for subject in command.subjects {
            parts.append(subject.count == 1 ? of(subject[0]) : node("list", subject.map(of)))
        }
        for clause in command.clauses { parts.append(of(clause)) }
        if let file = command.file { parts.append(node("from", [of(file)] + command.fileClauses.map(of))) }
        for column in command.columns { parts.append("\(column.label)=\(quoted(column.column))") }
        switch command.callee {
        case .verb(let verb): return node("verb-\(verb.index)", parts)
        case .named(let name): return node("call-verb", [name] + parts)
        }
    }

    private static func of(_ clause: FileClauseSyntax) -> String { node(clause.label.rawValue, of(clause.value)) }

    private static func of(_ clause: ClauseSyntax) -> String {
        switch clause.value {
        case .flag: ":\(clause.index)"
        case .value(let value): node(":\(clause.index)", of(value))
        case .list(let values): node(":\(clause.index)", values.map(of))
        case .range(let range): node(":\(clause.index)", of(range))
        }
    }
}
