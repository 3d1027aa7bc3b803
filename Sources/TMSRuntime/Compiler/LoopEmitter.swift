import TMSSemantics
import TMSSyntax

/// Compiles one `for`, which is the end of the pipeline that gives its rows.
struct LoopEmitter {
    let syntax: ForSyntax
    let range: SourceRange
    /// Its rows run side by side: none depends on another, and each waits for answers.
    let isForked: Bool
    /// What it does cannot be taken back. A person is asked once for the whole loop, so what asks is told of the loop.
    let asks: Bool
    /// Each of its rows asks the service for one thing at a time, so that calls tell how many rows are through.
    let countsRows: Bool
    /// Its rows ask the service something.
    private let isGated: Bool
    /// Its rows write to the account.
    let writes: Bool
    /// Two registers: how many rows have failed, and the gravest of their statuses.
    private let failures: Int
    /// Counts the rows begun.
    private let rows: Int
    private let code: CodeWriter
    private let registers: RegisterFile
    private unowned let function: FunctionBuilder

    init(_ syntax: ForSyntax, _ range: SourceRange, _ function: FunctionBuilder) {
        self.syntax = syntax
        self.range = range
        self.function = function
        code = function.code
        registers = function.registers
        failures = registers.take(2)
        rows = registers.take()
        let analysis = function.pool.effects
        let effects = analysis.of(syntax.body)
        isForked =
            function.pool.isIndependent(range, in: function.file) && !syntax.isOneByOne && effects.asksTheService
        asks = effects.asksFirst
        isGated = effects.asksTheService
        writes = effects.writes
        countsRows = !function.open.isInLoop && syntax.body.asksOncePerRow(analysis)
    }

    func loop() {
        let isCounted = syntax.source.countedRange != nil && syntax.index == nil
        code.constant(.integer(0), into: failures, syntax.headRange)
        code.constant(.integer(0), into: failures + 1, syntax.headRange)
        if !isCounted { code.constant(.integer(0), into: rows, syntax.headRange) }
        function.teller.endingFailures {
            function.teller.telling(writes, at: syntax.headRange) {
                guard asks else { return allRows(isCounted: isCounted) }
                code.emit(.loopBegins, at: syntax.headRange)
                function.open.holding(.loop) { allRows(isCounted: isCounted) }
                code.emit(.loopEnds, at: syntax.headRange)
            }
        }
        code.emit(.endLoop, failures, flag: syntax.isOneByOne ? 1 : 0, at: syntax.headRange)
    }

    private func allRows(isCounted: Bool) {
        if isCounted { countedLoop() } else { function.pipelines.pipeline(syntax.source, sink: .loop(self)) }
        if isForked { code.emit(.join, failures, at: syntax.headRange) }
    }

    /// `for i in 1 .. 10`: no list, no source, two instructions a turn.
    private func countedLoop() {
        guard let (from, to) = syntax.source.countedRange else { return }
        let base = registers.take(3)
        function.values.expression(from, into: base)
        function.values.expression(to, into: base + 1)
        foretell(.range(base), isEveryRow: true)
        let variable = registers.take()
        let start = code.makeLabel()
        let end = code.makeLabel()
        code.jump(.rangeStart, to: end, base, variable, at: syntax.source.range)
        code.bind(start)
        registers.scoped {
            registers.bind(syntax.name.name, to: variable)
            body(handler(rows: base, isRange: true, row: variable), end: end)
        }
        code.jump(.rangeNext, to: start, base, variable, at: range)
        code.bind(end)
    }

    /// Says before the first row what all of them will do.
    ///
    /// - Parameter isEveryRow: each row of the source comes to the loop.
    func foretell(_ source: SegmentSource, isEveryRow: Bool) {
        var opcodes: [Opcode] = asks ? [.foretell] : []
        if countsRows, isEveryRow { opcodes.append(.foretellRows) }
        for opcode in opcodes {
            switch source {
            case .source(let base): code.emit(opcode, base, at: syntax.headRange)
            case .range(let base): code.emit(opcode, base, flag: 1, at: syntax.headRange)
            }
        }
    }

    /// The body for a row of a pipeline.
    func body(row: Int, end: CodeWriter.Label) {
        code.emit(.addImmediate, rows, rows, 1, at: syntax.headRange)
        registers.scoped {
            // A register of its own: the body may assign the name.
            let variable = registers.declare(syntax.name.name)
            code.emit(.move, variable, row, at: syntax.name.range)
            if let index = syntax.index { code.emit(.move, registers.declare(index.name), rows, at: index.range) }
            body(handler(rows: rows, isRange: false, row: row), end: end)
        }
    }

    private func handler(rows: Int, isRange: Bool, row: Int) -> RowHandler {
        RowHandler(
            failures: failures, rows: rows, isRange: isRange, row: row, name: syntax.name.name, isGated: isGated,
            writes: writes)
    }

    private func body(_ handler: RowHandler, end: CodeWriter.Label) {
        let done = code.makeLabel()
        function.teller.gate(handler, to: done, at: syntax.headRange)
        if isForked { code.jump(.fork, to: done, failures, at: syntax.headRange) }
        let start = code.here
        function.open.loop(next: done, end: end) {
            function.fields.with(nil) { function.statements.block(syntax.body) }
        }
        code.handle(from: start, with: syntax.isOneByOne ? .onlyRow(handler) : .row(handler), target: done)
        code.bind(done)
        if isForked { code.emit(.rowDone, at: range) }
    }
}

extension BlockSyntax {
    /// Whether every row asks the service, each verb once: there is no branch, no loop and no definition.
    fileprivate func asksOncePerRow(_ effects: EffectAnalysis) -> Bool {
        var verbs: Set<VerbID> = []
        for statement in statements {
            let pipeline: PipelineSyntax
            switch statement.kind {
            case .pipeline(let own), .let(_, let own), .assign(_, let own): pipeline = own
            case .print, .expect: continue
            default: return false
            }
            guard case .command(let command) = pipeline.source else { continue }
            guard case .verb(let verb) = command.callee, verbs.insert(verb).inserted else { return false }
        }
        return !verbs.isEmpty && Set(effects.verbs(of: self)) == verbs
    }
}

extension PipelineSyntax {
    /// The ends of `a .. b`, if it is that and nothing more.
    var countedRange: (ExpressionSyntax, ExpressionSyntax)? {
        guard stages.isEmpty, case .expression(let expression) = source else { return nil }
        return expression.countedRange
    }
}

extension ExpressionSyntax {
    var countedRange: (ExpressionSyntax, ExpressionSyntax)? {
        switch kind {
        case .parenthesized(let inner): inner.countedRange
        case .binary(.range, let from, let to): (from, to)
        // Any other value is worked out before it is counted through.
        default: nil
        }
    }
}
