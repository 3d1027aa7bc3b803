import TMSBase
import TMSSemantics
import TMSSyntax

extension FunctionBuilder {
    /// Gives each `param` its register; the machine fills in what was given at the start.
    func parameters(_ parameters: [ParamSyntax]) -> [ParameterTemplate] {
        parameters.map { parameter in
            let register = declare(parameter.name.name)
            let isRequired = parameter.defaultValue == nil
            if let value = parameter.defaultValue {
                let given = makeLabel()
                jump(.jumpUnlessEmpty, to: given, register, at: parameter.name.range)
                expression(value, into: register)
                bind(given)
            }
            if let kind = parameter.readKind {
                convert(register, to: kind, for: parameter.name.name, parameter.mayBeEmpty, at: parameter.name.range)
            }
            return ParameterTemplate(
                name: parameter.name.name, register: register, isRequired: isRequired,
                location: SourceLocation(file, parameter.name.range))
        }
    }

    func program(_ statements: [StatementSyntax]) {
        for statement in statements { self.statement(statement) }
        emit(.halt, at: statements.last?.range ?? .none)
    }

    func definition(_ syntax: DefineSyntax) {
        let range = syntax.name.range
        for parameter in syntax.parameters { _ = declare(parameter.name.name) }
        requiredCount = syntax.parameters.count { $0.defaultValue == nil }
        entries = []
        for parameter in syntax.parameters {
            guard let value = parameter.defaultValue, let register = local(parameter.name.name) else { continue }
            entries.append(here)
            expression(value, into: register)
            if let kind = parameter.kind?.kind {
                convert(register, to: kind, for: parameter.name.name, parameter.mayBeEmpty, at: value.range)
            }
        }
        entries.append(here)
        blockDepth = 1
        for statement in syntax.body.statements { self.statement(statement) }
        let result = temporary()
        constant(.nothing, into: result, range)
        emit(.giveBack, 0, result, at: range)
    }

    /// Makes what stands in a register a value of the kind that a parameter is declared to be.
    func convert(_ register: Int, to kind: ParameterKind, for name: String, _ mayBeEmpty: Bool, at range: SourceRange) {
        emit(.convert, register, kind.place, pool.constant(.string(name)), flag: mayBeEmpty ? 1 : 0, at: range)
    }

    func block(_ block: BlockSyntax) {
        scoped { for statement in block.statements { self.statement(statement) } }
    }

    func statement(_ statement: StatementSyntax) {
        switch statement.kind {
        case .let(let name, let pipeline): return bindName(name.name, pipeline)
        case .define, .param, .use, .readOnly, .missing: return
        // The others leave no register behind.
        default: break
        }
        let mark = self.mark
        let range = statement.range
        switch statement.kind {
        case .assign(let name, let pipeline): assign(name, pipeline)
        case .for(let loop): forLoop(loop, range)
        case .while(let condition, let body): whileLoop(condition, body, range)
        case .if(let branches): conditional(branches, range)
        case .break: leaveLoop(range) { $0.end }
        case .continue: leaveLoop(range) { $0.next }
        case .return(let pipeline): giveBack(pipeline, range)
        case .exit(let status):
            let register = temporary()
            if let status { expression(status, into: register) } else { constant(.integer(0), into: register, range) }
            emit(.exit, 0, register, at: range)
        case .wait(let length): emit(.wait, 0, expression(length), at: range)
        case .try(let body, let otherwise): attempt(body, otherwise, range)
        case .print(let values) where values.count == 1 && values[0].isTemplate:
            guard case .string(let segments) = values[0].kind else { break }
            let (template, first) = template(segments)
            emit(.printText, 0, first, template, at: values[0].range)
        case .print(let values):
            let first = consecutive(values)
            emit(.print, first, values.count, at: range)
        case .fail(let message): emit(.fail, 0, expression(message), at: range)
        case .expect(let condition, let message): expect(condition, message, range)
        case .limit(let limits, let body): limit(limits, body, range)
        case .prefixed(let prefix, let inner): prefixed(prefix, inner)
        case .help(let word): help(word, range)
        case .pipeline(let pipeline):
            self.pipeline(pipeline, sink: blockDepth == 0 ? .show : .discard)
        case .let, .define, .param, .use, .readOnly, .missing: break
        }
        release(to: mark)
    }
}

// MARK: The statements

extension FunctionBuilder {
    /// The name is known only after its value, so that `let x = $x + 1` reads the one outside.
    private func bindName(_ name: String, _ pipeline: PipelineSyntax) {
        let register = ownRegister(name) ?? registers(1)
        let mark = self.mark
        self.pipeline(pipeline, sink: .value(register))
        release(to: mark)
        let header = header(pipeline)
        bind(name, to: register)
        headers[register] = header
    }

    private func assign(_ name: NameSyntax, _ pipeline: PipelineSyntax) {
        guard main == nil || local(name.name) != nil else { return raise(.unknownName(name.name), at: name.range) }
        let register = local(name.name) ?? globalRegister(name.name)
        self.pipeline(pipeline, sink: .value(register))
        headers[register] = nil
    }

