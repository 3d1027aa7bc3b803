import TMSSemantics
import TMSSyntax

/// One loop of a pipeline while it is being written.
struct SegmentLoop {
    /// Takes the next row.
    let next: FunctionBuilder.Label
    /// Leaves the loop; the source is released there.
    let end: FunctionBuilder.Label
}

extension FunctionBuilder {
    /// A loop over `source` through the steps up to the first that must see all rows, then the rest.
    func segment(_ source: SegmentSource, _ steps: ArraySlice<PipelineStep>, _ context: PipelineContext) {
        let split = steps.firstIndex { isBlocking($0) } ?? steps.endIndex
        let inline = Array(steps[steps.startIndex..<split])
        let collector = split < steps.endIndex ? self.collector(steps[split], context) : nil
        let rest = split < steps.endIndex ? steps[(split + 1)...] : []

        let output = collector == nil ? beginSegment(source, isBare: inline.isEmpty, context) : nil
        if let output, output.isDrained, case .source(let base) = source {
            return drain(base, output, context)
        }
        if collector == nil, case .loop(let sink) = context.sink {
            if sink.asks { foretell(.foretell, source, sink) }
            if sink.countsRows, inline.allSatisfy(\.keepsRows) { foretell(.foretellRows, source, sink) }
        }
        loop(source, inline: inline, context) { row, loop in
            if let collector {
                self.gather(row, collector, loop)
            } else if let output {
                self.take(row, loop, output, context)
            }
        }
        if let collector { continueSegment(after: collector, rest, context) }
        if let output { endSegment(output, context) }
    }

    private func foretell(_ opcode: Opcode, _ source: SegmentSource, _ sink: LoopSink) {
        switch source {
        case .source(let base): emit(opcode, base, at: sink.syntax.headRange)
        case .range(let base): emit(opcode, base, flag: 1, at: sink.syntax.headRange)
        }
    }

    private func isBlocking(_ step: PipelineStep) -> Bool {
        switch step {
        case .readAll, .gather: return true
        case .stage(let stage):
            switch stage.kind {
            case .sort, .aggregate, .last, .first, .save: return true
            case .command(let command): return isBulk(command)
            case .where, .take, .skip, .show, .drop, .set, .rename, .unique, .join, .chart, .as, .missing: return false
            }
        }
    }

    /// The loop itself: opens nothing, closes the source.
    private func loop(
        _ source: SegmentSource, inline: [PipelineStep], _ context: PipelineContext,
        _ last: (Int, SegmentLoop) -> Void
    ) {
        let start = makeLabel()
        let next = makeLabel()
        let end = makeLabel()
        let row = registers(1)
        let loop = SegmentLoop(next: next, end: end)
        let states = inline.map { prepare($0, end: end) }
        let first = here
        switch source {
        case .range(let base):
            jump(.rangeStart, to: end, base, row, at: context.range)
        case .source(let base):
            openSources.append((base, .source))
            jump(.jump, to: next, at: context.range)
        }
        bind(start)
        var counters: [Int] = []
        through(zip(inline, states).map { ($0, $1) }[...], row, loop, &counters, context, last)
        bind(next)
        for counter in counters { jump(.jumpIfZero, to: end, counter, at: context.range) }
        switch source {
        case .range(let base): jump(.rangeNext, to: start, base, row, at: context.range)
        case .source(let base):
            let taken = here
            jump(.sourceNext, to: start, base, row, at: context.range)
            if let own = context.own { handle(from: taken, with: .endOfRows(pipeline: own), target: end) }
        }
        bind(end)
        if case .source(let base) = source {
            openSources.removeLast()
            cleanUp(from: first, base, .source)
            emit(.closeSource, base, at: context.range)
        }
    }

    /// What a step needs before the first row: a counter or an object.
    private func prepare(_ step: PipelineStep, end: Label) -> Int {
        guard case .stage(let stage) = step else { return 0 }
        switch stage.kind {
        case .command(let command) where pool.effects.of(command).writes:
            let state = registers(3)
            for place in 0..<3 { constant(.integer(0), into: state + place, stage.range) }
            failedRows.append((state, stage.range))
            return state
        case .take(let count), .skip(let count):
            let counter = registers(1)
            var word = "skip"
            if case .take = stage.kind { word = "take" }
            let name = pool.constant(.string(word))
            emit(.rowCount, counter, expression(count), name, at: count.range)
            return counter
        case .unique(let fields):
            let object = self.object()
            place(fields)
            emit(.begin, object, pool.collector(.seen(by: fields.map(\.name))), at: stage.range)
            return object
        case .join(let rows, let field, let keepsAll):
            let object = self.object()
            let mark = self.mark
            place([field])
            let partner = expression(rows)
            let partners = CollectorSpecification.partners(on: field.name, keepsAll: keepsAll)
            emit(.begin, object, pool.collector(partners), partner, at: rows.range)
            release(to: mark)
            return object
        case .where, .sort, .show, .drop, .set, .rename, .aggregate, .first, .last, .chart, .save, .as, .command,
            .missing:
            return 0
        }
    }

