extension ProgramGenerator {
    mutating func statement(isTop: Bool = false) -> String {
        nested { generator in
            if generator.isDeep { return generator.simple() }
            switch generator.random.below(20) {
            case 0, 1, 2: return generator.letStatement()
            case 3: return generator.assignment()
            case 4, 5: return generator.forStatement()
            case 6: return generator.whileStatement()
            case 7, 8: return generator.ifStatement()
            case 9: return generator.tryStatement()
            case 10 where isTop: return generator.limit()
            case 11: return generator.prefixed()
            case 12: return generator.word("expect") + generator.gap() + generator.expectation()
            case 13, 14, 15: return generator.pipeline(isStatement: true).text
            default: return generator.simple()
            }
        }
    }

    /// A statement without a block.
    private mutating func simple() -> String {
        switch random.below(12) {
        case 0: return word("wait") + gap() + "\(1 + random.below(5))" + gap() + "s"
        case 1 where !isTried: return random.pick(["track?", "count by status?", "list?"])
        case 2: return "300403513351" + gap() + word("via") + gap() + "4px"
        case 3:
            return "300403513402" + tight() + "," + gap() + "RB555666772CN" + pipeGap() + "|" + gap() + word("count")
        case 4 where random.once(in: 3): return word("fail") + gap() + string()
        case 5 where random.once(in: 4): return word("exit") + (random.once(in: 2) ? gap() + "\(random.below(4))" : "")
        default: return word("print") + gap() + commaList(1 + random.below(3)) { $0.expression() }
        }
    }

    private mutating func letStatement() -> String {
        let name = newName()
        let (text, shape) = pipeline(isStatement: false)
        declare(name, shape)
        return word("let") + gap() + name + gap() + "=" + lineGap() + text
    }

    private mutating func assignment() -> String {
        guard let found = variable(where: { $0.isLike(.number) }), found.isAssignable, !isInDefinition else {
            return simple()
        }
        return "$\(found.name)" + gap() + "=" + lineGap() + "$\(found.name)" + gap() + "+" + lineGap() + "1"
    }

    private mutating func forStatement() -> String {
        let (text, shape) = pipeline(isStatement: false)
        let columns: [Column]
        switch shape {
        case .rows(let known): columns = known
        case .number, .truth, .date, .duration: return simple()
        default: columns = []
        }
        let name = newName()
        let index = random.once(in: 3) ? newName() : nil
        var head = word("for") + gap() + name + (index.map { tight() + "," + gap() + $0 } ?? "")
        head += (random.once(in: 4) ? gap() + words("one by one") : "") + gap() + word("in") + gap() + text
        loops += 1
        defer { loops -= 1 }
        return head + gap()
            + block {
                $0.declare(name, columns.isEmpty ? .unknown : .row(columns), isAssignable: false)
                if let index { $0.declare(index, .number, isAssignable: false) }
            }
    }

    /// Ends at once, or when its last statement says so.
    private mutating func whileStatement() -> String {
        loops += 1
        defer { loops -= 1 }
        if random.once(in: 2) { return word("while") + gap() + "1 > 2" + gap() + block() }
        return word("while") + gap() + condition(over: nil) + gap() + block(ending: "break")
    }

    private mutating func ifStatement() -> String {
        var text = word("if") + gap() + condition(over: nil) + gap() + block(ending: jump())
        for _ in 0..<random.below(2) {
            text += gap() + words("else if") + gap() + condition(over: nil) + gap() + block()
        }
        return text + (random.once(in: 2) ? gap() + word("else") + gap() + block() : "")
    }

    /// A way out of what encloses this.
    private mutating func jump() -> String? {
        guard random.once(in: 3) else { return nil }
        if loops > 0 { return random.pick(["break", "continue"]) }
        return isInDefinition ? "return" + gap() + primary(of: .number) : nil
    }

    private mutating func tryStatement() -> String {
        word("try") + gap() + attempt() + gap() + word("otherwise") + gap() + otherwise()
    }

