import TMSSemantics
import TMSSyntax

/// One loop of a pipeline while it is being written.
struct SegmentLoop {
    /// Takes the next row.
    let next: CodeWriter.Label
    /// Leaves the loop; the source is released there.
    let end: CodeWriter.Label
}

/// Compiles the way of one pipeline's rows from the source to the sink.
///
/// Steps that look at one row stand inside a loop, one after the other; a step that must see all rows gathers them, and
/// what it gathered is the source of the next loop.
final class RowEmitter {
    let sink: Sink
    let description: ResultDescription
    let range: SourceRange
    /// The fields its conditions compare are counted from here on.
    let firstGap: Int
    /// Every row of the source is a row of the result.
    let keepsRows: Bool
    /// The first register of the pipeline, where what ends its rows early is thrown at its end; nil for a loop.
    private let own: Int?
    /// The registers of the loop being written that count what `take` still lets through.
    private var counters: [Int] = []
    let code: CodeWriter
    let registers: RegisterFile
    let values: ValueEmitter
    let commands: CommandEmitter
    private let fields: RowFields
    private let open: OpenScopes
    private let teller: RowTeller

    init(_ pipeline: PipelineSyntax, _ sink: Sink, _ function: FunctionBuilder, own: Int?) {
        self.sink = sink
        self.own = own
        description = ResultDescription(pipeline, in: function)
        range = pipeline.range
        firstGap = function.pool.gapFields.count
        keepsRows = pipeline.stages.allSatisfy {
            switch $0.outcome {
            case .presented, .fewerFields, .otherFields: true
            case .sameRows, .joined, .oneRow, .groups, .summary, .saved, .answer: false
            }
        }
        code = function.code
        registers = function.registers
        values = function.values
        commands = function.commands
        fields = function.fields
        open = function.open
        teller = function.teller
    }

    /// A loop over `source` through the steps up to the first that must see all rows, then the rest.
    func segment(_ source: SegmentSource, _ steps: ArraySlice<PipelineStep>) {
        let split = steps.firstIndex { isBlocking($0) } ?? steps.endIndex
        let inline = Array(steps[steps.startIndex..<split])
        let collector = split < steps.endIndex ? self.collector(steps[split]) : nil
        let rest = split < steps.endIndex ? steps[(split + 1)...] : []

        let output = collector == nil ? beginSegment(source, isBare: inline.isEmpty) : nil
        if let output, output.isDrained, case .source(let base) = source {
            return drain(base, output)
        }
        if collector == nil, case .loop(let loop) = sink {
            loop.foretell(source, isEveryRow: inline.allSatisfy(\.keepsRows))
        }
        loop(source, inline: inline) { row, loop in
            if let collector {
                self.gather(row, collector, loop)
            } else if let output {
                self.take(row, loop, output)
            }
        }
        if let collector { continueSegment(after: collector, rest) }
        if let output { endSegment(output) }
    }

    private func isBlocking(_ step: PipelineStep) -> Bool {
        switch step {
        case .readAll, .gather: return true
        case .stage(let stage):
            switch stage.kind {
            case .sort, .aggregate, .last, .first, .save: return true
            case .command(let command): return command.isBulk(code.pool.vocabulary)
            case .where, .take, .skip, .show, .drop, .set, .rename, .unique, .join, .chart, .as, .missing: return false
            }
        }
    }

    /// The loop itself: opens nothing, closes the source.
    private func loop(
        _ source: SegmentSource, inline: [PipelineStep], _ last: (Int, SegmentLoop) -> Void
    ) {
        let start = code.makeLabel()
        let next = code.makeLabel()
        let end = code.makeLabel()
        let row = registers.take()
        let loop = SegmentLoop(next: next, end: end)
        let steps = inline.map { ($0, prepare($0)) }
        counters = []
        func turns() {
            code.bind(start)
            through(steps[...], row, loop, last)
            code.bind(next)
            for counter in counters { code.jump(.jumpIfZero, to: end, counter, at: range) }
        }
        switch source {
        case .range(let base):
            code.jump(.rangeStart, to: end, base, row, at: range)
            turns()
            code.jump(.rangeNext, to: start, base, row, at: range)
            code.bind(end)
        case .source(let base):
            open.holding(.source, in: base) {
                code.jump(.jump, to: next, at: range)
                turns()
                let taken = code.here
                code.jump(.sourceNext, to: start, base, row, at: range)
                if let own { code.handle(from: taken, with: .endOfRows(pipeline: own), target: end) }
                code.bind(end)
            }
            code.emit(.closeSource, base, at: range)
        }
    }

    /// What a step needs before the first row: a counter or an object.
    private func prepare(_ step: PipelineStep) -> Int {
        guard case .stage(let stage) = step else { return 0 }
        switch stage.kind {
        case .command(let command) where code.pool.effects.of(command).writes:
            let state = registers.take(3)
            for place in 0..<3 { code.constant(.integer(0), into: state + place, stage.range) }
            teller.count(in: state, at: stage.range)
            return state
        case .take(let count), .skip(let count):
            let counter = registers.take()
            var word = "skip"
            if case .take = stage.kind { word = "take" }
            let name = code.pool.constant(.string(word))
            code.emit(.rowCount, counter, values.expression(count), name, at: count.range)
            return counter
        case .unique(let fields):
            let object = registers.object()
            code.place(fields)
            code.emit(.begin, object, code.pool.collector(.seen(by: fields.map(\.name))), at: stage.range)
            return object
        case .join(let rows, let field, let keepsAll):
            let object = registers.object()
            let mark = registers.mark
            code.place([field])
            let partner = values.expression(rows)
            let partners = CollectorSpecification.partners(on: field.name, keepsAll: keepsAll)
            code.emit(.begin, object, code.pool.collector(partners), partner, at: rows.range)
            registers.release(to: mark)
            return object
        case .where, .sort, .show, .drop, .set, .rename, .aggregate, .first, .last, .chart, .save, .as, .command,
            .missing:
            return 0
        }
    }

