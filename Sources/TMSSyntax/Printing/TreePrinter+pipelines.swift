extension TreePrinter {
    func print(_ pipeline: PipelineSyntax) -> String {
        let source =
            switch pipeline.source {
            case .command(let command): print(command)
            case .open(let path, _): "open \(print(path))"
            case .expression(let expression):
                // The lone `|` that goes on with the last answer has no source of its own.
                expression.range.lower == expression.range.upper ? "" : print(expression)
            }
        guard isSpread(pipeline) else {
            let stages = pipeline.stages.map { "| " + print($0) }
            return ((source.isEmpty ? [] : [source]) + stages).joined(separator: " ")
        }
        return source + indented { spread(pipeline, isContinuation: source.isEmpty) }
    }

    private func spread(_ pipeline: PipelineSyntax, isContinuation: Bool) -> String {
        var text = ""
        var upper = pipeline.source.range.upper
        for stage in pipeline.stages {
            if !(isContinuation && text.isEmpty) { text += lineBreak(from: upper, to: stage.range.lower) }
            text += "| " + print(stage)
            upper = stage.range.upper
        }
        return text
    }

    /// Whether some stage began on a line of its own.
    private func isSpread(_ pipeline: PipelineSyntax) -> Bool {
        var upper = pipeline.source.range.upper
        for stage in pipeline.stages {
            if isBroken(from: upper, to: stage.range.lower) || gap(in: stage).map(isBroken) ?? false { return true }
            upper = stage.range.upper
        }
        return false
    }

    /// What lies between `group by via` and its `count`, for those form one stage.
    private func gap(in stage: StageSyntax) -> (from: Int, to: Int)? {
        guard case .aggregate(let by, let aggregates) = stage.kind, let last = by.last, let first = aggregates.first,
            last.range.upper <= first.range.lower
        else { return nil }
        return (last.range.upper, first.range.lower)
    }

    /// Subjects and clauses in the order they were written.
    func print(_ command: CommandSyntax) -> String {
        var parts: [(lower: Int, text: String)] = []
        for values in command.subjects { parts.append((values.first?.range.lower ?? 0, print(values))) }
        if let path = command.file { parts.append((path.range.lower, "from \(print(path))")) }
        for column in command.columns {
            parts.append((column.labelRange.lower, "\(column.label)=\(name(column.column))"))
        }
        var clauses: [Clause] = []
        var words = ""
        switch command.callee {
        case .verb(let verb):
            clauses = vocabulary[verb].clauses
            words = command.verbRange.lower == command.verbRange.upper ? "" : vocabulary[verb].name
        case .named(let name): words = name
        }
        for clause in command.clauses where clauses.indices.contains(clause.index) {
            parts.append((clause.labelRange.lower, print(clause, clauses[clause.index].label)))
        }
        let ordered = parts.enumerated().sorted { ($0.element.lower, $0.offset) < ($1.element.lower, $1.offset) }
        return ([words] + ordered.map(\.element.text)).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func print(_ clause: ClauseSyntax, _ label: String) -> String {
        switch clause.value {
        case .flag: label
        case .value(let value): "\(label) \(print(value))"
        case .list(let values): "\(label) \(print(values))"
        case .range(let range): "\(label) \(print(range))"
        }
    }

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
        case .join(let rows, let field): "join \(print(rows)) on \(name(field.name))"
        case .chart(let kind): kind.map { "chart \($0)" } ?? "chart"
        case .save(let path): "save \(print(path))"
        case .as(let format, _): "as \(format)"
        case .command(let command): print(command)
        case .missing: ""
        }
    }

    private func print(_ by: [FieldSyntax], _ aggregates: [AggregateSyntax], _ stage: StageSyntax) -> String {
        let list = aggregates.map { $0.function.rawValue + ($0.field.map { " " + name($0.name) } ?? "") }
            .joined(separator: ", ")
        if by.isEmpty { return list }
        if file.slice(stage.range).lowercased().hasPrefix("count") { return "count by \(print(by))" }
        let gap = gap(in: stage).flatMap { isBroken(from: $0.from, to: $0.to) ? $0 : nil }
        return "group by \(print(by))" + (gap.map { lineBreak(from: $0.from, to: $0.to) } ?? " ") + "| \(list)"
    }

    private func print(_ fields: [FieldSyntax]) -> String { fields.map { name($0.name) }.joined(separator: ", ") }

    /// The name of a field or column, quoted where it would not be read as one word.
    private func name(_ text: String) -> String {
        guard let first = text.utf8.first, first.isLetterOrUnderscore || first.isDigit || first >= 0x80,
            text.lowercased() != "otherwise"
        else { return Quoting.string(text) }
        let isWord = text.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value).isWordByte }
            if case .letter = CharacterClass(scalar) { return true }
            return false
        }
        return isWord ? text : Quoting.string(text)
    }
}
