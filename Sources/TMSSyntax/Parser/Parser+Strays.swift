extension Parser {
    /// Words that people put where the courier's label belongs.
    private static let carrierWords: Set<String> = ["with", "by", "using", "carrier", "courier"]

    /// Something in a command that is neither a subject nor a label: a label misspelt, a value that lacks its label.
    mutating func readStray(_ signature: Signature, into command: inout CommandSyntax) {
        guard kind == .word else {
            if kind == .comma { return fail(.strayComma) }
            if startsOperator(token) { return fail(.operatorInCommand(describe(token))) }
            guard startsValue(token) else { return failExpecting("a clause") }
            let lower = token.lower
            _ = primary(.text, units: false)
            let range = range(from: lower)
            return report(.valueWithoutLabel(file.slice(range), signature, nil, range), at: range)
        }
        if startsOperator(token) { return fail(.operatorInCommand(describe(token))) }
        let typed = text(token)
        let label = typed.lowercased()
        let carrier = openCarrierClause(signature, command)
        if Literals.hasDigit(typed) || isNextGlued && startsValue(next) {
            return readStrayValue(typed, signature, carrier, into: &command)
        }
        if let carrier, Self.carrierWords.contains(label), startsValue(next) {
            let meant = signature.clauses[carrier].label
            report(.unknownClause(signature, typed, meant, token.range), at: token.range)
            return readClause(carrier, signature, labelRange: token.range, into: &command)
        }
        let labels = signature.clauses.map(\.label) + (signature.takesFile ? ["from"] : [])
        let near = Suggestions.nearest(label, in: labels)
        if let near, let meant = clauseIndex(near, signature) {
            report(.unknownClause(signature, typed, near, token.range), at: token.range)
            return readClause(meant, signature, labelRange: token.range, into: &command)
        }
        if let carrier, near == nil, !startsValue(next) || isTarget(next) && command.subjects.isEmpty {
            return readStrayValue(typed, signature, carrier, into: &command)
        }
        report(.unknownClause(signature, typed, near, token.range), at: token.range)
        advance()
        skipStrayValue(signature, command)
    }

    /// The value of a label nobody knows goes with it, unless it reads as something of its own.
    private mutating func skipStrayValue(_ signature: Signature, _ command: CommandSyntax) {
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
    private mutating func readStrayValue(
        _ typed: String, _ signature: Signature, _ carrier: Int?, into command: inout CommandSyntax
    ) {
        let lower = token.lower
        let isNumber = Literals.isTrackingNumber(typed)
        if isNumber, let slot = signature.subjects.first, slot.isList, command.subjects.count == 1,
            command.clauses.isEmpty
        {
            report(.missingComma(SourceRange(previousUpper, previousUpper)), at: token.range)
            command.subjects[0].append(primary(.text, units: false))
            return
        }
        let value = primary(.text, units: false)
        let range = range(from: lower)
        guard let carrier, !isNumber else {
            return report(.valueWithoutLabel(typed, signature, nil, range), at: range)
        }
        report(.valueWithoutLabel(typed, signature, signature.clauses[carrier].label, range), at: range)
        command.clauses.append(
            ClauseSyntax(index: carrier, labelRange: SourceRange(lower, lower), value: .value(value), range: range))
    }

    /// The clause that names a courier, where it has not been given.
    private func openCarrierClause(_ signature: Signature, _ command: CommandSyntax) -> Int? {
        guard let index = signature.clauses.firstIndex(where: { $0.kind == .carrier }),
            !command.clauses.contains(where: { $0.index == index })
        else { return nil }
        return index
    }
}