    /// The steps inside the loop, for the row in a register.
    private func through(
        _ steps: ArraySlice<(PipelineStep, Int)>, _ row: Int, _ loop: SegmentLoop, _ last: (Int, SegmentLoop) -> Void
    ) {
        guard let (step, state) = steps.first, case .stage(let stage) = step else { return last(row, loop) }
        let rest = steps.dropFirst()
        let range = stage.range
        switch stage.kind {
        case .where(let condition):
            fields.condition(on: row, isCounted: sink.isShown) {
                values.conditions.branch(condition, to: loop.next, when: false)
            }
        case .take:
            counters.append(state)
            code.jump(.jumpIfZero, to: loop.end, state, at: range)
            code.emit(.addImmediate, state, state, -1, at: range)
        case .skip:
            code.jump(.jumpCountingDown, to: loop.next, state, at: range)
        case .show(let shown):
            code.place(shown)
            reshape(row, .show(shown.map(\.name)), range)
        case .drop(let dropped):
            code.place(dropped)
            reshape(row, .drop(dropped.map(\.name)), range)
        case .rename(let pairs):
            code.place(pairs.map(\.from))
            reshape(row, .rename(pairs.map { (from: $0.from.name, to: $0.to.name) }), range)
        case .set(let field, let value):
            let mark = registers.mark
            fields.with(row) {
                let register = values.expression(value)
                code.emit(.setField, row, register, code.pool.reshaping(.set(field.name)), at: range)
            }
            registers.release(to: mark)
        case .unique:
            code.jump(.jumpIfSeen, to: loop.next, state, row, at: range)
        case .join(_, _, let keepsAll):
            code.emit(.joinRow, row, row, state, at: range)
            if !keepsAll { code.jump(.jumpIfEmpty, to: loop.next, row, at: range) }
        case .command(let command):
            let outer = fields.row
            return fields.with(row) {
                countedCommand(command, row, state, loop, range) { result, inner in
                    fields.with(outer) { through(rest, result, inner, last) }
                }
            }
        // They have gathered the rows, or say how a result looks.
        case .sort, .aggregate, .first, .last, .save, .as, .chart, .missing: break
        }
        through(rest, row, loop, last)
    }

    private func reshape(_ row: Int, _ reshaping: Reshaping, _ range: SourceRange) {
        code.emit(.reshape, row, row, code.pool.reshaping(reshaping), at: range)
    }

    /// A verb called once a row. A row that a write fails for is told, and the next one goes on.
    ///
    /// - Parameter state: registers that count its failures; 0 for what writes nothing.
    private func countedCommand(
        _ command: CommandSyntax, _ row: Int, _ state: Int, _ loop: SegmentLoop, _ range: SourceRange,
        _ then: (Int, SegmentLoop) -> Void
    ) {
        guard state > 0 else { return rowCommand(command, row, loop, range, then) }
        code.emit(.addImmediate, state + 2, state + 2, 1, at: range)
        let handler = RowHandler(
            failures: state, rows: state + 2, isRange: false, row: row, name: "row", isGated: true, writes: true,
            isStage: true)
        teller.gate(handler, to: loop.next, at: range)
        let start = code.here
        rowCommand(command, row, loop, range, then)
        code.handle(from: start, with: .row(handler), target: loop.next)
    }

    /// A verb or definition called once a row; its rows go on.
    private func rowCommand(
        _ command: CommandSyntax, _ row: Int, _ loop: SegmentLoop, _ range: SourceRange,
        _ then: (Int, SegmentLoop) -> Void
    ) {
        if case .named(let name) = command.callee, command.subjects.isEmpty,
            let inline = values.calls.inline(name, given: 1), inline.result.isOneRow,
            inline.formals.allSatisfy({ $0.kind == nil })
        {
            let result = registers.take()
            values.calls.inlined(inline, row, into: result)
            return then(result, loop)
        }
        let base = registers.take(4)
        let result = registers.take()
        let start = code.makeLabel()
        let next = code.makeLabel()
        let leave = code.makeLabel()
        if case .named = command.callee {
            commands.namedCall(command, into: result, row: row)
            code.jump(.spread, to: start, result, base, at: range)
        } else {
            commands.command(command, source: base, row: row)
        }
        open.holding(.source, in: base) {
            code.jump(.jump, to: next, at: range)
            code.bind(start)
            then(result, SegmentLoop(next: next, end: leave))
            code.bind(next)
            code.jump(.sourceNext, to: start, base, result, at: range)
            code.jump(.jump, to: loop.next, at: range)
            code.bind(leave)
        }
        code.emit(.closeSource, base, at: range)
        code.jump(.jump, to: loop.end, at: range)
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
