/// Reads what a verb is given, by its signature: subjects and clauses in any order.
final class CommandReader: PartReader {
    let parser: Parser
    let verb: VerbID
    let signature: Signature
    /// Whether the rows of a pipeline come to it.
    let inStage: Bool
    /// What has been read.
    var command: CommandSyntax
    private var strays = StrayReports()

    init(_ parser: Parser, _ verb: VerbID, verbRange: SourceRange, inStage: Bool) {
        self.parser = parser
        self.verb = verb
        self.inStage = inStage
        signature = parser.vocabulary[verb]
        command = CommandSyntax(callee: .verb(verb), verbRange: verbRange, range: verbRange)
    }

    /// - Parameter lower: where the command begins.
    func read(from lower: Int) -> CommandSyntax {
        while !parser.isAtCommandEnd, !parser.isPanicking { readPart() }
        expectMore()
        if let column = command.columns.first, command.file == nil {
            let clause = clauseIndex(column.label) != nil
            report(.columnWithoutFile(column, isClause: clause, file.slice(column.range)), at: column.range)
        }
        if let clause = command.fileClauses.first, command.file == nil {
            report(.fileClauseWithoutFile(clause.label), at: clause.labelRange)
        }
        command.range = range(from: lower)
        return command
    }

    /// A column, a clause, a subject, or something that is none of them.
    private func readPart() {
        if kind == .word {
            if next.kind == .assign { return readColumn() }
            if let clause = clauseIndex(text(token).lowercased()) {
                return readClause(clause, labelRange: token.range)
            }
            if at("from"), signature.takesFile {
                advance()
                command.file = parser.argument(of: "from")
                return
            }
            if signature.takesFile, let label = FileClause(rawValue: text(token).lowercased()) {
                if let clause = parser.fileClause(label) { command.fileClauses.append(clause) }
                return
            }
        }
        if takesSubject() { return readSubject(signature.subjects[command.subjects.count]) }
        let word = kind == .word ? text(token).lowercased() : ""
        let before = parser.diagnostics.count
        readStray()
        parser.diagnostics.removeSubrange(strays.kept(of: parser.diagnostics[before...], begunBy: word)...)
    }

    /// The next subject and the clauses that have not been given, where the text ends.
    private func expectMore() {
        guard parser.expectations != nil, kind == .end else { return }
        let given = command.clauses.map(\.index)
        let groups = given.compactMap { signature.clauses[$0].group }
        if command.subjects.count < signature.subjects.count {
            expects(.value(signature.subjects[command.subjects.count].kind))
        }
        if signature.takesFile, command.file == nil, command.subjects.isEmpty { expects(.words("from")) }
        if command.file != nil { parser.expectFileClauses(besides: command.fileClauses) }
        for (index, clause) in signature.clauses.enumerated() where !given.contains(index) {
            if let group = clause.group, groups.contains(group) { continue }
            expects(.clause(verb, index))
        }
    }

    func clauseIndex(_ label: String) -> Int? {
        signature.clauses.firstIndex { $0.label == label }
    }

    /// A label that is known, and its value.
    func readClause(_ index: Int, labelRange: SourceRange) {
        let clause = signature.clauses[index]
        advance()
        guard let kind = clause.kind else {
            return command.clauses.append(
                ClauseSyntax(index: index, labelRange: labelRange, value: .flag, range: labelRange))
        }
        let value: ClauseSyntax.Value
        if startsValue(token) {
            value = clauseValue(kind, isList: clause.isList)
        } else {
            demands(.value(kind))
            if self.kind != .bad { report(.needsValue(clause.label, found: describe(token)), at: labelRange) }
            if self.kind == .bad || !parser.isAtCommandEnd { parser.panic() }
            value = .value(missing())
        }
        command.clauses.append(
            ClauseSyntax(index: index, labelRange: labelRange, value: value, range: range(from: labelRange.lower)))
        if self.kind == .comma { fail(.oneValue(clause.label)) }
    }

    private func clauseValue(_ kind: ValueKind, isList: Bool) -> ClauseSyntax.Value {
        if kind == .dateRange { return .range(parser.dateRange()) }
        let first = value(kind)
        guard isList else { return .value(first) }
        var values = [first]
        while self.kind == .comma {
            if endsWithComma(kind) {
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
    private func endsWithComma(_ kind: ValueKind) -> Bool {
        guard next.kind == .word else { return false }
        let word = text(next).lowercased()
        let place = parser.index + 2
        // Before the next label it is a value that is spelt like one: `to us, to from de` names Tonga.
        let isFollowed =
            place < parser.list.tokens.count && startsValue(parser.list.tokens[place])
            && !isLabel(parser.list.tokens[place])
        if isFollowed, word == "not" || clauseIndex(word) != nil { return true }
        let meanings = vocabulary.meanings(word)
        return [.carrier, .status].contains(kind) && !meanings.contains(kind) && meanings.contains(.status)
    }

    private func isLabel(_ token: Token) -> Bool {
        token.kind == .word && clauseIndex(text(token).lowercased()) != nil
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
            parser.failExpecting("a value")
            return missing()
        }
        switch kind {
        case .date, .dateRange: return parser.date()
        case .duration: return parser.duration()
        case .parcel, .trackingNumber: return parser.target(units: false)
        case .number: return parser.primary(.text)
        default: return parser.primary(.text, units: false)
        }
    }

    /// A parcel must look like one, so that a misspelt label is not taken for a parcel.
    private func takesSubject() -> Bool {
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
        if token.lower == self.token.lower, parser.isNextGlued, next.kind == .leftParen { return Literals.isName(word) }
        return Literals.isTrackingNumber(word) || isWord("those", token) || Literals.rows(word) != nil
            || (isGluedWord(token) && Literals.hasDigit(word))
    }

    /// `late-$x`: a word that runs into a value, which the primary will refuse with how to write it.
    private func isGluedWord(_ token: Token) -> Bool {
        token.lower == self.token.lower && parser.isNextGlued && startsValue(next)
    }

    private func readSubject(_ slot: Slot) {
        var values = [subject(slot)]
        while kind == .comma, !parser.isPanicking {
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
                return parser.primary(.text, units: false)
            }
            return value(slot.kind)
        case .dateRange:
            return parser.date()
        default: return value(slot.kind)
        }
    }

    /// `number=A`: a column of the file.
    private func readColumn() {
        let label = token
        let name = text(label).lowercased()
        advance()
        advance()
        let column: String
        switch kind {
        case .word: column = text(token)
        case .string, .literalString: column = parser.stringText(token)
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
