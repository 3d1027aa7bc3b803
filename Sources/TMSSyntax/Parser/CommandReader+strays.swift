/// What in a command is neither a subject nor a clause.
extension CommandReader {
    /// Words that people put where the label of the carrier belongs.
    private static let carrierWords: Set<String> = ["with", "by", "using", "carrier", "courier"]

    /// Something in a command that is neither a subject nor a label: a label misspelt, a value that lacks its label.
    func readStray() {
        guard kind == .word else {
            if kind == .comma { return fail(.strayComma) }
            if parser.startsOperator(token) { return fail(.operatorInCommand(describe(token))) }
            guard startsValue(token) else { return parser.failExpecting("a clause") }
            let lower = token.lower
            _ = parser.primary(.text, units: false)
            let range = range(from: lower)
            return report(.valueWithoutLabel(file.slice(range), signature, [], range), at: range)
        }
        if parser.startsOperator(token) { return fail(.operatorInCommand(describe(token))) }
        let typed = text(token)
        let label = typed.lowercased()
        let carrier = openCarrierClause()
        if label == "and", isTarget(next), !command.subjects.isEmpty, signature.subjects.first?.isList == true {
            return readJoinedTarget()
        }
        if let start = unquotedText() { return skipText(from: start) }
        if readUnquotedName() { return }
        if readMoreNumbers() { return }
        if Literals.hasDigit(typed) || parser.isNextGlued && startsValue(next) {
            return readStrayValue(typed, carrier)
        }
        if let carrier, Self.carrierWords.contains(label), startsValue(next),
            next.kind != .word || !vocabulary.otherWords.fillers.contains(text(next).lowercased())
        {
            let meant = signature.clauses[carrier].label
            report(.unknownClause(signature, typed, meant, token.range), at: token.range)
            return readClause(carrier, labelRange: token.range)
        }
        let labels = signature.clauses.map(\.label) + (signature.takesFile ? ["from"] : [])
        let meanings = vocabulary.meanings(label)
        let isFollowed =
            startsValue(next) && (next.kind != .word || clauseIndex(text(next).lowercased()) == nil)
        // The name of a field is no slip of a label that is near it.
        let isField = signature.returns.flatMap(vocabulary.schema(named:))?.field(named: label) != nil
        let near = isField ? nil : Suggestions.nearest(label, in: labels)
        if let near, let meant = clauseIndex(near), meanings.isEmpty || isFollowed {
            report(.unknownClause(signature, typed, near, token.range), at: token.range)
            return readClause(meant, labelRange: token.range)
        }
        if readLooseWord(meanings) { return }
        if let carrier, near == nil, meanings.isEmpty, !awaitsChoice(),
            !startsValue(next) || isTarget(next) && command.subjects.isEmpty
        {
            return readStrayValue(typed, carrier)
        }
        let creator = near == nil ? self.creator(taking: label) : nil
        report(
            .unknownClause(
                signature, typed, near, token.range, onlyAtFirst: creator,
                behindCarrier: carrierName()),
            at: token.range)
        advance()
        skipStrayValue()
    }

    /// `track N us`, `list transit`: a word known as a value of what the verb takes, without its label.
    ///
    /// - Returns: whether it was one.
    private func readLooseWord(_ kinds: [ValueKind]) -> Bool {
        if let last = command.clauses.last, last.range.upper == previousUpper,
            signature.clauses.indices.contains(last.index), signature.clauses[last.index].isList,
            let kind = signature.clauses[last.index].kind, kinds.contains(kind), case .list(let values) = last.value
        {
            let (more, edits) = readMore { vocabulary.meanings(text($0).lowercased()).contains(kind) }
            report(.missingCommas(edits, between: "values"), at: more.first?.range ?? token.range)
            command.clauses[command.clauses.count - 1].value = .list(values + more)
            return true
        }
        let word = text(token)
        let choices = signature.clauses.compactMap(\.kind).filter { $0.offers(word.lowercased()) }
        let meant = (kinds + choices).flatMap { openClauses(of: $0) }
        guard let first = meant.first else { return false }
        let lower = token.lower
        let value = parser.primary(.text, units: false)
        let range = range(from: lower)
        let labels = meant.map { signature.clauses[$0].label }
        if meant.count == 1 {
            command.clauses.append(
                ClauseSyntax(index: first, labelRange: SourceRange(lower, lower), value: .value(value), range: range))
        }
        let isFollowed = skipWords(like: kinds, unless: signature.clauses[first].isList)
        report(.valueWithoutLabel(word, signature, labels, range, isAll: !isFollowed), at: range)
        return true
    }

