extension TreePrinter {
    func print(_ pipeline: PipelineSyntax) -> String {
        let source =
            switch pipeline.source {
            case .command(let command): print(command)
            case .open(let file): (["open \(print(file.path))"] + file.clauses.map(print)).joined(separator: " ")
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
    func gap(in stage: StageSyntax) -> (from: Int, to: Int)? {
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
        for clause in command.fileClauses { parts.append((clause.labelRange.lower, print(clause))) }
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

    private func print(_ clause: FileClauseSyntax) -> String { "\(clause.label.rawValue) \(print(clause.value))" }

    private func print(_ clause: ClauseSyntax, _ label: String) -> String {
        switch clause.value {
        case .flag: label
        case .value(let value): "\(label) \(print(value))"
        case .list(let values): "\(label) \(print(values))"
        case .range(let range): "\(label) \(print(range))"
        }
    }

    /// The name of a field or column, quoted where it would not be read as one word.
    func name(_ text: String) -> String { Quoting.field(text) }
}
