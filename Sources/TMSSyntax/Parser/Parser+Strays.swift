extension Parser {
    /// Words that people put where the courier's label belongs.
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
        if Literals.hasDigit(typed) || isNextGlued && startsValue(next) {
            return readStrayValue(typed, signature, carrier, inStage, into: &command)
        }
        if let carrier, Self.carrierWords.contains(label), startsValue(next) {
            let meant = signature.clauses[carrier].label
            report(.unknownClause(signature, typed, meant, token.range), at: token.range)
            return readClause(carrier, signature, labelRange: token.range, into: &command)
        }
        let labels = signature.clauses.map(\.label) + (signature.takesFile ? ["from"] : [])
        let meanings = vocabulary.meanings(label)
        let isFollowed =
            startsValue(next) && (next.kind != .word || clauseIndex(text(next).lowercased(), signature) == nil)
        let near = Suggestions.nearest(label, in: labels)
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
        report(.unknownClause(signature, typed, near, token.range, onlyAtFirst: creator), at: token.range)
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
            report(.missingComma(SourceRange(previousUpper, previousUpper), between: "values"), at: token.range)
            command.clauses[command.clauses.count - 1].value = .list(values + [primary(.text, units: false)])
            return true
        }
        let word = text(token)
        let choices = signature.clauses.compactMap(\.kind).filter { $0.offers(word.lowercased()) }
        let meant = (kinds + choices).flatMap { openClauses(of: $0, signature, command) }
        guard let first = meant.first else { return false }
        let lower = token.lower
        let value = primary(.text, units: false)
        let range = range(from: lower)
        report(.valueWithoutLabel(word, signature, meant.map { signature.clauses[$0].label }, range), at: range)
        if meant.count == 1 {
            command.clauses.append(
                ClauseSyntax(index: first, labelRange: SourceRange(lower, lower), value: .value(value), range: range))
        }
        return true
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
        report(.missingComma(SourceRange(previousUpper, token.upper), between: "numbers"), at: token.range)
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

    /// `track N 4px`: a value alone, which is likely the courier.
    private func readStrayValue(
        _ typed: String, _ signature: Signature, _ carrier: Int?, _ inStage: Bool, into command: inout CommandSyntax
    ) {
        let lower = token.lower
        let isNumber = Literals.isTrackingNumber(typed)
        if !inStage, command.subjects.isEmpty, command.file == nil, let slot = signature.subjects.first,
            slot.kind == .parcel || slot.kind == .trackingNumber, !isTarget(next)
        {
            report(.notATrackingNumber(typed), at: token.range)
            command.subjects.append([primary(.text, units: false)])
            return skipLooseValues(signature)
        }
        if isNumber, let slot = signature.subjects.first, slot.isList, command.subjects.count == 1,
            command.clauses.isEmpty
        {
            report(.missingComma(SourceRange(previousUpper, previousUpper), between: "numbers"), at: token.range)
            command.subjects[0].append(primary(.text, units: false))
            return
        }
        let value = primary(.text, units: false)
        let range = range(from: lower)
        guard let carrier, !isNumber else {
            report(.valueWithoutLabel(typed, signature, [], range), at: range)
            return skipLooseValues(signature)
        }
        report(.valueWithoutLabel(typed, signature, [signature.clauses[carrier].label], range), at: range)
        command.clauses.append(
            ClauseSyntax(index: carrier, labelRange: SourceRange(lower, lower), value: .value(value), range: range))
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

    /// The clause that names a courier, where it has not been given.
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