    private func whileLoop(_ condition: ExpressionSyntax, _ body: BlockSyntax, _ range: SourceRange) {
        let start = makeLabel()
        let test = makeLabel()
        let end = makeLabel()
        jump(.jump, to: test, at: range)
        bind(start)
        loops.append(LoopContext(next: test, end: end, openSources: openSources.count))
        block(body)
        loops.removeLast()
        bind(test)
        branch(condition, to: end, when: false)
        jump(.loop, to: start, at: range)
        bind(end)
    }

    private func conditional(_ branches: [IfBranchSyntax], _ range: SourceRange) {
        let end = makeLabel()
        for (place, branch) in branches.enumerated() {
            let next = makeLabel()
            if let condition = branch.condition { self.branch(condition, to: next, when: false) }
            block(branch.body)
            if place < branches.count - 1 { jump(.jump, to: end, at: range) }
            bind(next)
        }
        bind(end)
    }

    private func leaveLoop(_ range: SourceRange, _ place: (LoopContext) -> Label) {
        guard let loop = loops.last else { return raise(.unknownName("break"), at: range) }
        closeSources(from: loop.openSources, range)
        jump(.jump, to: place(loop), at: range)
    }

    /// Releases what is being gone through inside of what stays open.
    func closeSources(from outer: Int, _ range: SourceRange) {
        for open in openSources.dropFirst(outer).reversed() {
            switch open.kind {
            case .source: emit(.closeSource, open.register, at: range)
            case .limit: emit(.endLimit, at: range)
            case .loop: emit(.loopEnds, at: range)
            case .rows: emit(.rowsEnd, at: range)
            case .prefix(let isOutside): emit(.prefixEnds, open.register, flag: isOutside ? 1 : 0, at: range)
            case .writer: break
            }
        }
    }

    private func giveBack(_ pipeline: PipelineSyntax?, _ range: SourceRange) {
        let result = temporary()
        if let pipeline {
            self.pipeline(pipeline, sink: .value(result))
        } else {
            constant(.nothing, into: result, range)
        }
        closeSources(from: 0, range)
        guard main != nil else { return emit(.halt, at: range) }
        emit(.giveBack, 0, result, at: range)
    }

    private func attempt(_ body: BlockSyntax, _ otherwise: BlockSyntax, _ range: SourceRange) {
        let error = temporary()
        let caught = makeLabel()
        let end = makeLabel()
        let start = here
        block(body)
        handle(from: start, with: .attempt(error: error), target: caught)
        jump(.jump, to: end, at: range)
        bind(caught)
        scoped {
            bind("error", to: error)
            for statement in otherwise.statements { self.statement(statement) }
        }
        bind(end)
    }

    private func limit(_ limits: [LimitSyntax], _ body: BlockSyntax, _ range: SourceRange) {
        var template = LimitTemplate()
        for limit in limits {
            let amount = expression(limit.amount)
            switch LimitUnit(limit.unit) {
            case .calls: template.calls = amount
            case .quota: template.quota = amount
            case .time(let unit): template.time = (amount, unit)
            case nil: raise(.unknownName(limit.unit), at: limit.unitRange)
            }
        }
        emit(.limit, pool.limit(template), at: limits.first?.range ?? range)
        let start = here
        openSources.append((0, .limit))
        block(body)
        openSources.removeLast()
        cleanUp(from: start, 0, .limit)
        emit(.endLimit, at: range)
    }

    private func prefixed(_ prefix: StatementSyntax.Prefix, _ inner: StatementSyntax) {
        // What rows and definitions plan for themselves stands for itself.
        let isOutside = loops.isEmpty && main == nil
        let outer = temporary()
        emit(.prefixBegins, outer, prefix.place, flag: isOutside ? 1 : 0, at: inner.range)
        let start = here
        openSources.append((outer, .prefix(isOutside: isOutside)))
        if case .pipeline(let pipeline) = inner.kind, prefix.onlyDescribes, pipeline.source.isAsked(pool.vocabulary) {
            // Rows that are not read give no result: nothing is counted that nobody looked at.
            if blockDepth == 0 { emit(.resultAhead, at: pipeline.range) }
            self.pipeline(pipeline, sink: .discard)
        } else {
            statement(inner)
        }
        openSources.removeLast()
        cleanUp(from: start, outer, .prefix(isOutside: isOutside))
        emit(.prefixEnds, outer, flag: isOutside ? 1 : 0, at: inner.range)
    }

    /// `track?` is `help track`.
    private func help(_ word: String, _ range: SourceRange) {
        guard let verb = pool.vocabulary.verbs(beginningWith: "help").last else { return }
        let topic = ExpressionSyntax(.word(word), range)
        let command = CommandSyntax(callee: .verb(verb), verbRange: range, subjects: [[topic]], range: range)
        pipeline(PipelineSyntax(source: .command(command), stages: [], range: range), sink: .show)
    }
}
