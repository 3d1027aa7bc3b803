extension ExpressionSyntax {
    /// The expressions directly inside; those of a pipeline are not among them.
    public var parts: [ExpressionSyntax] {
        switch kind {
        case .number, .word, .boolean, .empty, .date, .variable, .those, .rows, .field, .missing, .pipeline: []
        case .string(let segments):
            segments.compactMap { if case .expression(let inner) = $0 { inner } else { nil } }
        case .duration(let inner, _), .ago(let inner), .member(let inner, _, _), .negate(let inner), .not(let inner),
            .isEmpty(let inner, _), .parenthesized(let inner):
            [inner]
        case .index(let left, let right), .binary(_, let left, let right), .comparison(_, let left, let right):
            [left, right]
        case .call(_, _, let items), .list(let items), .and(let items), .or(let items): items
        case .record(let items): items.map(\.value)
        case .membership(let left, let right, _):
            switch right {
            case .values(let values): [left] + values
            case .range(let range): [left] + range.parts
            }
        }
    }

    /// Whether it speaks of the row at hand: `$it`, or a field by its bare name.
    public var mentionsRow: Bool {
        switch kind {
        case .field: true
        case .variable(let name): name == "it"
        case .pipeline(let pipeline):
            switch pipeline.source {
            case .expression(let expression): expression.mentionsRow
            case .command(let command): command.mentionsRow
            case .open(let path, _): path.mentionsRow
            }
        default: parts.contains { $0.mentionsRow }
        }
    }

    /// The characters of a value that is written out: a word, a number, a string without braces.
    public var literalText: String? {
        switch kind {
        case .word(let text), .number(let text): return text
        case .parenthesized(let inner): return inner.literalText
        case .string(let segments):
            var text = ""
            for segment in segments {
                guard case .text(let piece) = segment else { return nil }
                text += piece
            }
            return text
        default: return nil
        }
    }
}

extension DateRangeSyntax {
    public var parts: [ExpressionSyntax] {
        switch kind {
        case .last(let inner), .since(let inner), .before(let inner), .after(let inner), .on(let inner): [inner]
        case .between(let from, let to): [from, to]
        }
    }
}

extension CommandSyntax {
    public var mentionsRow: Bool {
        if subjects.joined().contains(where: { $0.mentionsRow }) || file?.mentionsRow == true { return true }
        return clauses.contains { clause in
            switch clause.value {
            case .flag: false
            case .value(let value): value.mentionsRow
            case .list(let values): values.contains { $0.mentionsRow }
            case .range(let range): range.parts.contains { $0.mentionsRow }
            }
        }
    }
}

extension PipelineSyntax {
    /// How many rows of the source are looked at, if a `take` or `first` says so before a stage that passes over some;
    /// none if they are only counted.
    public var wantedRows: Int? {
        if case .aggregate(by: let groups, let aggregates)? = stages.first?.kind, groups.isEmpty,
            aggregates.allSatisfy({ $0.function == .count && $0.field == nil })
        {
            return 0
        }
        for stage in stages {
            switch stage.kind {
            case .take(let count):
                guard case .number(let digits) = count.kind else { return nil }
                return Int(digits).map { max($0, 1) }
            case .first: return 1
            case .show, .drop, .rename, .set: continue
            default: return nil
            }
        }
        return nil
    }
}
