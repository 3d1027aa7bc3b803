import TMSSemantics
import TMSSyntax

/// What becomes of the rows of a pipeline.
enum Sink {
    /// A list in the register, or the one value the pipeline gives.
    case value(Int)
    case discard
    /// The result of a statement at top level.
    case show
    case loop(LoopEmitter)
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

/// Compiles pipelines: opens the source, and has its rows taken through the stages to the sink.
final class PipelineEmitter {
    private let code: CodeWriter
    private let registers: RegisterFile
    private let values: ValueEmitter
    private let commands: CommandEmitter
    private unowned let function: FunctionBuilder
    /// Compiles what is done where the statement is only planned or described: it saves no file.
    private var leavesOutSaves = false

    init(_ function: FunctionBuilder) {
        code = function.code
        registers = function.registers
        values = function.values
        commands = function.commands
        self.function = function
    }

    func pipeline(_ pipeline: PipelineSyntax, sink: Sink) {
        if case .show = sink { code.emit(.resultAhead, at: pipeline.range) }
        if pipeline.stages.isEmpty, simple(pipeline.source, sink: sink) { return }
        // Around a loop this is done already.
        if sink.isLoop { return rows(of: pipeline, sink: sink) }
        withSavesOrWithout(pipeline, pipeline.range) { rows(of: pipeline, sink: sink) }
    }

    /// Nothing is run under a prefix, so no file is written either: a pipeline that saves is compiled once more without
    /// its `save`, and the fiber knows which of the two to run.
    func withSavesOrWithout(_ pipeline: PipelineSyntax, _ range: SourceRange, _ body: () -> Void) {
        guard !leavesOutSaves, pipeline.stages.contains(where: \.isSave) else { return body() }
        let without = code.makeLabel()
        let end = code.makeLabel()
        code.jump(.jumpUnderPrefix, to: without, at: range)
        body()
        code.jump(.jump, to: end, at: range)
        code.bind(without)
        leavesOutSaves = true
        body()
        leavesOutSaves = false
        code.bind(end)
    }

    private func rows(of pipeline: PipelineSyntax, sink: Sink) {
        let mark = registers.mark
        let teller = function.teller
        function.fields.uncounted {
            // A loop tells of the rows that come to it, and what ends them early is thrown behind it as it is.
            if sink.isLoop { return takeRows(of: pipeline, sink: sink, own: nil) }
            let own = pipeline.mayEndEarly ? mark : nil
            if let own { code.emit(.pipelineBegins, own, at: pipeline.range) }
            teller.endingFailures {
                teller.telling(pipeline.writesRows(code.pool.effects), at: pipeline.range) {
                    takeRows(of: pipeline, sink: sink, own: own)
                }
            }
            if let own { code.emit(.pipelineEnds, own, at: pipeline.range) }
        }
        registers.release(to: mark)
    }

    /// - Parameter own: the first register of the pipeline, where what ends its rows early is thrown at its end.
    private func takeRows(of pipeline: PipelineSyntax, sink: Sink, own: Int?) {
        let rows = RowEmitter(pipeline, sink, function, own: own)
        let source = openSource(pipeline.source, wanted: pipeline.wantedRows, isSifted: pipeline.isSifted)
        tellPerRow(pipeline, sink)
        rows.segment(source, steps(of: pipeline, sink: sink)[...])
    }

