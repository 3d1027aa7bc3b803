import TMSSemantics
import TMSSyntax

/// What becomes of the rows of a pipeline.
enum Sink {
    /// A list in the register, or the one value the pipeline gives.
    case value(Int)
    case discard
    /// The result of a statement at top level.
    case show
    case loop(LoopSink)
}

/// A step between the source and the sink.
enum PipelineStep {
    case stage(StageSyntax)
    /// Reads all rows before the next step; rows met twice are left out.
    case readAll
    /// Reads all rows before the next step.
    case gather
}

/// Where the rows of a segment come from.
enum SegmentSource {
    /// Four registers, already open.
    case source(Int)
    /// Three registers that count.
    case range(Int)
}

// A pipeline is compiled to loops. Steps that look at one row stand inside the loop, one after the other; a step that
// must see all rows gathers them, and what it gathered is the source of the next loop.
extension FunctionBuilder {
    func pipeline(_ pipeline: PipelineSyntax, sink: Sink) {
        if case .show = sink { emit(.resultAhead, at: pipeline.range) }
        if pipeline.stages.isEmpty, simple(pipeline.source, sink: sink) { return }
        // Around a loop this is done already.
        if isLoop(sink) { return rows(of: pipeline, sink: sink) }
        withSavesOrWithout(pipeline, pipeline.range) { rows(of: pipeline, sink: sink) }
    }

    /// Nothing is run under a prefix, so no file is written either: a pipeline that saves is compiled once more without
    /// its `save`, and the fiber knows which of the two to run.
    func withSavesOrWithout(_ pipeline: PipelineSyntax, _ range: SourceRange, _ body: () -> Void) {
        guard !leavesOutSaves, pipeline.stages.contains(where: \.isSave) else { return body() }
        let without = makeLabel()
        let end = makeLabel()
        jump(.jumpUnderPrefix, to: without, at: range)
        body()
        jump(.jump, to: end, at: range)
        bind(without)
        leavesOutSaves = true
        body()
        leavesOutSaves = false
        bind(end)
    }

    private func rows(of pipeline: PipelineSyntax, sink: Sink) {
        let mark = self.mark
        let outer = comparedFields
        comparedFields = nil
        defer { comparedFields = outer }
        let description = ResultDescription(pipeline, in: self)
        let isTold = tells(isLoop(sink) ? false : pipeline.writesRows(pool.effects))
        let told = beginTold(isTold, pipeline.range)
        let outerFailedRows = failedRows
        failedRows = []
        let firstGap = pool.gapFields.count
        // What ends the rows of a loop early is thrown behind it as it is.
        let own = isLoop(sink) ? nil : mark
        if let own { emit(.pipelineBegins, own, at: pipeline.range) }
        let source = openSource(pipeline.source, wanted: pipeline.wantedRows, isSifted: pipeline.isSifted)
        tellPerRow(pipeline, sink)
        segment(
            source, steps(of: pipeline, sink: sink)[...],
            PipelineContext(pipeline, sink, description, firstGap: firstGap, own: own))
        endTold(isTold, from: told, pipeline.range)
        if !isLoop(sink) { endFailedRows() }
        if let own { emit(.pipelineEnds, own, at: pipeline.range) }
        failedRows = outerFailedRows + failedRows
        release(to: mark)
    }

    private func isLoop(_ sink: Sink) -> Bool {
        if case .loop = sink { true } else { false }
    }

