extension Parser {
    /// Subjects and clauses in any order, by the signature of the verb.
    func command(
        _ verb: VerbID, verbRange: SourceRange, from lower: Int, inStage: Bool = false
    ) -> CommandSyntax {
        let signature = vocabulary[verb]
        var command = CommandSyntax(callee: .verb(verb), verbRange: verbRange, range: verbRange)
        var strays = StrayReports()
        while !isAtCommandEnd, !isPanicking {
            if kind == .word {
                if next.kind == .assign {
                    readColumn(signature, into: &command)
                    continue
                }
                if let clause = clauseIndex(text(token).lowercased(), signature) {
                    readClause(clause, signature, labelRange: token.range, into: &command)
                    continue
                }
                if at("from"), signature.takesFile {
                    advance()
                    command.file = argument(of: "from")
                    continue
                }
                if signature.takesFile, let label = FileClause(rawValue: text(token).lowercased()) {
                    if let clause = fileClause(label) { command.fileClauses.append(clause) }
                    continue
                }
            }
            if takesSubject(signature, command) {
                readSubject(signature.subjects[command.subjects.count], into: &command)
            } else {
                let word = kind == .word ? text(token).lowercased() : ""
                let before = diagnostics.count
                readStray(signature, inStage, into: &command)
                diagnostics.removeSubrange(strays.kept(of: diagnostics[before...], begunBy: word)...)
            }
        }
        expectMore(of: verb, command)
        if let column = command.columns.first, command.file == nil {
            let clause = clauseIndex(column.label, signature) != nil
            report(.columnWithoutFile(column, isClause: clause, file.slice(column.range)), at: column.range)
        }
        if let clause = command.fileClauses.first, command.file == nil {
            report(.fileClauseWithoutFile(clause.label), at: clause.labelRange)
        }
        command.range = range(from: lower)
        return command
    }

    /// The next subject and the clauses that have not been given, where the text ends.
    private func expectMore(of verb: VerbID, _ command: CommandSyntax) {
        guard expectations != nil, kind == .end else { return }
        let signature = vocabulary[verb]
        let given = command.clauses.map(\.index)
        let groups = given.compactMap { signature.clauses[$0].group }
        if command.subjects.count < signature.subjects.count {
            expects(.value(signature.subjects[command.subjects.count].kind))
        }
        if signature.takesFile, command.file == nil, command.subjects.isEmpty { expects(.words("from")) }
        if command.file != nil { expectFileClauses(besides: command.fileClauses) }
        for (index, clause) in signature.clauses.enumerated() where !given.contains(index) {
            if let group = clause.group, groups.contains(group) { continue }
            expects(.clause(verb, index))
        }
    }

    func clauseIndex(_ label: String, _ signature: Signature) -> Int? {
        signature.clauses.firstIndex { $0.label == label }
    }

    /// A label that is known, and its value.
    func readClause(
        _ index: Int, _ signature: Signature, labelRange: SourceRange, into command: inout CommandSyntax
    ) {
        let clause = signature.clauses[index]
        advance()
        guard let kind = clause.kind else {
            return command.clauses.append(
                ClauseSyntax(index: index, labelRange: labelRange, value: .flag, range: labelRange))
        }
        let value: ClauseSyntax.Value
        if startsValue(token) {
            value = clauseValue(kind, isList: clause.isList, signature)
        } else {
            demands(.value(kind))
            if self.kind != .bad { report(.needsValue(clause.label, found: describe(token)), at: labelRange) }
            if self.kind == .bad || !isAtCommandEnd { panic() }
            value = .value(missing())
        }
        command.clauses.append(
            ClauseSyntax(index: index, labelRange: labelRange, value: value, range: range(from: labelRange.lower)))
        if self.kind == .comma { fail(.oneValue(clause.label)) }
    }

    private func clauseValue(_ kind: ValueKind, isList: Bool, _ signature: Signature) -> ClauseSyntax.Value {
        if kind == .dateRange { return .range(dateRange()) }
        let first = value(kind)
        guard isList else { return .value(first) }
        var values = [first]
        while self.kind == .comma {
            if endsWithComma(kind, signature) {
                report(.commaBetweenClauses(SourceRange(previousUpper, token.upper)), at: token.range)
                advance()
                break
            }
            advanceAcrossLines()
            dropConjunction()
            values.append(value(kind))
        }
        return .list(values)
    }