    /// The steps inside the loop, for the row in a register.
    private func through(
        _ steps: ArraySlice<(PipelineStep, Int)>, _ row: Int, _ loop: SegmentLoop, _ counters: inout [Int],
        _ context: PipelineContext, _ last: (Int, SegmentLoop) -> Void
    ) {
        guard let (step, state) = steps.first, case .stage(let stage) = step else { return last(row, loop) }
        let rest = steps.dropFirst()
        let range = stage.range
        let outerRow = self.row
        switch stage.kind {
        case .where(let condition):
            self.row = row
            let outer = comparedFields
            comparedFields = context.sink.isShown ? [:] : nil
            let use = fieldUse
            fieldUse = .condition
            branch(condition, to: loop.next, when: false)
            fieldUse = use
            comparedFields = outer
        case .take:
            counters.append(state)
            jump(.jumpIfZero, to: loop.end, state, at: range)
            emit(.addImmediate, state, state, -1, at: range)
        case .skip:
            jump(.jumpCountingDown, to: loop.next, state, at: range)
        case .show(let fields):
            place(fields)
            reshape(row, .show(fields.map(\.name)), range)
        case .drop(let fields):
            place(fields)
            reshape(row, .drop(fields.map(\.name)), range)
        case .rename(let pairs):
            place(pairs.map(\.from))
            reshape(row, .rename(pairs.map { (from: $0.from.name, to: $0.to.name) }), range)
        case .set(let field, let value):
            self.row = row
            let mark = self.mark
            let register = expression(value)
            emit(.setField, row, register, pool.reshaping(.set(field.name)), at: range)
            release(to: mark)
        case .unique:
            jump(.jumpIfSeen, to: loop.next, state, row, at: range)
        case .join(_, _, let keepsAll):
            emit(.joinRow, row, row, state, at: range)
            if !keepsAll { jump(.jumpIfEmpty, to: loop.next, row, at: range) }
        case .command(let command):
            self.row = row
            judged(command, row, state, loop, range) { result, inner in
                self.row = outerRow
                through(rest, result, inner, &counters, context, last)
            }
            self.row = outerRow
            return
        // They have gathered the rows, or say how a result looks.
        case .sort, .aggregate, .first, .last, .save, .as, .chart, .missing: break
        }
        self.row = outerRow
        through(rest, row, loop, &counters, context, last)
    }

    private func reshape(_ row: Int, _ reshaping: Reshaping, _ range: SourceRange) {
        emit(.reshape, row, row, pool.reshaping(reshaping), at: range)
    }

    /// A verb called once a row. A row that a write fails for is told, and the next one goes on.
    ///
    /// - Parameter state: registers that count its failures; 0 for what writes nothing.
    private func judged(
        _ command: CommandSyntax, _ row: Int, _ state: Int, _ loop: SegmentLoop, _ range: SourceRange,
        _ then: (Int, SegmentLoop) -> Void
    ) {
        guard state > 0 else { return rowCommand(command, row, loop, range, then) }
        emit(.addImmediate, state + 2, state + 2, 1, at: range)
        let handler = RowHandler(
            failures: state, rows: state + 2, isRange: false, row: row, name: "row", isGated: true, writes: true,
            isStage: true)
        gate(handler, to: loop.next, at: range)
        let start = here
        rowCommand(command, row, loop, range, then)
        handle(from: start, with: .row(handler), target: loop.next)
    }

    /// A verb or definition called once a row; its rows go on.
    private func rowCommand(
        _ command: CommandSyntax, _ row: Int, _ loop: SegmentLoop, _ range: SourceRange,
        _ then: (Int, SegmentLoop) -> Void
    ) {
        if case .named(let name) = command.callee, command.subjects.isEmpty,
            let inline = inline(name, given: 1), inline.result.isOneRow, inline.formals.allSatisfy({ $0.kind == nil })
        {
            let result = registers(1)
            inlined(inline, row, into: result)
            return then(result, loop)
        }
        let base = registers(4)
        let result = registers(1)
        let start = makeLabel()
        let next = makeLabel()
        let leave = makeLabel()
        if case .named = command.callee {
            namedCall(command, into: result, row: row)
            jump(.spread, to: start, result, base, at: range)
        } else {
            self.command(command, source: base, row: row)
        }
        let first = here
        openSources.append((base, .source))
        jump(.jump, to: next, at: range)
        bind(start)
        then(result, SegmentLoop(next: next, end: leave))
        bind(next)
        jump(.sourceNext, to: start, base, result, at: range)
        jump(.jump, to: loop.next, at: range)
        bind(leave)
        openSources.removeLast()
        cleanUp(from: first, base, .source)
        emit(.closeSource, base, at: range)
        jump(.jump, to: loop.end, at: range)
    }
}

extension PipelineStep {
    /// Every row goes on, and none becomes several.
    fileprivate var keepsRows: Bool {
        guard case .stage(let stage) = self else { return true }
        switch stage.kind {
        case .show, .drop, .set, .rename: return true
        default: return false
        }
    }
}
