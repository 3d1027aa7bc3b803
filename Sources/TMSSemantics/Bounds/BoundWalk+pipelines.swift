import TMSSyntax

extension BoundWalk {
    /// What a pipeline does and what it gives.
    mutating func follow(_ pipeline: PipelineSyntax) -> (bounds: EffectBounds, value: ValueBound) {
        var (bounds, value) = follow(pipeline.source, wanted: pipeline.wantedRows)
        for stage in pipeline.stages {
            let outer = row
            row = value.element(named: "$it")
            let (more, next) = follow(stage, over: value)
            row = outer
            bounds += more
            value = next
        }
        return (bounds, value)
    }

    private mutating func follow(
        _ source: SourceSyntax, wanted: Int?
    ) -> (bounds: EffectBounds, value: ValueBound) {
        switch source {
        case .expression(let expression): return follow(expression)
        case .command(let command): return follow(command, row: nil, wanted: wanted)
        case .open(let path, _): return (follow(path).bounds, .rows(Quantity(.rows(of: name(of: path)))))
        }
    }

    private mutating func follow(
        _ stage: StageSyntax, over value: ValueBound
    ) -> (bounds: EffectBounds, value: ValueBound) {
        switch stage.kind {
        case .where(let condition): return (follow(condition).bounds * value.length, value)
        case .set(_, let expression): return (follow(expression).bounds * value.length, value.reshaped)
        case .take(let count):
            let bounds = follow(count).bounds
            return (bounds, count.wholeNumber.map { value.capped(at: max(0, $0)) } ?? value)
        case .skip(let count): return (follow(count).bounds, value)
        case .join(let rows, _): return (follow(rows).bounds, value.reshaped)
        case .save(let path): return (follow(path).bounds, .one)
        case .show, .drop, .rename: return (EffectBounds(), value.reshaped)
        case .first, .last: return (EffectBounds(), value.element(named: file.text(of: stage.range)))
        case .aggregate(let groups, _):
            return (EffectBounds(), groups.isEmpty ? .row() : .rows(value.length))
        case .sort, .unique, .chart, .as, .missing: return (EffectBounds(), value)
        case .command(let command): return follow(command, stageOver: value)
        }
    }

    /// A verb or a definition behind `|`: for all rows at once, or for one after the other.
    private mutating func follow(
        _ command: CommandSyntax, stageOver value: ValueBound
    ) -> (bounds: EffectBounds, value: ValueBound) {
        if case .verb(let id) = command.callee, vocabulary[id].takesAllRows(of: command) {
            return follow(command, row: value)
        }
        let (bounds, result) = follow(command, row: row)
        var all = result
        all.length = result.length * value.length
        all.targets = result.targets * value.length
        return (bounds * value.length, all)
    }

    /// What the rows of a file are called: its literal name, or the words that make it.
    func name(of path: ExpressionSyntax) -> String { path.literalText ?? file.text(of: path.range) }
}

extension ValueBound {
    /// With other fields than before.
    fileprivate var reshaped: ValueBound {
        var value = self
        value.hasCarrier = false
        value.isDistinct = false
        if case .row = item { value.item = .row(schema: nil) }
        return value
    }
}

extension SourceFile {
    /// The words of a range, on one line.
    func text(of range: SourceRange) -> String {
        slice(range).split { $0.isWhitespace }.joined(separator: " ")
    }
}
