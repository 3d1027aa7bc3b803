// How a stage is written: in a script, and in the outline.

extension TreePrinter {
    func print(_ stage: StageSyntax) -> String {
        switch stage.kind {
        case .where(let condition): "where \(print(condition))"
        case .sort(let keys):
            "sort by " + keys.map { name($0.field.name) + ($0.isDescending ? " down" : "") }.joined(separator: ", ")
        case .take(let count): "take \(print(count))"
        case .skip(let count): "skip \(print(count))"
        case .show(let fields): "show \(print(fields))"
        case .drop(let fields): "drop \(print(fields))"
        case .set(let field, let value): "set \(name(field.name)) = \(print(value))"
        case .rename(let names):
            "rename " + names.map { "\(name($0.from.name)) to \(name($0.to.name))" }.joined(separator: ", ")
        case .aggregate(let by, let aggregates): print(by, aggregates, stage)
        case .first: "first"
        case .last: "last"
        case .unique(let by): by.isEmpty ? "unique" : "unique by \(print(by))"
        case .join(let rows, let field, let all): "join \(all ? "all " : "")\(print(rows)) on \(name(field.name))"
        case .chart(let kind): kind.map { "chart \($0)" } ?? "chart"
        case .save(let path, let title): "save \(print(path))" + titled(title)
        case .as(let format, _, let title): "as \(format)" + titled(title)
        case .command(let command): print(command)
        case .missing: ""
        }
    }

    private func titled(_ title: ExpressionSyntax?) -> String { title.map { " title \(print($0))" } ?? "" }

    private func print(_ by: [FieldSyntax], _ aggregates: [AggregateSyntax], _ stage: StageSyntax) -> String {
        let list = aggregates.map { $0.function.rawValue + ($0.field.map { " " + name($0.name) } ?? "") }
            .joined(separator: ", ")
        if by.isEmpty { return list }
        if file.slice(stage.range).lowercased().hasPrefix("count") { return "count by \(print(by))" }
        let gap = gap(in: stage).flatMap { isBroken(from: $0.from, to: $0.to) ? $0 : nil }
        return "group by \(print(by))" + (gap.map { lineBreak(from: $0.from, to: $0.to) } ?? " ") + "| \(list)"
    }

    private func print(_ fields: [FieldSyntax]) -> String { fields.map { name($0.name) }.joined(separator: ", ") }
}

extension Outline {
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
        case .join(let rows, let field, let all): node(all ? "join-all" : "join", of(rows), quoted(field.name))
        case .chart(let kind): node("chart", kind.map { [$0] } ?? [])
        case .save(let path, let title): node("save", [of(path)] + titled(title))
        case .as(let format, _, let title): node("as", [format] + titled(title))
        case .command(let command): of(command)
        case .missing: "missing"
        }
    }

    private static func titled(_ title: ExpressionSyntax?) -> [String] { title.map { [node("title", of($0))] } ?? [] }

    private static func of(_ fields: [FieldSyntax]) -> [String] { fields.map { quoted($0.name) } }

    private static func of(_ aggregate: AggregateSyntax) -> String {
        node(aggregate.function.rawValue, aggregate.field.map { [quoted($0.name)] } ?? [])
    }
}