    private mutating func attempt() -> String {
        if random.once(in: 2) { return block() }
        // `try track?` asks for help on `try track`.
        isTried = true
        defer { isTried = false }
        return inScope { $0.simple() }
    }

    private mutating func otherwise() -> String {
        if random.once(in: 2) { return word("print") + gap() + "$error.message" }
        return block { $0.declare("error", .row([Column(name: "message", shape: .text)]), isAssignable: false) }
    }

    private mutating func limit() -> String {
        word("limit") + gap()
            + commaList(1 + random.below(2)) {
                $0.random.once(in: 2) ? "200" + $0.gap() + "calls" : "30" + $0.gap() + "min"
            } + gap() + block()
    }

    private mutating func prefixed() -> String {
        word(random.pick(["plan", "explain", "curl"])) + gap() + pipeline(isStatement: true).text
    }

    private mutating func expectation() -> String {
        let message = random.once(in: 3) ? tight() + "," + lineGap() + string() : ""
        // A comma after `in` would belong to its list.
        return bracketed("(", ")") { $0.condition(over: nil) } + message
    }

    mutating func param() -> String {
        let name = newName()
        let shape = random.pick([Shape.number, .text])
        let isNumber = shape.isLike(.number)
        let value = isNumber ? "\(random.below(20))" : random.pick(["\"late\"", "4px", "'x'"])
        let kind = random.once(in: 3) ? colon() + word(isNumber ? "number" : "text") : ""
        declare(name, shape)
        let help = random.once(in: 2) ? gap() + random.pick(["\"what it is\"", "'for help'"]) : ""
        return word("param") + gap() + name + kind + gap() + "=" + lineGap() + value + help
    }

    /// Between a parameter and its kind, in any way that it may stand.
    private mutating func colon() -> String { random.pick([":", ": ", " : ", " :"]) }

    mutating func define() -> String {
        let name =
            random.pick(["tardy", "report", "zähle", "do_it"]) + String(repeating: "x", count: definitions.count)
        let formals = (0..<random.below(3)).map { _ in newName() }
        let outer = scopes
        (scopes, isInDefinition) = ([[]], true)
        var next = 0
        var text = word("define") + gap() + name + "("
        if !formals.isEmpty {
            text +=
                tightLineGap()
                + commaList(formals.count) { generator in
                    defer { next += 1 }
                    let kind = generator.random.once(in: 2) ? generator.colon() + generator.word("number") : ""
                    let value = generator.random.once(in: 3) ? generator.gap() + "=" + generator.gap() + "10" : ""
                    return formals[next] + kind + value
                } + tightLineGap()
        }
        text +=
            ")" + gap()
            + block(ending: random.once(in: 2) ? "return 1" : nil) { generator in
                for formal in formals { generator.declare(formal, .number, isAssignable: false) }
            }
        (scopes, isInDefinition) = (outer, false)
        definitions.append((name, formals.count))
        return text
    }

    /// `{ … }`, on one line or over several, with comments.
    private mutating func block(ending: String? = nil, _ prepare: (inout ProgramGenerator) -> Void = { _ in }) -> String
    {
        inScope { generator in
            prepare(&generator)
            if generator.isOnOneLine || generator.random.once(in: 3) { return generator.shortBlock(ending) }
            var text = "{"
            if generator.random.once(in: 4) { text += generator.gap() + generator.comment() }
            text += "\n"
            for _ in 0..<generator.random.below(3) {
                text += generator.random.pick(["", "  ", "\t"]) + generator.statement() + generator.statementEnd()
            }
            if generator.random.once(in: 6) { text += generator.blankLines() }
            return text + (ending.map { "  \($0)\n" } ?? "") + "}"
        }
    }

    private mutating func shortBlock(_ ending: String?) -> String {
        let outer = isOnOneLine
        isOnOneLine = true
        defer { isOnOneLine = outer }
        let parts = (0..<random.below(3)).map { _ in statement() } + (ending.map { [$0] } ?? [])
        return "{" + tight() + parts.joined(separator: tight() + ";" + gap()) + gap() + "}"
    }
}