    /// `list exception late`: words behind a loose value that mean nothing, or the same, are the same mistake.
    ///
    /// - Parameter isList: several values may stand there, so that a second one is told apart.
    /// - Returns: whether there were any.
    private func skipWords(like kinds: [ValueKind], unless isList: Bool) -> Bool {
        let start = parser.index
        let labels = signature.clauses.map(\.label)
        while kind == .word, !parser.startsOperator(token), !Literals.hasDigit(text(token)) {
            let word = text(token).lowercased()
            guard clauseIndex(word) == nil, Suggestions.nearest(word, in: labels) == nil,
                !vocabulary.isNearlyCarrier(word), !Self.carrierWords.contains(word)
            else { break }
            let meanings = vocabulary.meanings(word)
            guard meanings.isEmpty || !isList && meanings.contains(where: kinds.contains) else { break }
            advance()
        }
        return parser.index > start
    }

    /// The clauses a loose value of a kind may be meant for: those that must be given and are not, else the first that
    /// takes its kind.
    private func openClauses(of kind: ValueKind) -> [Int] {
        let fitting = signature.clauses.indices.filter { signature.clauses[$0].kind == kind }
        let given = Set(command.clauses.map(\.index))
        let missing = fitting.filter { signature.clauses[$0].isRequired && !given.contains($0) }
        return missing.isEmpty ? fitting.prefix(1).filter { !given.contains($0) } : missing
    }

    /// The verb that takes a label which one that changes things lacks: what can be given once and not changed.
    private func creator(taking label: String) -> String? {
        guard signature.effect == .update else { return nil }
        return vocabulary.verbs.first { verb in
            verb.effect == .create && verb.clauses.contains { $0.label == label }
        }?.name
    }

    /// `show A and B`.
    private func readJoinedTarget() {
        let comma = Diagnostic.Edit(SourceRange(previousUpper, token.upper), ",")
        report(.missingCommas([comma], between: "numbers"), at: token.range)
        advance()
        let value = parser.target(units: false)
        guard !command.subjects.isEmpty else { return }
        command.subjects[0].append(value)
    }

    /// Where the text began of which this word, like no label, is likely the rest: `title cute pillow`.
    private func unquotedText() -> SourceRange? {
        guard let last = command.clauses.last, last.range.upper == previousUpper,
            signature.clauses.indices.contains(last.index), signature.clauses[last.index].kind == .text,
            case .value(let value) = last.value, case .word = value.kind, parser.isPlainWord(token),
            Suggestions.nearest(text(token), in: signature.clauses.map(\.label)) == nil
        else { return nil }
        return value.range
    }

    /// `via china post`, `to united states`: a name of several words that is known.
    private func readUnquotedName() -> Bool {
        guard let (value, kind) = nameBefore(),
            let count = parser.wordsOfName(after: value.range, of: [kind])
        else { return false }
        for _ in 0..<count { advance() }
        let range = range(from: value.range.lower)
        report(.unquotedText(file.slice(range), range), at: range)
        return true
    }

    /// The carrier or the country in one word that stands right before, behind its label.
    private func nameBefore() -> (ExpressionSyntax, ValueKind)? {
        guard let last = command.clauses.last, last.range.upper == previousUpper,
            signature.clauses.indices.contains(last.index), let kind = signature.clauses[last.index].kind,
            kind == .carrier || kind == .country
        else { return nil }
        let value: ExpressionSyntax?
        switch last.value {
        case .value(let one): value = one
        case .list(let values): value = values.last
        case .flag, .range: value = nil
        }
        guard let value, case .word = value.kind else { return nil }
        return (value, kind)
    }

    /// `"dhl paket"`, where the second word stands here and may belong to the name of a carrier.
    private func carrierName() -> String? {
        guard let (value, kind) = nameBefore(), kind == .carrier, parser.isPlainWord(token), !at("and")
        else { return nil }
        return Quoting.string(file.slice(value.range.joined(with: token.range)))
    }

    private func skipText(from start: SourceRange) {
        while parser.isPlainWord(token) || kind == .word && Literals.isNumber(text(token)), !parser.isAtCommandEnd,
            clauseIndex(text(token).lowercased()) == nil
        {
            advance()
        }
        let range = range(from: start.lower)
        report(.unquotedText(file.slice(range), range), at: range)
    }

