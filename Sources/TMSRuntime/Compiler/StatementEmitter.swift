import TMSBase
import TMSSemantics
import TMSSyntax

/// Compiles statements.
struct StatementEmitter {
    private let code: CodeWriter
    private let registers: RegisterFile
    private let open: OpenScopes
    private let values: ValueEmitter
    private let pipelines: PipelineEmitter
    private unowned let function: FunctionBuilder

    init(_ function: FunctionBuilder) {
        code = function.code
        registers = function.registers
        open = function.open
        values = function.values
        pipelines = function.pipelines
        self.function = function
    }

    func block(_ block: BlockSyntax) {
        registers.scoped { for statement in block.statements { self.statement(statement) } }
    }

    func statement(_ statement: StatementSyntax) {
        switch statement.kind {
        case .let(let name, let pipeline): return bindName(name.name, pipeline)
        case .define, .param, .use, .readOnly, .missing: return
        // The others leave no register behind.
        default: break
        }
        let mark = registers.mark
        let range = statement.range
        switch statement.kind {
        case .assign(let name, let pipeline): assign(name, pipeline)
        case .for(let loop): forLoop(loop, range)
        case .while(let condition, let body): whileLoop(condition, body, range)
        case .if(let branches): conditional(branches, range)
        case .break: open.breakLoop(range)
        case .continue: open.continueLoop(range)
        case .return(let pipeline): giveBack(pipeline, range)
        case .exit(let status):
            let register = registers.take()
            if let status {
                values.expression(status, into: register)
            } else {
                code.constant(.integer(0), into: register, range)
            }
            code.emit(.exit, 0, register, at: range)
        case .wait(let length): code.emit(.wait, 0, values.expression(length), at: range)
        case .try(let body, let otherwise): attempt(body, otherwise, range)
        case .print(let printed) where printed.count == 1 && printed[0].isTemplate:
            guard case .string(let segments) = printed[0].kind else { break }
            let (template, first) = values.template(segments)
            code.emit(.printText, 0, first, template, at: printed[0].range)
        case .print(let printed):
            let first = values.consecutive(printed)
            code.emit(.print, first, printed.count, at: range)
        case .fail(let message): code.emit(.fail, 0, values.expression(message), at: range)
        case .expect(let condition, let message):
            var expectation = ExpectationEmitter(values)
            expectation.expect(condition, message, range)
        case .limit(let limits, let body): limit(limits, body, range)
        case .prefixed(let prefix, let inner): prefixed(prefix, inner)
        case .help(let word): help(word, range)
        case .pipeline(let pipeline):
            pipelines.pipeline(pipeline, sink: registers.isAtTopLevel ? .show : .discard)
        case .let, .define, .param, .use, .readOnly, .missing: break
        }
        registers.release(to: mark)
    }
}

// MARK: The statements

extension StatementEmitter {
    /// The name is known only after its value, so that `let x = $x + 1` reads the one outside.
    private func bindName(_ name: String, _ pipeline: PipelineSyntax) {
        let register = registers.own(name) ?? registers.take()
        let mark = registers.mark
        pipelines.pipeline(pipeline, sink: .value(register))
        registers.release(to: mark)
        let header = HeaderReader(function).header(pipeline)
        registers.bind(name, to: register)
        registers.headers[register] = header
    }

    private func assign(_ name: NameSyntax, _ pipeline: PipelineSyntax) {
        guard registers.isOutermost || registers.local(name.name) != nil else {
            return code.raise(.unknownName(name.name), at: name.range)
        }
        let register = registers.local(name.name) ?? registers.global(name.name)
        pipelines.pipeline(pipeline, sink: .value(register))
        registers.headers[register] = nil
    }

    /// Every `for` runs all its rows; what fails is counted and told after the loop.
    private func forLoop(_ loop: ForSyntax, _ range: SourceRange) {
        pipelines.withSavesOrWithout(loop.source, range) {
            registers.scoped { LoopEmitter(loop, range, function).loop() }
        }
    }

