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
        case .open(let file):
            return (inside { $0.visit(file) }, .rows(Quantity(.rows(of: name(of: file.path)))))
        }
    }

    private mutating func follow(
        _ stage: StageSyntax, over value: ValueBound
    ) -> (bounds: EffectBounds, value: ValueBound) {
        if case .command(let command) = stage.kind { return follow(command, stageOver: value) }
        var bounds = inside { $0.walk(stage) }
        if stage.isWorkedOutForEachRow { bounds = bounds * value.length }
        return (bounds, outcome(of: stage, over: value))
    }

    private func outcome(of stage: StageSyntax, over value: ValueBound) -> ValueBound {
        switch stage.outcome {
        case .sameRows:
            guard case .take(let count) = stage.kind, let most = count.wholeNumber else { return value }
            return value.capped(at: max(0, most))
        case .presented: return value
        case .fewerFields, .otherFields, .joined: return value.reshaped
        case .oneRow: return value.element(named: file.text(of: stage.range))
        case .groups: return .rows(value.length)
        case .summary: return .row()
        case .saved: return .one
        case .answer: return .unknown(.items(of: file.text(of: stage.range)))
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