    /// The value of a label nobody knows goes with it, unless it reads as something of its own.
    private func skipStrayValue() {
        guard startsValue(token), !parser.isAtCommandEnd else { return }
        if kind == .word {
            if clauseIndex(text(token).lowercased()) != nil { return }
            if command.subjects.count < signature.subjects.count, isTarget(token) { return }
        }
        let wasPanicking = parser.isPanicking
        parser.isPanicking = true
        _ = parser.target(units: true)
        while parser.take(.comma) { _ = parser.target(units: true) }
        parser.isPanicking = wasPanicking
    }

    /// `track N 4px`: a value alone, which is likely the carrier.
    private func readStrayValue(
        _ typed: String, _ carrier: Int?
    ) {
        let lower = token.lower
        let isNumber = Literals.isTrackingNumber(typed)
        if !inStage, command.subjects.isEmpty, command.file == nil, let slot = signature.subjects.first,
            slot.kind == .parcel || slot.kind == .trackingNumber, !isTarget(next)
        {
            report(.notATrackingNumber(typed, token.range), at: token.range)
            command.subjects.append([parser.primary(.text, units: false)])
            return skipLooseValues()
        }
        if isNumber, let slot = signature.subjects.first, slot.isList, command.subjects.count == 1,
            command.clauses.isEmpty
        {
            let (more, edits) = readMore { Literals.isTrackingNumber(text($0)) }
            report(.missingCommas(edits, between: "numbers"), at: more.first?.range ?? token.range)
            command.subjects[0] += more
            return
        }
        let value = parser.primary(.text, units: false)
        let range = range(from: lower)
        guard let carrier, !isNumber else {
            report(.valueWithoutLabel(typed, signature, [], range), at: range)
            return skipLooseValues()
        }
        let isCarrier = vocabulary.isNearlyCarrier(typed)
        report(
            .valueWithoutLabel(typed, signature, isCarrier ? [signature.clauses[carrier].label] : [], range), at: range)
        command.clauses.append(
            ClauseSyntax(index: carrier, labelRange: SourceRange(lower, lower), value: .value(value), range: range))
    }

    /// `list numbers A12345 B12345`.
    private func readMoreNumbers() -> Bool {
        guard let last = command.clauses.last, last.range.upper == previousUpper,
            Literals.isTrackingNumber(text(token)),
            signature.clauses.indices.contains(last.index), signature.clauses[last.index].kind == .trackingNumber,
            case .list(let values) = last.value
        else { return false }
        let (more, edits) = readMore { Literals.isTrackingNumber(text($0)) }
        report(.missingCommas(edits, between: "numbers"), at: more.first?.range ?? token.range)
        command.clauses[command.clauses.count - 1].value = .list(values + more)
        return true
    }

    /// Values of a list without their commas: one mistake, however many there are.
    private func readMore(_ isOne: (Token) -> Bool) -> ([ExpressionSyntax], [Diagnostic.Edit]) {
        var values: [ExpressionSyntax] = []
        var edits: [Diagnostic.Edit] = []
        var isParted = false
        while kind == .word, values.isEmpty || isOne(token) {
            if !isParted { edits.append(Diagnostic.Edit(SourceRange(previousUpper, previousUpper), ",")) }
            values.append(parser.primary(.text, units: false))
            isParted = kind == .comma
            while kind == .comma { advanceAcrossLines() }
        }
        return (values, edits)
    }

    /// Further values of the same kind are the same mistake.
    private func skipLooseValues() {
        let wasPanicking = parser.isPanicking
        parser.isPanicking = true
        while kind == .word, Literals.hasDigit(text(token)), clauseIndex(text(token)) == nil {
            _ = parser.primary(.text, units: false)
        }
        parser.isPanicking = wasPanicking
    }

    /// `mark N arrived`: one of several words must follow, and none has.
    private func awaitsChoice() -> Bool {
        let flags = signature.clauses.indices.filter {
            signature.clauses[$0].isRequired && signature.clauses[$0].isFlag
        }
        return !flags.isEmpty && !command.clauses.contains { flags.contains($0.index) }
    }

    /// The clause that names a carrier, where it has not been given.
    private func openCarrierClause() -> Int? {
        guard let index = signature.clauses.firstIndex(where: { $0.kind == .carrier }),
            !command.clauses.contains(where: { $0.index == index })
        else { return nil }
        return index
    }
}

extension ValueKind {
    fileprivate func offers(_ word: String) -> Bool {
        if case .choice(let words) = self { words.contains(word) } else { false }
    }
}