    /// An expression or command with no stages, where no loop is needed.
    private func simple(_ source: SourceSyntax, sink: Sink) -> Bool {
        if case .loop = sink { return false }
        let range = source.range
        let mark = self.mark
        defer { release(to: mark) }
        switch source {
        case .expression(let expression):
            if case .pipeline(let inner) = expression.kind {
                pipeline(inner, sink: sink)
            } else {
                var description = ResultDescription(location: SourceLocation(file, range))
                description.header = header(expression)
                deliver(self.expression(expression, into: sink.register), sink, range, description: description)
            }
        case .command(let command):
            if case .named = command.callee {
                let result = sink.register ?? temporary()
                namedCall(command, into: result)
                deliver(result, sink, range, description: nil)
                return true
            }
            // Nobody looks at the answer, but what it takes several requests to do must be done.
            let isToBeDone = !command.isLookAround(pool.vocabulary)
            guard case .show = sink else {
                return drained(openSource(source), isToBeDone ? sink.kept(in: temporary()) : sink, range)
            }
            return false
        case .open:
            guard case .show = sink else { return drained(openSource(source), sink, range) }
            return false
        }
        return true
    }

    private func drained(_ source: SegmentSource, _ sink: Sink, _ range: SourceRange) -> Bool {
        guard case .source(let base) = source else { return false }
        let start = here
        switch sink {
        case .value(let result):
            emit(.drain, result, base, object(), at: range)
            cleanUp(from: start, base, .source)
        default:
            emit(.closeSource, base, at: range)
        }
        return true
    }

    /// One value that is already computed.
    private func deliver(_ value: Int, _ sink: Sink, _ range: SourceRange, description: ResultDescription?) {
        switch sink {
        case .value(let result):
            if result != value { emit(.move, result, value, at: range) }
        case .discard, .loop: break
        case .show:
            let description = description ?? ResultDescription(location: SourceLocation(file, range))
            emit(.showValue, value, pool.description(description), at: range)
        }
    }

    private func openSource(_ source: SourceSyntax, wanted: Int? = nil, isSifted: Bool = false) -> SegmentSource {
        let range = source.range
        switch source {
        case .expression(let expression):
            if let (from, to) = expression.countedRange {
                let base = registers(3)
                self.expression(from, into: base)
                self.expression(to, into: base + 1)
                return .range(base)
            }
            let base = registers(4)
            let mark = self.mark
            emit(.sourceFrom, base, self.expression(expression), at: range)
            release(to: mark)
            return .source(base)
        case .open(let file):
            let base = registers(4)
            let mark = self.mark
            // The path, and behind it a register for each clause there is.
            let first = registers(1 + FileClause.allCases.count)
            self.expression(file.path, into: first)
            var given: UInt8 = 0
            for (place, label) in FileClause.allCases.enumerated() {
                guard let clause = file.clauses.first(where: { $0.label == label }) else { continue }
                self.expression(clause.value, into: first + 1 + place)
                given |= 1 << UInt8(place)
            }
            emit(.open, base, first, flag: given, at: range)
            release(to: mark)
            return .source(base)
        case .command(let command):
            let base = registers(4)
            self.command(command, source: base, row: nil, wanted: wanted, isSifted: isSifted)
            return .source(base)
        }
    }

    /// What `explain` says of rows that it does not read: what each of them would be given to.
    private func tellPerRow(_ pipeline: PipelineSyntax, _ sink: Sink) {
        guard pipeline.source.isAsked(pool.vocabulary) else { return }
        var verbs = pool.effects.verbs(of: pipeline.stages)
        if !verbs.isEmpty { emit(.perRow, pool.verbList(verbs), flag: 1, at: pipeline.range) }
        guard case .loop(let loop) = sink else { return }
        verbs = pool.effects.verbs(of: loop.syntax.body)
        guard !verbs.isEmpty else { return }
        emit(.perRow, pool.verbList(verbs), flag: loop.isForked ? 1 : 0, at: loop.range)
    }

    private func steps(of pipeline: PipelineSyntax, sink: Sink) -> [PipelineStep] {
        var steps: [PipelineStep] = []
        var isReadAll = !pipeline.isPaged(pool.vocabulary)
        // A condition that names a field of no row is found before the first write.
        var isJudged = true
        for stage in pipeline.stages {
            if case .command(let command) = stage.kind, pool.effects.of(command).writes {
                if !isReadAll {
                    steps.append(.readAll)
                } else if !isJudged, !isBulk(command) {
                    steps.append(.gather)
                }
                isReadAll = true
                isJudged = true
            }
            if case .where = stage.kind { isJudged = false }
            if leavesOutSaves, stage.isSave { continue }
            steps.append(.stage(stage))
        }
        if case .loop(let loop) = sink, pool.effects.of(loop.syntax.body).writes {
            if !isReadAll { steps.append(.readAll) } else if !isJudged { steps.append(.gather) }
        }
        return steps
    }
}

