import TMSSyntax

/// A step that must see all rows, while it gathers them.
struct Gathering {
    let step: PipelineStep
    let object: Int
    /// The writer of `save`.
    var writer: Int?
    let range: SourceRange
    /// From where the writer must be abandoned on a failure.
    var start = 0
}

/// Where the rows of the last loop of a pipeline go.
struct SegmentOutput {
    var object = 0
    /// Behind the rows; jumped to by a result that is one value.
    var end: FunctionBuilder.Label?
    /// Nothing is done to the rows: they need no loop.
    var isDrained = false
}

// MARK: Steps that see all rows

extension FunctionBuilder {
    /// Emits what the step needs before the first row.
    func collector(_ step: PipelineStep, _ context: PipelineContext) -> Gathering {
        let object = self.object()
        let stage: StageSyntax
        switch step {
        case .stage(let found): stage = found
        case .readAll, .gather:
            let rows: CollectorSpecification = if case .gather = step { .rows } else { .distinct }
            emit(.begin, object, pool.collector(rows), at: .none)
            return Gathering(step: step, object: object, range: .none)
        }
        var named = NamedFields()
        named.visit(stage)
        place(named.fields)
        var gathering = Gathering(step: step, object: object, range: stage.range)
        if case .save(let path, let title) = stage.kind {
            let writer = registers(1)
            gathering.writer = writer
            var description = context.description
            description.title = title?.literalText ?? description.title
            description.isToldOf = context.sink.isShown
            emit(.save, writer, expression(path), pool.description(description), at: stage.range)
            gathering.start = here
        }
        emit(.begin, object, pool.collector(CollectorSpecification(stage)), at: stage.range)
        return gathering
    }

    func gather(_ row: Int, _ gathering: Gathering, _ loop: SegmentLoop) {
        if let writer = gathering.writer {
            return emit(.saveRow, writer, row, gathering.object, at: gathering.range)
        }
        emit(.collect, gathering.object, row, at: gathering.range)
        if case .stage(let stage) = gathering.step, case .first = stage.kind {
            jump(.jump, to: loop.end, at: gathering.range)
        }
    }

    /// The rest of the pipeline, over what was gathered.
    func continueSegment(after gathering: Gathering, _ rest: ArraySlice<PipelineStep>, _ context: PipelineContext) {
        let range = gathering.range
        let object = gathering.object
        if let writer = gathering.writer {
            let result = context.sink.register ?? registers(1)
            emit(.saveRest, writer, 0, object, at: range)
            cleanUp(from: gathering.start, writer, .writer)
            emit(.commit, result, writer, at: range)
            return single(result, rest, context)
        }
        if case .stage(let stage) = gathering.step {
            if case .command(let command) = stage.kind {
                let rows = registers(1)
                emit(.finishValue, rows, object, at: range)
                let base = registers(4)
                self.command(command, source: base, row: rows)
                return segment(.source(base), rest, context)
            }
            if stage.givesOneValue {
                let result = registers(1)
                emit(.finishValue, result, object, at: range)
                return single(result, rest, context)
            }
        }
        let base = registers(4)
        emit(.finish, base, object, at: range)
        segment(.source(base), rest, context)
    }

    private func single(_ value: Int, _ rest: ArraySlice<PipelineStep>, _ context: PipelineContext) {
        var isLoop = false
        if case .loop = context.sink { isLoop = true }
        let isLast = rest.allSatisfy { if case .stage(let stage) = $0 { stage.isPresentation } else { false } }
        guard !isLast || isLoop else {
            switch context.sink {
            case .value(let result):
                if result != value { emit(.move, result, value, at: context.range) }
            case .show: emit(.showValue, value, pool.description(context.description), at: context.range)
            case .discard, .loop: break
            }
            return
        }
        let base = registers(4)
        emit(.sourceFrom, base, value, at: context.range)
        segment(.source(base), rest, context)
    }
}

// MARK: The end of the pipeline

extension FunctionBuilder {
    func beginSegment(_ source: SegmentSource, isBare: Bool, _ context: PipelineContext) -> SegmentOutput {
        var output = SegmentOutput()
        switch context.sink {
        case .value:
            output.object = object()
            if isBare, case .source = source {
                output.isDrained = true
            } else {
                emit(.begin, output.object, pool.collector(.rows), at: context.range)
            }
        case .show:
            let description = pool.description(context.description)
            if isBare, case .source(let base) = source {
                let end = makeLabel()
                output.end = end
                jump(.showSingle, to: end, base, description, at: context.range)
            }
            emit(.beginResult, description, at: context.range)
        case .discard, .loop: break
        }
        return output
    }

    func drain(_ base: Int, _ output: SegmentOutput, _ context: PipelineContext) {
        guard let result = context.sink.register else { return }
        let start = here
        emit(.drain, result, base, output.object, at: context.range)
        cleanUp(from: start, base, .source)
    }

    func take(_ row: Int, _ loop: SegmentLoop, _ output: SegmentOutput, _ context: PipelineContext) {
        switch context.sink {
        case .value: emit(.collect, output.object, row, at: context.range)
        case .show: emit(.resultRow, row, at: context.range)
        case .discard: break
        case .loop(let sink):
            loopBody(sink, row: row, end: loop.end)
        }
    }

    func endSegment(_ output: SegmentOutput, _ context: PipelineContext) {
        switch context.sink {
        case .value(let result): emit(.finishValue, result, output.object, at: context.range)
        case .show:
            let count = pool.gapFields.count - context.firstGap
            emit(.endResult, context.firstGap, count, flag: context.keepsRows ? 1 : 0, at: context.range)
            if let end = output.end { bind(end) }
        case .discard, .loop: break
        }
    }
}

extension StageSyntax {
    /// Ends in one value and no rows.
    var givesOneValue: Bool {
        switch outcome {
        case .oneRow, .summary: true
        case .sameRows, .presented, .fewerFields, .otherFields, .joined, .groups, .saved, .answer: false
        }
    }

    /// Says how a result looks and nothing more.
    var isPresentation: Bool {
        if case .presented = outcome { true } else { false }
    }
}

/// The fields that a stage names.
private struct NamedFields: SyntaxWalker {
    private(set) var fields: [FieldSyntax] = []

    mutating func visit(_ field: FieldSyntax) { fields.append(field) }
    mutating func visit(_ value: ExpressionSyntax) {}
}
