import TMSSyntax

extension FunctionBuilder {
    /// Every `for` runs all its rows; what fails is counted and told after the loop.
    func forLoop(_ loop: ForSyntax, _ range: SourceRange) {
        scoped {
            let failures = registers(2)
            constant(.integer(0), into: failures, loop.headRange)
            constant(.integer(0), into: failures + 1, loop.headRange)
            let rows = temporary()
            let isCounted = loop.source.countedRange != nil && loop.index == nil
            if !isCounted { constant(.integer(0), into: rows, loop.headRange) }
            let isForked =
                pool.isIndependent(range, in: file) && !loop.isOneByOne && pool.asksTheService(loop.body)
            // A person is asked once for the whole loop, so what asks is told of the loop.
            let asks = prefix == nil && pool.isIrreversible(loop.body)
            let sink = LoopSink(
                syntax: loop, failures: failures, rows: rows, isForked: isForked, asks: asks, range: range)
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
            if !loop.isOneByOne { emit(.endLoop, failures, at: loop.headRange) }
        }
    }

    /// `for i in 1 .. 10`: no list, no source, two instructions a turn.
    private func countedLoop(_ sink: LoopSink) {
        guard let (from, to) = sink.syntax.source.countedRange else { return }
        let base = registers(3)
        expression(from, into: base)
        expression(to, into: base + 1)
        if sink.asks { emit(.foretell, base, flag: 1, at: sink.syntax.headRange) }
        let variable = registers(1)
        let start = makeLabel()
        let end = makeLabel()
        jump(.rangeStart, to: end, base, variable, at: sink.syntax.source.range)
        bind(start)
        scoped {
            bind(sink.syntax.name.name, to: variable)
            let handler = RowHandler(failures: sink.failures, rows: base, isRange: true)
            body(sink, handler, end: end)
        }
        jump(.rangeNext, to: start, base, variable, at: sink.range)
        bind(end)
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
            let handler = RowHandler(failures: sink.failures, rows: sink.rows, isRange: false)
            body(sink, handler, end: end)
        }
    }

    private func body(_ sink: LoopSink, _ handler: RowHandler, end: Label) {
        let outerRow = row
        row = nil
        let done = makeLabel()
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

/// A `for` as the end of its pipeline.
struct LoopSink {
    let syntax: ForSyntax
    let failures: Int
    let rows: Int
    /// Its rows run side by side: none depends on another, and each waits for answers.
    let isForked: Bool
    /// What it does cannot be taken back.
    let asks: Bool
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
        default: nil
        }
    }
}
