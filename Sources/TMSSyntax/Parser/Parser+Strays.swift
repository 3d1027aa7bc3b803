extension Parser {
    /// Words that people put where the label of the carrier belongs.
    private static let carrierWords: Set<String> = ["with", "by", "using", "carrier", "courier"]

    /// Something in a command that is neither a subject nor a label: a label misspelt, a value that lacks its label.
    func readStray(_ signature: Signature, _ inStage: Bool, into command: inout CommandSyntax) {
        guard kind == .word else {
            if kind == .comma { return fail(.strayComma) }
            if startsOperator(token) { return fail(.operatorInCommand(describe(token))) }
            guard startsValue(token) else { return failExpecting("a clause") }
            let lower = token.lower
            _ = primary(.text, units: false)
            let range = range(from: lower)
            return report(.valueWithoutLabel(file.slice(range), signature, [], range), at: range)
        }
        if startsOperator(token) { return fail(.operatorInCommand(describe(token))) }
        let typed = text(token)
        let label = typed.lowercased()
        let carrier = openCarrierClause(signature, command)
        if label == "and", isTarget(next), !command.subjects.isEmpty, signature.subjects.first?.isList == true {
            return readJoinedTarget(into: &command)
        }
        if let start = unquotedText(signature, command) { return skipText(from: start, signature) }
        if readUnquotedName(signature, command) { return }
        if readMoreNumbers(signature, into: &command) { return }
        if Literals.hasDigit(typed) || isNextGlued && startsValue(next) {
            return readStrayValue(typed, signature, carrier, inStage, into: &command)
        }
        if let carrier, Self.carrierWords.contains(label), startsValue(next),
            next.kind != .word || !vocabulary.otherWords.fillers.contains(text(next).lowercased())
        {
            let meant = signature.clauses[carrier].label
            report(.unknownClause(signature, typed, meant, token.range), at: token.range)
            return readClause(carrier, signature, labelRange: token.range, into: &command)
        }
        let labels = signature.clauses.map(\.label) + (signature.takesFile ? ["from"] : [])
        let meanings = vocabulary.meanings(label)
        let isFollowed =
            startsValue(next) && (next.kind != .word || clauseIndex(text(next).lowercased(), signature) == nil)
        // The name of a field is no slip of a label that is near it.
        let isField = signature.returns.flatMap(vocabulary.schema(named:))?.field(named: label) != nil
        let near = isField ? nil : Suggestions.nearest(label, in: labels)
        if let near, let meant = clauseIndex(near, signature), meanings.isEmpty || isFollowed {
            report(.unknownClause(signature, typed, near, token.range), at: token.range)
            return readClause(meant, signature, labelRange: token.range, into: &command)
        }
        if readLooseWord(meanings, signature, into: &command) { return }
        if let carrier, near == nil, meanings.isEmpty, !awaitsChoice(signature, command),
            !startsValue(next) || isTarget(next) && command.subjects.isEmpty
        {
            return readStrayValue(typed, signature, carrier, inStage, into: &command)
        }
        let creator = near == nil ? self.creator(taking: label, for: signature) : nil
        report(
            .unknownClause(
                signature, typed, near, token.range, onlyAtFirst: creator,
                behindCarrier: carrierName(signature, command)),
            at: token.range)
        advance()
        skipStrayValue(signature, command)
    }

    /// `track N us`, `list transit`: a word known as a value of what the verb takes, without its label.
    ///
    /// - Returns: whether it was one.
    private func readLooseWord(_ kinds: [ValueKind], _ signature: Signature, into command: inout CommandSyntax) -> Bool
    {
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
        let meant = (kinds + choices).flatMap { openClauses(of: $0, signature, command) }
        guard let first = meant.first else { return false }
        let lower = token.lower
        let value = primary(.text, units: false)
        let range = range(from: lower)
        let labels = meant.map { signature.clauses[$0].label }
        if meant.count == 1 {
            command.clauses.append(
                ClauseSyntax(index: first, labelRange: SourceRange(lower, lower), value: .value(value), range: range))
        }
        let isFollowed = skipWords(like: kinds, signature, unless: signature.clauses[first].isList)
        report(.valueWithoutLabel(word, signature, labels, range, isAll: !isFollowed), at: range)
        return true
    }

    /// `list exception late`: words behind a loose value that mean nothing, or the same, are the same mistake.
    ///
    /// - Parameter isList: several values may stand there, so that a second one is told apart.
    /// - Returns: whether there were any.
    private func skipWords(like kinds: [ValueKind], _ signature: Signature, unless isList: Bool) -> Bool {
        let start = index
        let labels = signature.clauses.map(\.label)
        while kind == .word, !startsOperator(token), !Literals.hasDigit(text(token)) {
            let word = text(token).lowercased()
            guard clauseIndex(word, signature) == nil, Suggestions.nearest(word, in: labels) == nil,
                !vocabulary.isNearlyCarrier(word), !Self.carrierWords.contains(word)
            else { break }
            let meanings = vocabulary.meanings(word)
            guard meanings.isEmpty || !isList && meanings.contains(where: kinds.contains) else { break }
            advance()
        }
        return index > start
    }

    /// The clauses a loose value of a kind may be meant for: those that must be given and are not, else the first that
    /// takes its kind.
    private func openClauses(of kind: ValueKind, _ signature: Signature, _ command: CommandSyntax) -> [Int] {
        let fitting = signature.clauses.indices.filter { signature.clauses[$0].kind == kind }
        let given = Set(command.clauses.map(\.index))
        let missing = fitting.filter { signature.clauses[$0].isRequired && !given.contains($0) }
        return missing.isEmpty ? fitting.prefix(1).filter { !given.contains($0) } : missing
    }

    /// The verb that takes a label which one that changes things lacks: what can be given once and not changed.
    private func creator(taking label: String, for signature: Signature) -> String? {
        guard signature.effect == .update else { return nil }
        return vocabulary.verbs.first { verb in
            verb.effect == .create && verb.clauses.contains { $0.label == label }
        }?.name
    }

    /// `show A and B`.
    private func readJoinedTarget(into command: inout CommandSyntax) {
        let comma = Diagnostic.Edit(SourceRange(previousUpper, token.upper), ",")
        report(.missingCommas([comma], between: "numbers"), at: token.range)
        advance()
        let value = target(units: false)
        guard !command.subjects.isEmpty else { return }
        command.subjects[0].append(value)
    }

    /// Where the text began of which this word, like no label, is likely the rest: `title cute pillow`.
    private func unquotedText(_ signature: Signature, _ command: CommandSyntax) -> SourceRange? {
        guard let last = command.clauses.last, last.range.upper == previousUpper,
            signature.clauses.indices.contains(last.index), signature.clauses[last.index].kind == .text,
            case .value(let value) = last.value, case .word = value.kind, isPlainWord(token),
            Suggestions.nearest(text(token), in: signature.clauses.map(\.label)) == nil
        else { return nil }
        return value.range
    }

    /// `via china post`, `to united states`: a name of several words that is known.
    private func readUnquotedName(_ signature: Signature, _ command: CommandSyntax) -> Bool {
        guard let (value, kind) = nameBefore(signature, command),
            let count = wordsOfName(after: value.range, of: [kind])
        else { return false }
        for _ in 0..<count { advance() }
        let range = range(from: value.range.lower)
        report(.unquotedText(file.slice(range), range), at: range)
        return true
    }

    /// The carrier or the country in one word that stands right before, behind its label.
    private func nameBefore(_ signature: Signature, _ command: CommandSyntax) -> (ExpressionSyntax, ValueKind)? {
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
    private func carrierName(_ signature: Signature, _ command: CommandSyntax) -> String? {
        guard let (value, kind) = nameBefore(signature, command), kind == .carrier, isPlainWord(token), !at("and")
        else { return nil }
        return Quoting.string(file.slice(value.range.joined(with: token.range)))
    }

    /// How many of the words that stand here, behind one that was taken, make a known name with it.
    func wordsOfName(after first: SourceRange, of kinds: [ValueKind]) -> Int? {
        for count in stride(from: 3, through: 1, by: -1) where index + count <= list.tokens.count {
            let words = list.tokens[index..<index + count]
            guard words.allSatisfy({ $0.kind == .word }), let last = words.last else { continue }
            let name = file.slice(first.joined(with: last.range)).lowercased()
            if kinds.contains(where: { vocabulary.normalForm(name, $0) != nil }) { return count }
        }
        return nil
    }

    private func skipText(from start: SourceRange, _ signature: Signature) {
        while isPlainWord(token) || kind == .word && Literals.isNumber(text(token)), !isAtCommandEnd,
            clauseIndex(text(token).lowercased(), signature) == nil
        {
            advance()
        }
        let range = range(from: start.lower)
        report(.unquotedText(file.slice(range), range), at: range)
    }

    /// The value of a label nobody knows goes with it, unless it reads as something of its own.
    private func skipStrayValue(_ signature: Signature, _ command: CommandSyntax) {
        guard startsValue(token), !isAtCommandEnd else { return }
        if kind == .word {
            if clauseIndex(text(token).lowercased(), signature) != nil { return }
            if command.subjects.count < signature.subjects.count, isTarget(token) { return }
        }
        let isPanicking = isPanicking
        self.isPanicking = true
        _ = target(units: true)
        while take(.comma) { _ = target(units: true) }
        self.isPanicking = isPanicking
    }

    /// `track N 4px`: a value alone, which is likely the carrier.
    private func readStrayValue(
        _ typed: String, _ signature: Signature, _ carrier: Int?, _ inStage: Bool, into command: inout CommandSyntax
    ) {
        let lower = token.lower
        let isNumber = Literals.isTrackingNumber(typed)
        if !inStage, command.subjects.isEmpty, command.file == nil, let slot = signature.subjects.first,
            slot.kind == .parcel || slot.kind == .trackingNumber, !isTarget(next)
        {
            report(.notATrackingNumber(typed, token.range), at: token.range)
            command.subjects.append([primary(.text, units: false)])
            return skipLooseValues(signature)
        }
        if isNumber, let slot = signature.subjects.first, slot.isList, command.subjects.count == 1,
            command.clauses.isEmpty
        {
            let (more, edits) = readMore { Literals.isTrackingNumber(text($0)) }
            report(.missingCommas(edits, between: "numbers"), at: more.first?.range ?? token.range)
            command.subjects[0] += more
            return
        }
        let value = primary(.text, units: false)
        let range = range(from: lower)
        guard let carrier, !isNumber else {
            report(.valueWithoutLabel(typed, signature, [], range), at: range)
            return skipLooseValues(signature)
        }
        let isCarrier = vocabulary.isNearlyCarrier(typed)
        report(
            .valueWithoutLabel(typed, signature, isCarrier ? [signature.clauses[carrier].label] : [], range), at: range)
        command.clauses.append(
            ClauseSyntax(index: carrier, labelRange: SourceRange(lower, lower), value: .value(value), range: range))
    }

    /// `list numbers A12345 B12345`.
    private func readMoreNumbers(_ signature: Signature, into command: inout CommandSyntax) -> Bool {
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
            values.append(primary(.text, units: false))
            isParted = kind == .comma
            while kind == .comma { advanceAcrossLines() }
        }
        return (values, edits)
    }

    /// Further values of the same kind are the same mistake.
    private func skipLooseValues(_ signature: Signature) {
        let wasPanicking = isPanicking
        isPanicking = true
        while kind == .word, Literals.hasDigit(text(token)), clauseIndex(text(token), signature) == nil {
            _ = primary(.text, units: false)
        }
        isPanicking = wasPanicking
    }

    /// `mark N arrived`: one of several words must follow, and none has.
    private func awaitsChoice(_ signature: Signature, _ command: CommandSyntax) -> Bool {
        let flags = signature.clauses.indices.filter {
            signature.clauses[$0].isRequired && signature.clauses[$0].isFlag
        }
        return !flags.isEmpty && !command.clauses.contains { flags.contains($0.index) }
    }

    /// The clause that names a carrier, where it has not been given.
    private func openCarrierClause(_ signature: Signature, _ command: CommandSyntax) -> Int? {
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
