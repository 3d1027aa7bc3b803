extension Parser {
    func stage() -> StageSyntax { StageReader(parser: self, lower: token.lower).stage() }
}

/// Reads one stage of a pipeline.
struct StageReader: PartReader {
    let parser: Parser
    /// Where the stage begins.
    let lower: Int

    func stage() -> StageSyntax {
        guard kind == .word else {
            demands(.stage)
            parser.failExpecting("a stage such as `where` or `sort by`")
            return StageSyntax(.missing, range(from: lower))
        }
        let kind = stageKind()
        return StageSyntax(kind, range(from: lower))
    }

    private func stageKind() -> StageSyntax.Kind {
        guard let word = word, let stage = StageWord(rawValue: word) ?? borrowedStage(word) else {
            return .command(parser.command(inStage: true))
        }
        switch stage {
        case .where:
            advance()
            return .where(parser.condition(.condition))
        case .sort: return sort()
        case .take: return .take(amount())
        case .skip: return .skip(amount())
        case .show:
            advance()
            return .show(fields(of: "show"))
        case .drop:
            advance()
            return .drop(fields(of: "drop"))
        case .set: return set()
        case .rename: return rename()
        case .group: return group()
        case .count where isWord("by", next):
            let range = token.range
            advance()
            advance()
            return .aggregate(by: fields(of: "count by"), [AggregateSyntax(function: .count, field: nil, range: range)])
        case .count, .sum, .average, .median, .min, .max: return .aggregate(by: [], aggregates())
        case .first, .last: return end(stage)
        case .unique:
            advance()
            return .unique(by: parser.take("by") ? fields(of: "unique by") : [])
        case .join: return join()
        case .chart:
            advance()
            guard kind == .word, !parser.isAtCommandEnd else { return .chart(nil) }
            defer { advance() }
            return .chart(text(token).lowercased())
        case .save:
            advance()
            let path = parser.argument(of: "save")
            return .save(path, title: title())
        case .as: return format()
        }
    }

    /// Words of other tools for a stage: `filter` for `where`.
    private func borrowedStage(_ word: String) -> StageWord? {
        let meant: StageWord
        switch word {
        case "filter": meant = .where
        case "select", "columns": meant = .show
        case "limit", "head", "top": meant = .take
        case "order": meant = .sort
        case "uniq", "distinct": meant = .unique
        case "avg", "mean": meant = .average
        default: return nil
        }
        guard vocabulary.verbs(beginningWith: word).isEmpty, !parser.definitions.contains(text(token)) else {
            return nil
        }
        report(.borrowedStage(word, meant.rawValue, token.range), at: token.range)
        return meant
    }

    private func amount() -> ExpressionSyntax {
        let stage = text(token)
        advance()
        return parser.argument(of: stage)
    }

    private func sort() -> StageSyntax.Kind {
        advance()
        expectBy("sort")
        var keys = [sortKey()]
        while kind == .comma, !parser.isPanicking {
            advanceAcrossLines()
            keys.append(sortKey())
        }
        return .sort(keys)
    }

    private func sortKey() -> SortKeySyntax {
        let field = field(of: "sort by")
        if parser.take("up") { return SortKeySyntax(field: field, isDescending: false) }
        if parser.take("down") { return SortKeySyntax(field: field, isDescending: true) }
        guard kind == .word else { return SortKeySyntax(field: field, isDescending: false) }
        let isDown = at("desc") || at("descending")
        if isDown || at("asc") || at("ascending") {
            report(.direction(text(token), isDown ? "down" : "up", token.range), at: token.range)
            advance()
        }
        return SortKeySyntax(field: field, isDescending: isDown)
    }

    private func expectBy(_ stage: String) {
        if parser.take("by") { return }
        if kind == .end { parser.stopExpecting() }
        let place = SourceRange(previousUpper, previousUpper)
        report(.missingBy(stage, place), at: SourceRange(max(0, place.lower - stage.utf8.count), place.upper))
    }

    private func set() -> StageSyntax.Kind {
        advance()
        let field = field(of: "set")
        guard kind == .assign else {
            fail(.expectedWord("=", "set \(field.name) = …", found: describe(token)))
            return .set(field, missing())
        }
        advanceAcrossLines()
        return .set(field, parser.condition(.fields))
    }

    private func rename() -> StageSyntax.Kind {
        advance()
        var names = [renaming()]
        while kind == .comma, !parser.isPanicking {
            advanceAcrossLines()
            names.append(renaming())
        }
        return .rename(names)
    }

