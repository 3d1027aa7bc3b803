import TMSSyntax

extension Checker {
    mutating func check(_ statements: [StatementSyntax], isTop: Bool) {
        var ending: String?
        var isHead = true
        for statement in statements {
            if let word = ending {
                if case .define = statement.kind {
                } else {
                    report(CheckDiagnostics.unreachable(after: word, at: place(statement.range)))
                    ending = nil
                }
            }
            checkPosition(of: statement, isTop: isTop, isHead: &isHead)
            check(statement, isTop: isTop)
            if let word = statement.endingWord { ending = word }
        }
    }

    mutating func check(_ block: BlockSyntax) {
        scopes.push()
        check(block.statements, isTop: false)
        scopes.pop()
    }

    private mutating func check(_ statement: StatementSyntax, isTop: Bool) {
        switch statement.kind {
        case .let(let name, let pipeline):
            let errors = log.errorCount
            let type = check(pipeline, isValue: true)
            if log.errorCount > errors || log.hasParserError(in: statement.range) {
                declare(name, type, .mistaken)
            } else {
                // What the shell keeps for later lines is not unused.
                declare(name, type, isTop && isInteractive ? .given : .let)
            }
        case .assign(let name, let pipeline):
            _ = check(pipeline, isValue: true)
            checkAssignment(to: name)
        case .for(let loop): check(loop)
        case .while(let condition, let body):
            checkCondition(condition)
            loops.append(LoopFrame(head: condition.range, variable: nil, body: body))
            check(body)
            loops.removeLast()
        case .if(let branches):
            for branch in branches {
                if let condition = branch.condition { checkCondition(condition) }
                check(branch.body)
            }
        case .try(let body, let otherwise):
            check(body)
            scopes.push()
            give("error", .record(.error))
            check(otherwise.statements, isTop: false)
            scopes.pop()
        case .limit(let limits, let body):
            check(limits)
            check(body)
        case .return(let pipeline):
            returned.append(pipeline.map { check($0, isValue: true) } ?? .empty)
        case .exit(let status):
            if let status { checkStatus(status) }
        case .wait(let duration): checkValue(duration, as: .duration, for: "wait")
        case .print(let values): for value in values { _ = check(value) }
        case .fail(let message): _ = check(message)
        case .expect(let condition, let message):
            checkCondition(condition)
            if let message { _ = check(message) }
        case .param(let parameter): check(parameter)
        case .prefixed(_, let inner):
            let outer = isWithheld
            isWithheld = true
            check(inner, isTop: isTop)
            isWithheld = outer
        case .pipeline(let pipeline): _ = check(pipeline, isValue: false)
        case .define, .use, .readOnly, .help, .break, .continue, .missing: break
        }
    }

    private mutating func check(_ limits: [LimitSyntax]) {
        var seen: [(unit: LimitUnit, range: SourceRange)] = []
        for limit in limits {
            checkValue(limit.amount, as: .number, for: "limit")
            guard let unit = LimitUnit(limit.unit) else {
                report(CheckDiagnostics.unknownLimit(limit.unit, at: place(limit.unitRange)))
                continue
            }
            if let first = seen.first(where: { $0.unit.isOfKind(unit) }) {
                report(CheckDiagnostics.repeatedLimit(unit, at: place(limit.range), first: first.range))
            }
            seen.append((unit, limit.range))
        }
    }

    private mutating func checkStatus(_ status: ExpressionSyntax) {
        checkValue(status, as: .number, for: "exit")
        guard status.isNumberLiteral else { return }
        let words = file.slice(status.range)
        let number = Int(status.unparenthesized.literalText ?? "")
        if number.map({ !(0...255).contains($0) }) ?? true {
            report(
                CheckDiagnostics.wrongKind("exit", wants: "a status from 0 to 255", got: words, at: place(status.range))
            )
        }
    }

    private mutating func check(_ loop: ForSyntax) {
        let source = check(loop.source, isValue: true)
        switch source {
        case .number, .boolean, .date, .duration:
            report(CheckDiagnostics.noRows(source, at: place(loop.source.range)))
        default: break
        }
        scopes.push()
        loops.append(LoopFrame(head: loop.headRange, variable: loop.name.name, body: loop.body))
        declare(loop.name, source.element, .loop)
        if let index = loop.index { declare(index, .number, .loop) }
        check(loop.body.statements, isTop: false)
        loops.removeLast()
        scopes.pop()
    }

    private mutating func check(_ parameter: ParamSyntax) {
        let type = check(parameter.defaultValue, of: parameter.name, parameter.kind)
        if let value = parameter.defaultValue, !value.isLiteral {
            report(CheckDiagnostics.notALiteral("the default of a `param`", at: place(value.range)))
        }
        declare(parameter.name, type, .parameter)
    }
}

// MARK: - Where a statement may stand

extension Checker {
    private mutating func checkPosition(of statement: StatementSyntax, isTop: Bool, isHead: inout Bool) {
        switch statement.kind {
        case .break where loops.isEmpty: report(CheckDiagnostics.outsideLoop("break", at: place(statement.range)))
        case .continue where loops.isEmpty: report(CheckDiagnostics.outsideLoop("continue", at: place(statement.range)))
        case .return where !isInDefinition:
            report(
                CheckDiagnostics.returnOutside(at: place(SourceRange(statement.range.lower, statement.range.lower + 6)))
            )
        case .define(let definition) where !isTop:
            report(CheckDiagnostics.nestedDefinition(at: place(definition.name.range)))
        case .define: break
        default:
            guard let word = statement.headWord else {
                isHead = false
                return
            }
            // The shell has no top of a file: a `use` may come at any line.
            if !isTop || !(isHead || isInteractive) {
                report(CheckDiagnostics.notAtTop(word.phrase, at: place(statement.range)))
            }
        }
    }
}

extension StatementSyntax {
    /// `break` … where nothing after the statement in its block is reached.
    fileprivate var endingWord: String? {
        switch kind {
        case .break: "break"
        case .continue: "continue"
        case .return: "return"
        case .exit: "exit"
        case .fail: "fail"
        case .let, .assign, .for, .while, .if, .wait, .define, .try, .param, .use, .readOnly, .print, .expect, .limit,
            .prefixed, .help, .pipeline, .missing:
            nil
        }
    }

    /// The word of a statement that stands at the head of a file.
    fileprivate var headWord: StatementWord? {
        switch kind {
        case .param: .param
        case .use: .use
        case .readOnly: .read
        // Any other may stand anywhere.
        default: nil
        }
    }
}

extension RowType {
    /// `$error`.
    static let error = RowType(
        columns: [
            "message": .text(.text), "code": .text(.text), "kind": .text(.text), "number": .text(.trackingNumber),
            "via": .text(.carrier), "hint": .text(.text), "line": .number,
        ], named: "`$error`")
}