    /// `via ups, status transit`, `via ups, delivered`: what follows the comma is no value of the list.
    private func endsWithComma(_ kind: ValueKind, _ signature: Signature) -> Bool {
        guard next.kind == .word else { return false }
        let word = text(next).lowercased()
        let place = index + 2
        // Before the next label it is a value that is spelt like one: `to us, to from de` names Tonga.
        let isFollowed =
            place < list.tokens.count && startsValue(list.tokens[place]) && !isLabel(list.tokens[place], signature)
        if isFollowed, word == "not" || clauseIndex(word, signature) != nil { return true }
        let meanings = vocabulary.meanings(word)
        return [.carrier, .status].contains(kind) && !meanings.contains(kind) && meanings.contains(.status)
    }

    private func isLabel(_ token: Token, _ signature: Signature) -> Bool {
        token.kind == .word && clauseIndex(text(token).lowercased(), signature) != nil
    }

    /// `via ups, and dhl`: behind a comma the word says nothing more.
    private func dropConjunction() {
        guard at("and") || at("or"), startsValue(next), next.kind != .comma else { return }
        let word = token
        report(.commaAndWord(text(word), SourceRange(word.lower, next.lower)), at: word.range)
        advance()
    }

    /// One value, by the kind of its slot.
    private func value(_ kind: ValueKind) -> ExpressionSyntax {
        guard startsValue(token) else {
            demands(.value(kind))
            failExpecting("a value")
            return missing()
        }
        switch kind {
        case .date, .dateRange: return date()
        case .duration: return duration()
        case .parcel, .trackingNumber: return target(units: false)
        case .number: return primary(.text)
        default: return primary(.text, units: false)
        }
    }

    /// A parcel must look like one, so that a misspelt label is not taken for a parcel.
    private func takesSubject(_ signature: Signature, _ command: CommandSyntax) -> Bool {
        guard command.subjects.count < signature.subjects.count, startsValue(token) else { return false }
        switch signature.subjects[command.subjects.count].kind {
        case .parcel, .trackingNumber: return isTarget(token)
        default: return true
        }
    }

    func isTarget(_ token: Token) -> Bool {
        guard token.kind == .word else { return startsValue(token) }
        let word = text(token)
        // `track trim($n)`: a call is a value.
        if token.lower == self.token.lower, isNextGlued, next.kind == .leftParen { return Literals.isName(word) }
        return Literals.isTrackingNumber(word) || isWord("those", token) || Literals.rows(word) != nil
            || (isGluedWord(token) && Literals.hasDigit(word))
    }

    /// `late-$x`: a word that runs into a value, which the primary will refuse with how to write it.
    private func isGluedWord(_ token: Token) -> Bool {
        token.lower == self.token.lower && isNextGlued && startsValue(next)
    }

    private func readSubject(_ slot: Slot, into command: inout CommandSyntax) {
        var values = [subject(slot)]
        while kind == .comma, !isPanicking {
            guard slot.isList else {
                fail(.oneValue(slot.name))
                break
            }
            advanceAcrossLines()
            dropConjunction()
            values.append(subject(slot))
        }
        command.subjects.append(values)
    }

    private func subject(_ slot: Slot) -> ExpressionSyntax {
        switch slot.kind {
        case .parcel, .trackingNumber:
            if startsValue(token), !isTarget(token) {
                if kind == .word, !Literals.hasDigit(text(token)) {
                    report(.expected("a tracking number", found: describe(token)), at: token.range)
                    return missing()
                }
                report(.notATrackingNumber(text(token), token.range), at: token.range)
                return primary(.text, units: false)
            }
            return value(slot.kind)
        case .dateRange:
            return date()
        default: return value(slot.kind)
        }
    }

    /// `number=A`: a column of the file.
    private func readColumn(_ signature: Signature, into command: inout CommandSyntax) {
        let label = token
        let name = text(label).lowercased()
        advance()
        advance()
        let column: String
        switch kind {
        case .word: column = text(token)
        case .string, .literalString: column = stringText(token)
        default: return fail(.needsValue("\(name)=", found: describe(token)))
        }
        advance()
        let range = range(from: label.lower)
        command.columns.append(ColumnSyntax(label: name, labelRange: label.range, column: column, range: range))
        let known = ["number"] + signature.clauses.filter { !$0.isFlag }.map(\.label)
        if !known.contains(name) {
            let near = Suggestions.nearest(name, in: known)
            report(.unknownClause(signature, name, near, label.range), at: label.range)
        }
    }
}
