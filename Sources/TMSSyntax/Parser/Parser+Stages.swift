extension Parser {
    func stage() -> StageSyntax {
        let lower = token.lower
        guard kind == .word else {
            demands(.stage)
            failExpecting("a stage such as `where` or `sort by`")
            return StageSyntax(.missing, range(from: lower))
        }
        stageLower = lower
        let kind = stageKind()
        return StageSyntax(kind, range(from: lower))
    }

    private func stageKind() -> StageSyntax.Kind {
        guard let word, let stage = StageWord(rawValue: word) ?? borrowedStage(word) else {
            return .command(command(inStage: true))
        }
        switch stage {
        case .where:
            advance()
            return .where(condition(.condition))
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
            return .unique(by: take("by") ? fields(of: "unique by") : [])
        case .join: return join()
        case .chart:
            advance()
            guard kind == .word, !isAtCommandEnd else { return .chart(nil) }
            defer { advance() }
            return .chart(text(token).lowercased())
        case .save:
            advance()
            let path = argument(of: "save")
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
        guard vocabulary.verbs(beginningWith: word).isEmpty, !definitions.contains(text(token)) else { return nil }
        report(.borrowedStage(word, meant.rawValue, token.range), at: token.range)
        return meant
    }

    private func amount() -> ExpressionSyntax {
        let stage = text(token)
        advance()
        return argument(of: stage)
    }

    private func sort() -> StageSyntax.Kind {
        advance()
        expectBy("sort")
        var keys = [sortKey()]
        while kind == .comma, !isPanicking {
            advanceAcrossLines()
            keys.append(sortKey())
        }
        return .sort(keys)
    }

    private func sortKey() -> SortKeySyntax {
        let field = field(of: "sort by")
        if take("up") { return SortKeySyntax(field: field, isDescending: false) }
        if take("down") { return SortKeySyntax(field: field, isDescending: true) }
        guard kind == .word else { return SortKeySyntax(field: field, isDescending: false) }
        let isDown = at("desc") || at("descending")
        if isDown || at("asc") || at("ascending") {
            report(.direction(text(token), isDown ? "down" : "up", token.range), at: token.range)
            advance()
        }
        return SortKeySyntax(field: field, isDescending: isDown)
    }

    private func expectBy(_ stage: String) {
        if take("by") { return }
        if kind == .end { stopExpecting() }
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
        return .set(field, condition(.fields))
    }

    private func rename() -> StageSyntax.Kind {
        advance()
        var names = [renaming()]
        while kind == .comma, !isPanicking {
            advanceAcrossLines()
            names.append(renaming())
        }
        return .rename(names)
    }

    private func renaming() -> (from: FieldSyntax, to: FieldSyntax) {
        let from = field(of: "rename")
        if !take("to") { fail(.expectedWord("to", "rename \(from.name) to …", found: describe(token))) }
        return (from, isPanicking ? from : field(of: "rename \(from.name) to"))
    }

    private func group() -> StageSyntax.Kind {
        let start = token
        advance()
        expectBy("group")
        let by = fields(of: "group by")
        guard !isPanicking else { return .aggregate(by: by, []) }
        let end = previousUpper
        guard comesToPipe() else {
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
        } while kind == .comma && !isPanicking
        return result
    }

    private func aggregate(_ grouped: Bool) -> AggregateSyntax? {
        let lower = token.lower
        let name = word == "avg" || word == "mean" ? "average" : word ?? ""
        guard let function = AggregateSyntax.Function(rawValue: name) else {
            demands(.aggregate)
            if kind == .bad { panic() } else { fail(.expectedAggregate(describe(token))) }
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
        let rows = argument(of: "join")
        if !take("on") { fail(.expectedWord("on", "join $rows on number", found: describe(token))) }
        return .join(rows, on: isPanicking ? FieldSyntax("", token.range) : field(of: "on"), all: keepsAll)
    }

    private func format() -> StageSyntax.Kind {
        advance()
        guard kind == .word else {
            demands(.format)
            failExpecting("a format such as `json` or `csv`")
            return .as("", SourceRange(previousUpper, previousUpper), title: nil)
        }
        let (format, range) = (text(token).lowercased(), token.range)
        advance()
        return .as(format, range, title: title())
    }

    /// `title "Late parcels"`, behind a document for people.
    private func title() -> ExpressionSyntax? {
        expects(.words("title"))
        guard !isPanicking, take("title") else { return nil }
        return argument(of: "title")
    }

    private func fields(of stage: String) -> [FieldSyntax] {
        var result = [field(of: stage)]
        while kind == .comma, !isPanicking {
            advanceAcrossLines()
            result.append(field(of: stage))
        }
        return result
    }

    /// The name of a field: a word or a string.
    private func field(of stage: String) -> FieldSyntax {
        switch kind {
        case .word where isNextGlued && next.kind == .leftParen:
            let lower = token.lower
            _ = primary(.fields)
            let range = range(from: lower)
            report(.valueAsField(stage, file.slice(range), stageLower, range), at: range)
            return FieldSyntax("", SourceRange(lower, lower))
        case .word where !isAtCommandEnd:
            defer { advance() }
            return FieldSyntax(text(token), token.range)
        case .string, .literalString:
            let field = FieldSyntax(stringText(token), token.range)
            advance()
            return field
        default:
            demandField()
            if kind == .bad { panic() } else { fail(.expectedField(stage, found: describe(token))) }
            return FieldSyntax("", SourceRange(token.lower, token.lower))
        }
    }
}