    private func renaming() -> (from: FieldSyntax, to: FieldSyntax) {
        let from = field(of: "rename")
        if !parser.take("to") { fail(.expectedWord("to", "rename \(from.name) to …", found: describe(token))) }
        return (from, parser.isPanicking ? from : field(of: "rename \(from.name) to"))
    }

    private func group() -> StageSyntax.Kind {
        let start = token
        advance()
        expectBy("group")
        let by = fields(of: "group by")
        guard !parser.isPanicking else { return .aggregate(by: by, []) }
        let end = previousUpper
        guard parser.comesToPipe() else {
            report(.groupWithoutAggregate(SourceRange(end, end)), at: SourceRange(start.lower, end))
            return .aggregate(by: by, [AggregateSyntax(function: .count, field: nil, range: SourceRange(end, end))])
        }
        advanceAcrossLines()
        return .aggregate(by: by, aggregates(grouped: true))
    }

    private func aggregates(grouped: Bool = false) -> [AggregateSyntax] {
        var result: [AggregateSyntax] = []
        repeat {
            if kind == .comma { advanceAcrossLines() }
            guard let aggregate = aggregate(grouped) else { break }
            result.append(aggregate)
        } while kind == .comma && !parser.isPanicking
        return result
    }

    private func aggregate(_ grouped: Bool) -> AggregateSyntax? {
        let lower = token.lower
        let name = word == "avg" || word == "mean" ? "average" : word ?? ""
        guard let function = AggregateSyntax.Function(rawValue: name) else {
            demands(.aggregate)
            if kind == .bad { parser.panic() } else { fail(.expectedAggregate(describe(token))) }
            return nil
        }
        advance()
        guard function != .count else {
            return AggregateSyntax(function: .count, field: nil, range: range(from: lower))
        }
        let field = field(of: name)
        return AggregateSyntax(function: function, field: field, range: range(from: lower))
    }

    private func end(_ stage: StageWord) -> StageSyntax.Kind {
        let start = token
        advance()
        if kind == .word, Literals.isNumber(text(token)) {
            report(
                .endTakesNoNumber(stage.rawValue, text(token), SourceRange(start.lower, token.upper)), at: token.range)
            advance()
        }
        return stage == .first ? .first : .last
    }

    private func join() -> StageSyntax.Kind {
        advance()
        expects(.words("all"))
        let keepsAll = at("all") && !isWord("on", next) && startsValue(next)
        if keepsAll { advance() }
        let rows = parser.argument(of: "join")
        if !parser.take("on") { fail(.expectedWord("on", "join $rows on number", found: describe(token))) }
        return .join(rows, on: parser.isPanicking ? FieldSyntax("", token.range) : field(of: "on"), all: keepsAll)
    }

    private func format() -> StageSyntax.Kind {
        advance()
        guard kind == .word else {
            demands(.format)
            parser.failExpecting("a format such as `json` or `csv`")
            return .as("", SourceRange(previousUpper, previousUpper), title: nil)
        }
        let (format, range) = (text(token).lowercased(), token.range)
        advance()
        return .as(format, range, title: title())
    }

    /// `title "Late parcels"`, behind a document for people.
    private func title() -> ExpressionSyntax? {
        expects(.words("title"))
        guard !parser.isPanicking, parser.take("title") else { return nil }
        return parser.argument(of: "title")
    }

    private func fields(of stage: String) -> [FieldSyntax] {
        var result = [field(of: stage)]
        while kind == .comma, !parser.isPanicking {
            advanceAcrossLines()
            result.append(field(of: stage))
        }
        return result
    }

    /// The name of a field: a word or a string.
    private func field(of stage: String) -> FieldSyntax {
        switch kind {
        case .word where parser.isNextGlued && next.kind == .leftParen:
            let lower = token.lower
            _ = parser.primary(.fields)
            let range = range(from: lower)
            report(.valueAsField(stage, file.slice(range), self.lower, range), at: range)
            return FieldSyntax("", SourceRange(lower, lower))
        case .word where !parser.isAtCommandEnd:
            defer { advance() }
            return FieldSyntax(text(token), token.range)
        case .string, .literalString:
            let field = FieldSyntax(parser.stringText(token), token.range)
            advance()
            return field
        default:
            parser.demandField()
            if kind == .bad { parser.panic() } else { fail(.expectedField(stage, found: describe(token))) }
            return FieldSyntax("", SourceRange(token.lower, token.lower))
        }
    }
}
