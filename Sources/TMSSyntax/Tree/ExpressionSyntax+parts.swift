extension ExpressionSyntax {
    /// The expressions directly inside; those of a pipeline are not among them.
    public var parts: [ExpressionSyntax] {
        var inside = ExpressionsInside()
        inside.walk(self)
        return inside.values
    }

    /// Whether it speaks of the row at hand: `$it`, or a field by its bare name.
    public var mentionsRow: Bool {
        var mention = RowMention()
        mention.visit(self)
        return mention.isFound
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
        case .boolean, .empty, .date, .duration, .ago, .variable, .those, .rows, .field, .member, .index, .call, .list,
            .record, .negate, .not, .binary, .comparison, .isEmpty, .membership, .and, .or, .pipeline, .missing:
            return nil
        }
    }
}

extension DateRangeSyntax {
    public var parts: [ExpressionSyntax] {
        var inside = ExpressionsInside()
        inside.walk(self)
        return inside.values
    }
}

extension CommandSyntax {
    public var mentionsRow: Bool {
        var mention = RowMention()
        mention.visit(self)
        return mention.isFound
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
            if case .take(let count) = stage.kind {
                guard case .number(let digits) = count.kind else { return nil }
                return Int(digits).map { max($0, 1) }
            }
            if case .first = stage.kind { return 1 }
            switch stage.outcome {
            case .fewerFields, .otherFields: continue
            case .sameRows, .presented, .joined, .oneRow, .groups, .summary, .saved, .answer: return nil
            }
        }
        return nil
    }
}

private struct ExpressionsInside: SyntaxWalker {
    var values: [ExpressionSyntax] = []

    mutating func visit(_ value: ExpressionSyntax) { values.append(value) }
    mutating func visit(_ pipeline: PipelineSyntax) {}
}

/// Looks for the row at hand.
private struct RowMention: SyntaxWalker {
    var isFound = false

    /// The stages have rows of their own.
    mutating func visit(_ pipeline: PipelineSyntax) { walk(pipeline.source) }

    mutating func visit(_ value: ExpressionSyntax) {
        guard !isFound else { return }
        switch value.kind {
        case .field, .variable("it"): isFound = true
        // What else a value is, the row can only stand inside of it.
        default: walk(value)
        }
    }
}
