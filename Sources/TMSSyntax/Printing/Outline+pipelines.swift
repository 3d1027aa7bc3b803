extension Outline {
    static func of(_ pipeline: PipelineSyntax) -> String {
        let source =
            switch pipeline.source {
            case .command(let command): of(command)
            case .open(let path, _): node("open", of(path))
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
        if let file = command.file { parts.append(node("from", of(file))) }
        for column in command.columns { parts.append("\(column.label)=\(quoted(column.column))") }
        switch command.callee {
        case .verb(let verb): return node("verb-\(verb.index)", parts)
        case .named(let name): return node("call-verb", [name] + parts)
        }
    }

    private static func of(_ clause: ClauseSyntax) -> String {
        switch clause.value {
        case .flag: ":\(clause.index)"
        case .value(let value): node(":\(clause.index)", of(value))
        case .list(let values): node(":\(clause.index)", values.map(of))
        case .range(let range): node(":\(clause.index)", of(range))
        }
    }

    static func of(_ stage: StageSyntax) -> String {
        switch stage.kind {
        case .where(let condition): node("where", of(condition))
        case .sort(let keys): node("sort", keys.map { ($0.isDescending ? "-" : "") + quoted($0.field.name) })
        case .take(let count): node("take", of(count))
        case .skip(let count): node("skip", of(count))
        case .show(let fields): node("show", of(fields))
        case .drop(let fields): node("drop", of(fields))
        case .set(let field, let value): node("set", quoted(field.name), of(value))
        case .rename(let names): node("rename", names.map { "\(quoted($0.from.name))>\(quoted($0.to.name))" })
        case .aggregate(let by, let aggregates):
            node("aggregate", ["[" + of(by).joined(separator: " ") + "]"] + aggregates.map(of))
        case .first: "(first)"
        case .last: "(last)"
        case .unique(let by): node("unique", of(by))
        case .join(let rows, let field): node("join", of(rows), quoted(field.name))
        case .chart(let kind): node("chart", kind.map { [$0] } ?? [])
        case .save(let path): node("save", of(path))
        case .as(let format, _): node("as", format)
        case .command(let command): of(command)
        case .missing: "missing"
        }
    }

    private static func of(_ fields: [FieldSyntax]) -> [String] { fields.map { quoted($0.name) } }

    private static func of(_ aggregate: AggregateSyntax) -> String {
        node(aggregate.function.rawValue, aggregate.field.map { [quoted($0.name)] } ?? [])
    }
}
