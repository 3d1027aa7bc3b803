import TMSSemantics
import TMSSyntax

extension FunctionBuilder {
    /// Every `for` runs all its rows; what fails is counted and told after the loop.
    func forLoop(_ loop: ForSyntax, _ range: SourceRange) {
        withSavesOrWithout(loop.source, range) { rowLoop(loop, range) }
    }

    private func rowLoop(_ loop: ForSyntax, _ range: SourceRange) {
        scoped {
            let outerFailedRows = failedRows
            failedRows = []
            defer { failedRows = outerFailedRows }
            let failures = registers(2)
            constant(.integer(0), into: failures, loop.headRange)
            constant(.integer(0), into: failures + 1, loop.headRange)
            let rows = temporary()
            let isCounted = loop.source.countedRange != nil && loop.index == nil
            if !isCounted { constant(.integer(0), into: rows, loop.headRange) }
            let isForked =
                pool.isIndependent(range, in: file) && !loop.isOneByOne && pool.effects.of(loop.body).asksTheService
            // A person is asked once for the whole loop, so what asks is told of the loop.
            let asks = pool.effects.of(loop.body).asksFirst
            let isTold = tells(pool.effects.of(loop.body).writes)
            let sink = LoopSink(
                syntax: loop, failures: failures, rows: rows, isForked: isForked, asks: asks,
                isGated: pool.effects.of(loop.body).asksTheService, writes: pool.effects.of(loop.body).writes,
                countsRows: loops.isEmpty && asksOncePerRow(loop.body), range: range)
            let told = beginTold(isTold, loop.headRange)
            if asks { emit(.loopBegins, at: loop.headRange) }
            let start = here
            if asks { openSources.append((0, .loop)) }
            blockDepth += 1
            if isCounted { countedLoop(sink) } else { pipeline(loop.source, sink: .loop(sink)) }
            blockDepth -= 1
            if sink.isForked { emit(.join, failures, at: loop.headRange) }
            if asks {
                openSources.removeLast()
                cleanUp(from: start, 0, .loop)
                emit(.loopEnds, at: loop.headRange)
            }
            endTold(isTold, from: told, loop.headRange)
            endFailedRows()
            emit(.endLoop, failures, flag: loop.isOneByOne ? 1 : 0, at: loop.headRange)
        }
    }

    /// `for i in 1 .. 10`: no list, no source, two instructions a turn.
    private func countedLoop(_ sink: LoopSink) {
        guard let (from, to) = sink.syntax.source.countedRange else { return }
        let base = registers(3)
        expression(from, into: base)
        expression(to, into: base + 1)
        if sink.asks { emit(.foretell, base, flag: 1, at: sink.syntax.headRange) }
        if sink.countsRows { emit(.foretellRows, base, flag: 1, at: sink.syntax.headRange) }
        let variable = registers(1)
        let start = makeLabel()
        let end = makeLabel()
        jump(.rangeStart, to: end, base, variable, at: sink.syntax.source.range)
        bind(start)
        scoped {
            bind(sink.syntax.name.name, to: variable)
            let handler = RowHandler(
                failures: sink.failures, rows: base, isRange: true, row: variable, name: sink.syntax.name.name,
                isGated: sink.isGated, writes: sink.writes)
            body(sink, handler, end: end)
        }
        jump(.rangeNext, to: start, base, variable, at: sink.range)
        bind(end)
    }

    /// Whether every row asks the service, each verb once: there is no branch, no loop and no definition.
    private func asksOncePerRow(_ body: BlockSyntax) -> Bool {
        var verbs: Set<VerbID> = []
        for statement in body.statements {
            let pipeline: PipelineSyntax
            switch statement.kind {
            case .pipeline(let own), .let(_, let own), .assign(_, let own): pipeline = own
            case .print, .expect: continue
            default: return false
            }
            guard case .command(let command) = pipeline.source else { continue }
            guard case .verb(let verb) = command.callee, verbs.insert(verb).inserted else { return false }
        }
        return !verbs.isEmpty && Set(pool.effects.verbs(of: body)) == verbs
    }

    /// The body for a row of a pipeline.
    func loopBody(_ sink: LoopSink, row: Int, end: Label) {
        emit(.addImmediate, sink.rows, sink.rows, 1, at: sink.syntax.headRange)
        scoped {
            // A register of its own: the body may assign the name.
            let variable = declare(sink.syntax.name.name)
            emit(.move, variable, row, at: sink.syntax.name.range)
            if let index = sink.syntax.index {
                emit(.move, declare(index.name), sink.rows, at: index.range)
            }
            let handler = RowHandler(
                failures: sink.failures, rows: sink.rows, isRange: false, row: row, name: sink.syntax.name.name,
                isGated: sink.isGated, writes: sink.writes)
            body(sink, handler, end: end)
        }
    }

    private func body(_ sink: LoopSink, _ handler: RowHandler, end: Label) {
        let outerRow = row
        row = nil
        let done = makeLabel()
        gate(handler, to: done, at: sink.syntax.headRange)
        if sink.isForked { jump(.fork, to: done, sink.failures, at: sink.syntax.headRange) }
        loops.append(LoopContext(next: done, end: end, openSources: openSources.count))
        let start = here
        block(sink.syntax.body)
        handle(from: start, with: sink.syntax.isOneByOne ? .onlyRow(handler) : .row(handler), target: done)
        loops.removeLast()
        bind(done)
        if sink.isForked { emit(.rowDone, at: sink.range) }
        row = outerRow
    }
}

extension FunctionBuilder {
    /// Whether what becomes of rows is to be told here: they are written, and nothing around tells it.
    func tells(_ isWritten: Bool) -> Bool { isWritten && !isTold }

    /// - Returns: where what is to be told begins.
    func beginTold(_ isTold: Bool, _ range: SourceRange) -> Int {
        guard isTold else { return here }
        emit(.rowsBegin, at: range)
        openSources.append((0, .rows))
        self.isTold = true
        return here
    }

    func endTold(_ isTold: Bool, from start: Int, _ range: SourceRange) {
        guard isTold else { return }
        self.isTold = false
        openSources.removeLast()
        cleanUp(from: start, 0, .rows)
        emit(.rowsEnd, at: range)
    }

    /// Fails where rows failed at a write of the pipeline that is over.
    func endFailedRows() {
        for (register, range) in failedRows { emit(.endLoop, register, at: range) }
        failedRows = []
    }

    /// Before what is done with a row: not gone through once the run has ended.
    func gate(_ handler: RowHandler, to done: Label, at range: SourceRange) {
        guard handler.isGated else { return }
        jump(.gate, to: done, handler.row, handler.failures, flag: handler.isRange ? 1 : 0, at: range)
    }
}

/// A `for` as the end of its pipeline.
struct LoopSink {
    let syntax: ForSyntax
    let failures: Int
    let rows: Int
    /// Its rows run side by side: none depends on another, and each waits for answers.
    let isForked: Bool
    /// What it does cannot be taken back.
    let asks: Bool
    /// Its rows ask the service something.
    let isGated: Bool
    /// Its rows write to the account.
    let writes: Bool
    /// Each of its rows asks the service for one thing at a time, so that calls tell how many rows are through.
    let countsRows: Bool
    let range: SourceRange
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