/// What stays the same along a pipeline.
struct PipelineContext {
    let sink: Sink
    let description: ResultDescription
    let range: SourceRange
    /// The fields its conditions compare are counted from here on.
    let firstGap: Int
    /// Every row of the source is a row of the result.
    let keepsRows: Bool
    /// Its first register, where what ends its rows early is thrown at its end.
    let own: Int?

    init(_ pipeline: PipelineSyntax, _ sink: Sink, _ description: ResultDescription, firstGap: Int, own: Int?) {
        self.own = own
        self.sink = sink
        self.description = description
        self.firstGap = firstGap
        range = pipeline.range
        keepsRows = pipeline.stages.allSatisfy {
            switch $0.outcome {
            case .presented, .fewerFields, .otherFields: true
            case .sameRows, .joined, .oneRow, .groups, .summary, .saved, .answer: false
            }
        }
    }
}

extension Sink {
    /// The same, with a register for what would be thrown away unread.
    fileprivate func kept(in register: Int) -> Sink {
        if case .discard = self { .value(register) } else { self }
    }

    var isShown: Bool {
        if case .show = self { return true }
        return false
    }

    var register: Int? {
        if case .value(let register) = self { return register }
        return nil
    }
}

extension CommandSyntax {
    /// Only reads through the account, page by page.
    fileprivate func isLookAround(_ vocabulary: Vocabulary) -> Bool {
        guard case .verb(let verb) = callee else { return false }
        return vocabulary[verb].isAccountWide && vocabulary[verb].effect == .read
    }
}

extension StageSyntax {
    fileprivate var isSave: Bool {
        if case .save = kind { true } else { false }
    }
}

extension SourceSyntax {
    /// Whether its rows come from the service, so that `explain` does not have them.
    func isAsked(_ vocabulary: Vocabulary) -> Bool {
        switch self {
        case .command(let command):
            guard case .verb(let verb) = command.callee else { return false }
            return vocabulary[verb].effect != .none
        case .expression(let expression): return expression.isAsked(vocabulary)
        case .open: return false
        }
    }
}

extension ExpressionSyntax {
    fileprivate func isAsked(_ vocabulary: Vocabulary) -> Bool {
        switch kind {
        case .parenthesized(let inner): inner.isAsked(vocabulary)
        case .pipeline(let pipeline): pipeline.source.isAsked(vocabulary)
        // Only a command asks.
        default: false
        }
    }
}

extension PipelineSyntax {
    /// Whether a `where` looks at the very rows of the source.
    fileprivate var isSifted: Bool {
        for stage in stages {
            if case .where = stage.kind { return true }
            switch stage.outcome {
            case .joined, .oneRow, .groups, .summary, .answer: return false
            case .sameRows, .presented, .fewerFields, .otherFields, .saved: continue
            }
        }
        return false
    }

    /// Whether rows are given to a write: those of a file, of a list that was made before, or of its own source.
    func writesRows(_ effects: EffectAnalysis) -> Bool {
        if case .command(let command) = source, effects.of(command).writes {
            let isTyped = command.subjects.joined().allSatisfy { $0.literalText != nil }
            if command.file != nil || !isTyped { return true }
        }
        return stages.contains { stage in
            if case .command(let command) = stage.kind { effects.of(command).writes } else { false }
        }
    }

    /// Whether its rows come in pages from the account, where a write between two pages could make one be skipped.
    func isPaged(_ vocabulary: Vocabulary) -> Bool {
        guard case .command(let command) = source, case .verb(let verb) = command.callee else { return false }
        return vocabulary[verb].returnsRows
    }
}
