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
    var end: CodeWriter.Label?
    /// Nothing is done to the rows: they need no loop.
    var isDrained = false
}

// MARK: Steps that see all rows

extension RowEmitter {
    /// Emits what the step needs before the first row.
    func collector(_ step: PipelineStep) -> Gathering {
        let object = registers.object()
        let stage: StageSyntax
        switch step {
        case .stage(let found): stage = found
        case .readAll, .gather:
            let rows: CollectorSpecification = if case .gather = step { .rows } else { .distinct }
            code.emit(.begin, object, code.pool.collector(rows), at: .none)
            return Gathering(step: step, object: object, range: .none)
        }
        var named = NamedFields()
        named.visit(stage)
        code.place(named.fields)
        var gathering = Gathering(step: step, object: object, range: stage.range)
        if case .save(let path, let title) = stage.kind {
            let writer = registers.take()
            gathering.writer = writer
            var description = self.description
            description.title = title?.literalText ?? description.title
            description.isToldOf = sink.isShown
            code.emit(.save, writer, values.expression(path), code.pool.description(description), at: stage.range)
            gathering.start = code.here
        }
        code.emit(.begin, object, code.pool.collector(CollectorSpecification(stage)), at: stage.range)
        return gathering
    }

    func gather(_ row: Int, _ gathering: Gathering, _ loop: SegmentLoop) {
        if let writer = gathering.writer {
            return code.emit(.saveRow, writer, row, gathering.object, at: gathering.range)
        }
        code.emit(.collect, gathering.object, row, at: gathering.range)
        if case .stage(let stage) = gathering.step, case .first = stage.kind {
            code.jump(.jump, to: loop.end, at: gathering.range)
        }
    }

    /// The rest of the pipeline, over what was gathered.
    func continueSegment(after gathering: Gathering, _ rest: ArraySlice<PipelineStep>) {
        let range = gathering.range
        let object = gathering.object
        if let writer = gathering.writer {
            let result = sink.register ?? registers.take()
            code.emit(.saveRest, writer, 0, object, at: range)
            code.cleanUp(from: gathering.start, writer, .writer)
            code.emit(.commit, result, writer, at: range)
            return single(result, rest)
        }
        if case .stage(let stage) = gathering.step {
            if case .command(let command) = stage.kind {
                let rows = registers.take()
                code.emit(.finishValue, rows, object, at: range)
                let base = registers.take(4)
                commands.command(command, source: base, row: rows)
                return segment(.source(base), rest)
            }
            if stage.givesOneValue {
                let result = registers.take()
                code.emit(.finishValue, result, object, at: range)
                return single(result, rest)
            }
        }
        let base = registers.take(4)
        code.emit(.finish, base, object, at: range)
        segment(.source(base), rest)
    }

    private func single(_ value: Int, _ rest: ArraySlice<PipelineStep>) {
        let isLast = rest.allSatisfy { if case .stage(let stage) = $0 { stage.isPresentation } else { false } }
        guard !isLast || sink.isLoop else {
            switch sink {
            case .value(let result):
                if result != value { code.emit(.move, result, value, at: range) }
            case .show: code.emit(.showValue, value, code.pool.description(description), at: range)
            case .discard, .loop: break
            }
            return
        }
        let base = registers.take(4)
        code.emit(.sourceFrom, base, value, at: range)
        segment(.source(base), rest)
    }
}

// MARK: The end of the pipeline

extension RowEmitter {
    func beginSegment(_ source: SegmentSource, isBare: Bool) -> SegmentOutput {
        var output = SegmentOutput()
        switch sink {
        case .value:
            output.object = registers.object()
            if isBare, case .source = source {
                output.isDrained = true
            } else {
                code.emit(.begin, output.object, code.pool.collector(.rows), at: range)
            }
        case .show:
            let described = code.pool.description(description)
            if isBare, case .source(let base) = source {
                let end = code.makeLabel()
                output.end = end
                code.jump(.showSingle, to: end, base, described, at: range)
            }
            code.emit(.beginResult, described, at: range)
        case .discard, .loop: break
        }
        return output
    }

    func drain(_ base: Int, _ output: SegmentOutput) {
        guard let result = sink.register else { return }
        let start = code.here
        code.emit(.drain, result, base, output.object, at: range)
        code.cleanUp(from: start, base, .source)
    }

    func take(_ row: Int, _ loop: SegmentLoop, _ output: SegmentOutput) {
        switch sink {
        case .value: code.emit(.collect, output.object, row, at: range)
        case .show: code.emit(.resultRow, row, at: range)
        case .discard: break
        case .loop(let body): body.body(row: row, end: loop.end)
        }
    }

    func endSegment(_ output: SegmentOutput) {
        switch sink {
        case .value(let result): code.emit(.finishValue, result, output.object, at: range)
        case .show:
            let count = code.pool.gapFields.count - firstGap
            code.emit(.endResult, firstGap, count, flag: keepsRows ? 1 : 0, at: range)
            if let end = output.end { code.bind(end) }
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