    /// An expression or command with no stages, where no loop is needed.
    private func simple(_ source: SourceSyntax, sink: Sink) -> Bool {
        if case .loop = sink { return false }
        let range = source.range
        let mark = registers.mark
        defer { registers.release(to: mark) }
        switch source {
        case .expression(let expression):
            if case .pipeline(let inner) = expression.kind {
                pipeline(inner, sink: sink)
            } else {
                var description = ResultDescription(location: SourceLocation(function.file, range))
                description.header = HeaderReader(function).header(expression)
                deliver(values.expression(expression, into: sink.register), sink, range, description: description)
            }
        case .command(let command):
            if case .named = command.callee {
                let result = sink.register ?? registers.take()
                commands.namedCall(command, into: result)
                deliver(result, sink, range, description: nil)
                return true
            }
            // Nobody looks at the answer, but what it takes several requests to do must be done.
            let isToBeDone = !command.isLookAround(code.pool.vocabulary)
            guard case .show = sink else {
                return drained(openSource(source), isToBeDone ? sink.kept(in: registers.take()) : sink, range)
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
        let start = code.here
        switch sink {
        case .value(let result):
            code.emit(.drain, result, base, registers.object(), at: range)
            code.cleanUp(from: start, base, .source)
        default:
            code.emit(.closeSource, base, at: range)
        }
        return true
    }

    /// One value that is already computed.
    private func deliver(_ value: Int, _ sink: Sink, _ range: SourceRange, description: ResultDescription?) {
        switch sink {
        case .value(let result):
            if result != value { code.emit(.move, result, value, at: range) }
        case .discard, .loop: break
        case .show:
            let description = description ?? ResultDescription(location: SourceLocation(function.file, range))
            code.emit(.showValue, value, code.pool.description(description), at: range)
        }
    }

    private func openSource(_ source: SourceSyntax, wanted: Int? = nil, isSifted: Bool = false) -> SegmentSource {
        let range = source.range
        switch source {
        case .expression(let expression):
            if let (from, to) = expression.countedRange {
                let base = registers.take(3)
                values.expression(from, into: base)
                values.expression(to, into: base + 1)
                return .range(base)
            }
            let base = registers.take(4)
            let mark = registers.mark
            code.emit(.sourceFrom, base, values.expression(expression), at: range)
            registers.release(to: mark)
            return .source(base)
        case .open(let file):
            let base = registers.take(4)
            let mark = registers.mark
            // The path, and behind it a register for each clause there is.
            let first = registers.take(1 + FileClause.allCases.count)
            values.expression(file.path, into: first)
            var given: UInt8 = 0
            for (place, label) in FileClause.allCases.enumerated() {
                guard let clause = file.clauses.first(where: { $0.label == label }) else { continue }
                values.expression(clause.value, into: first + 1 + place)
                given |= 1 << UInt8(place)
            }
            code.emit(.open, base, first, flag: given, at: range)
            registers.release(to: mark)
            return .source(base)
        case .command(let command):
            let base = registers.take(4)
            commands.command(command, source: base, row: nil, wanted: wanted, isSifted: isSifted)
            return .source(base)
        }
    }

    /// What `explain` says of rows that it does not read: what each of them would be given to.
    private func tellPerRow(_ pipeline: PipelineSyntax, _ sink: Sink) {
        guard pipeline.source.isAsked(code.pool.vocabulary) else { return }
        var verbs = code.pool.effects.verbs(of: pipeline.stages)
        if !verbs.isEmpty { code.emit(.perRow, code.pool.verbList(verbs), flag: 1, at: pipeline.range) }
        guard case .loop(let loop) = sink else { return }
        verbs = code.pool.effects.verbs(of: loop.syntax.body)
        guard !verbs.isEmpty else { return }
        code.emit(.perRow, code.pool.verbList(verbs), flag: loop.isForked ? 1 : 0, at: loop.range)
    }

    private func steps(of pipeline: PipelineSyntax, sink: Sink) -> [PipelineStep] {
        var steps: [PipelineStep] = []
        var isReadAll = !pipeline.isPaged(code.pool.vocabulary)
        // A condition that names a field of no row is found before the first write: rows that passed one are gathered.
        var isSettled = true
        for stage in pipeline.stages {
            if case .command(let command) = stage.kind, code.pool.effects.of(command).writes {
                if !isReadAll {
                    steps.append(.readAll)
                } else if !isSettled, !command.isBulk(code.pool.vocabulary) {
                    steps.append(.gather)
                }
                isReadAll = true
                isSettled = true
            }
            if case .where = stage.kind { isSettled = false }
            if leavesOutSaves, stage.isSave { continue }
            steps.append(.stage(stage))
        }
        if case .loop(let loop) = sink, code.pool.effects.of(loop.syntax.body).writes {
            if !isReadAll { steps.append(.readAll) } else if !isSettled { steps.append(.gather) }
        }
        return steps
    }
}

extension Sink {
    /// The same, with a register for what would be thrown away unread.
    fileprivate func kept(in register: Int) -> Sink {
        if case .discard = self { .value(register) } else { self }
    }

    var isLoop: Bool {
        if case .loop = self { true } else { false }
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
    /// Whether its rows may end with a failure behind some that are good: those of a file or of a command. A value is
    /// whole.
    fileprivate var mayEndEarly: Bool {
        guard case .expression = source else { return true }
        return stages.contains { if case .command = $0.kind { true } else { false } }
    }

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