    private func whileLoop(_ condition: ExpressionSyntax, _ body: BlockSyntax, _ range: SourceRange) {
        let start = code.makeLabel()
        let test = code.makeLabel()
        let end = code.makeLabel()
        code.jump(.jump, to: test, at: range)
        code.bind(start)
        open.loop(next: test, end: end) { block(body) }
        code.bind(test)
        values.conditions.branch(condition, to: end, when: false)
        code.jump(.loop, to: start, at: range)
        code.bind(end)
    }

    private func conditional(_ branches: [IfBranchSyntax], _ range: SourceRange) {
        let end = code.makeLabel()
        for (place, branch) in branches.enumerated() {
            let next = code.makeLabel()
            if let condition = branch.condition { values.conditions.branch(condition, to: next, when: false) }
            block(branch.body)
            if place < branches.count - 1 { code.jump(.jump, to: end, at: range) }
            code.bind(next)
        }
        code.bind(end)
    }

    private func giveBack(_ pipeline: PipelineSyntax?, _ range: SourceRange) {
        let result = registers.take()
        if let pipeline {
            pipelines.pipeline(pipeline, sink: .value(result))
        } else {
            code.constant(.nothing, into: result, range)
        }
        open.close(range)
        guard !registers.isOutermost else { return code.emit(.halt, at: range) }
        code.emit(.giveBack, 0, result, at: range)
    }

    private func attempt(_ body: BlockSyntax, _ otherwise: BlockSyntax, _ range: SourceRange) {
        let error = registers.take()
        let caught = code.makeLabel()
        let end = code.makeLabel()
        let start = code.here
        block(body)
        code.handle(from: start, with: .attempt(error: error), target: caught)
        code.jump(.jump, to: end, at: range)
        code.bind(caught)
        registers.scoped {
            registers.bind("error", to: error)
            for statement in otherwise.statements { self.statement(statement) }
        }
        code.bind(end)
    }

    private func limit(_ limits: [LimitSyntax], _ body: BlockSyntax, _ range: SourceRange) {
        var template = LimitTemplate()
        for limit in limits {
            let amount = values.expression(limit.amount)
            switch LimitUnit(limit.unit) {
            case .calls: template.calls = amount
            case .quota: template.quota = amount
            case .time(let unit): template.time = (amount, unit)
            case nil: code.raise(.unknownName(limit.unit), at: limit.unitRange)
            }
        }
        code.emit(.limit, code.pool.limit(template), at: limits.first?.range ?? range)
        open.holding(.limit) { block(body) }
        code.emit(.endLimit, at: range)
    }

    private func prefixed(_ prefix: StatementSyntax.Prefix, _ inner: StatementSyntax) {
        // What rows and definitions plan for themselves stands for itself.
        let isOutside = !open.isInLoop && registers.isOutermost
        let outer = registers.take()
        code.emit(.prefixBegins, outer, prefix.place, flag: isOutside ? 1 : 0, at: inner.range)
        open.holding(.prefix(isOutside: isOutside), in: outer) {
            guard case .pipeline(let pipeline) = inner.kind, prefix.onlyDescribes,
                pipeline.source.isAsked(code.pool.vocabulary)
            else { return statement(inner) }
            // Rows that are not read give no result: nothing is counted that nobody looked at.
            if registers.isAtTopLevel { code.emit(.resultAhead, at: pipeline.range) }
            pipelines.pipeline(pipeline, sink: .discard)
        }
        code.emit(.prefixEnds, outer, flag: isOutside ? 1 : 0, at: inner.range)
    }

    /// `track?` is `help track`.
    private func help(_ word: String, _ range: SourceRange) {
        guard let verb = code.pool.vocabulary.verbs(beginningWith: "help").last else { return }
        let topic = ExpressionSyntax(.word(word), range)
        let command = CommandSyntax(callee: .verb(verb), verbRange: range, subjects: [[topic]], range: range)
        pipelines.pipeline(PipelineSyntax(source: .command(command), stages: [], range: range), sink: .show)
    }
}
