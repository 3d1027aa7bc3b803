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
        var sink = sink
        if case .show = sink {
            // Rows that are not read give no result: nothing is counted that nobody looked at.
            if prefix == .explain || prefix == .curl, pipeline.source.isAsked(pool.vocabulary) { sink = .discard }
            emit(.resultAhead, at: pipeline.range)
        }
        if pipeline.stages.isEmpty, simple(pipeline.source, sink: sink) { return }
        let mark = self.mark
        let outer = comparedFields
        comparedFields = nil
        defer { comparedFields = outer }
        let description = ResultDescription(pipeline, in: self)
        let firstGap = pool.gapFields.count
        let source = openSource(pipeline.source, wanted: pipeline.wantedRows, isSifted: pipeline.isSifted)
        if prefix == .explain { tellPerRow(pipeline, sink) }
        segment(
            source, steps(of: pipeline, sink: sink)[...],
            PipelineContext(pipeline, sink, description, firstGap: firstGap))
        release(to: mark)
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
                deliver(self.expression(expression, into: sink.register), sink, range, description: nil)
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
        case .open(let path, _):
            let base = registers(4)
            let mark = self.mark
            emit(.open, base, self.expression(path), at: range)
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
        var verbs = pool.verbs { analysis in pipeline.stages.contains { analysis.writes($0) } }
        if !verbs.isEmpty { emit(.perRow, pool.verbList(verbs), flag: 1, at: pipeline.range) }
        guard case .loop(let loop) = sink else { return }
        verbs = pool.verbs { $0.writes(loop.syntax.body) }
        guard !verbs.isEmpty else { return }
        emit(.perRow, pool.verbList(verbs), flag: loop.isForked ? 1 : 0, at: loop.range)
    }

    private func steps(of pipeline: PipelineSyntax, sink: Sink) -> [PipelineStep] {
        var steps: [PipelineStep] = []
        var isReadAll = !pipeline.isPaged(pool.vocabulary)
        let analysis = WriteAnalysis(vocabulary: pool.vocabulary, writing: pool.writingDefinitions)
        for stage in pipeline.stages {
            if case .command(let command) = stage.kind, !isReadAll, analysis.writes(command) {
                steps.append(.readAll)
                isReadAll = true
            }
            // Nothing is run under a prefix, so no file is written either.
            if case .save = stage.kind, prefix != nil { continue }
            steps.append(.stage(stage))
        }
        if case .loop(let loop) = sink, !isReadAll, analysis.writes(loop.syntax.body) { steps.append(.readAll) }
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

    init(_ pipeline: PipelineSyntax, _ sink: Sink, _ description: ResultDescription, firstGap: Int) {
        self.sink = sink
        self.description = description
        self.firstGap = firstGap
        range = pipeline.range
        keepsRows = pipeline.stages.allSatisfy {
            switch $0.kind {
            case .show, .drop, .rename, .set, .as, .chart: true
            default: false
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

extension SourceSyntax {
    /// Whether its rows come from the service, so that `explain` does not have them.
    fileprivate func isAsked(_ vocabulary: Vocabulary) -> Bool {
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
        default: false
        }
    }
}

extension PipelineSyntax {
    /// Whether a `where` looks at the very rows of the source.
    fileprivate var isSifted: Bool {
        for stage in stages {
            switch stage.kind {
            case .where: return true
            case .aggregate, .command, .first, .last, .join: return false
            default: continue
            }
        }
        return false
    }

    /// Whether its rows come in pages from the account, where a write between two pages could make one be skipped.
    func isPaged(_ vocabulary: Vocabulary) -> Bool {
        guard case .command(let command) = source, case .verb(let verb) = command.callee else { return false }
        return vocabulary[verb].returnsRows
    }
}

extension ResultDescription {
    /// What can be told of a result from the pipeline that makes it.
    init(_ pipeline: PipelineSyntax, in builder: FunctionBuilder) {
        self.init(location: SourceLocation(builder.file, pipeline.range))
        let analysis = WriteAnalysis(
            vocabulary: builder.pool.vocabulary, writing: builder.pool.writingDefinitions)
        isToBeDone = builder.prefix == nil && analysis.writes(pipeline)
        speaksOfDates = pipeline.speaksOfDates
        if case .command(let command) = pipeline.source { take(command, in: builder) }
        for stage in pipeline.stages {
            switch stage.kind {
            case .where: isSifted = true
            case .take, .first, .last: isBounded = true
            case .show(let fields): columns = fields.map(\.name)
            case .as(let name, _): format = name
            case .chart(let kind): format = kind.map { "chart \($0)" } ?? "chart"
            case .aggregate(let groups, let aggregates):
                columns = groups.map(\.name) + aggregates.map(\.columnName)
                schema = nil
                verb = nil
                isSifted = false
            case .command(let command): take(command, in: builder)
            case .set(let field, _):
                if columns?.contains(field.name) == false { columns?.append(field.name) }
            case .drop(let fields):
                columns?.removeAll { column in fields.contains { $0.name == column } }
            case .rename(let pairs):
                for pair in pairs {
                    guard let place = columns?.firstIndex(of: pair.from.name) else { continue }
                    columns?[place] = pair.to.name
                }
            default: break
            }
        }
    }

    private mutating func take(_ command: CommandSyntax, in builder: FunctionBuilder) {
        columns = nil
        isSifted = false
        guard case .verb(let id) = command.callee else {
            verb = nil
            schema = nil
            return
        }
        verb = id
        schema = builder.pool.vocabulary[id].returns
    }
}

extension AggregateSyntax {
    /// `count`, `median_silent`.
    var columnName: String { field.map { "\(function.rawValue)_\($0.name)" } ?? function.rawValue }
}
