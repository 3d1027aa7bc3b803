import TMSSyntax

extension Checker {
    /// A verb with what it was given. `isStage`: the row before it fills its target.
    mutating func check(_ command: CommandSyntax, isValue: Bool, isStage: Bool) -> StaticType {
        switch command.callee {
        case .named(let name):
            checkNamed(name, command, isValue: isValue, isStage: isStage)
            return isStage ? resultOfStage(name) : result(of: name)
        case .verb(let id):
            let signature = vocabulary[id]
            if signature.isShellOnly, !isInteractive {
                report(CheckDiagnostics.shellOnlyVerb(signature.name, at: place(command.verbRange)))
            }
            let line = signature.lineEffect(of: command)
            if let promise, !isWithheld, line.effect.isWrite || line.isPaidRead {
                report(
                    CheckDiagnostics.writeInReadOnly(
                        signature.name, pays: !line.effect.isWrite, at: place(command.verbRange), promise: promise))
            }
            checkVerb(signature, command, isStage: isStage)
            return answer(of: signature)
        }
    }

    private func answer(of signature: Signature) -> StaticType {
        guard let schema = signature.returns else { return .unknown }
        let row = row(ofSchema: schema)
        return signature.returnsRows ? .rows(row) : .oneOrMany(row)
    }

    private mutating func checkVerb(_ signature: Signature, _ command: CommandSyntax, isStage: Bool) {
        // One mistake, one diagnostic: where words were lost, what is missing is not known.
        let isWhole = !log.hasParserError(in: command.range)
        let given = checkSubjects(of: signature, command, isStage: isStage, isWhole: isWhole)
        checkClauses(of: signature, command, supplied: given, isWhole: isWhole)
        if let path = command.file { checkFile(path, of: signature, command) }
    }
}

// MARK: - Subjects

extension Checker {
    /// What the values a verb was given can supply beside themselves.
    private enum Supply {
        case nothing
        /// Rows carry the number and the carrier; those of a file also what is named in their header.
        case rows, file
    }

    private mutating func checkSubjects(
        of signature: Signature, _ command: CommandSyntax, isStage: Bool, isWhole: Bool
    ) -> Supply {
        let slots = signature.openSlots(of: command, isStage: isStage)
        var supply: Supply = isStage ? .rows : command.file != nil ? .file : .nothing
        for (offset, values) in command.subjects.enumerated() {
            guard offset < slots.count else {
                reportSurplus(command.subjects[offset...], of: signature)
                break
            }
            let slot = slots[offset]
            if checkSubject(values, in: slot, of: signature), case .nothing = supply { supply = .rows }
        }
        let missing = slots.dropFirst(command.subjects.count).first { $0.isRequired }
        if let missing, isWhole {
            let spot = SourceLocation(file, SourceRange(command.verbRange.lower, command.verbRange.upper))
            report(
                CheckDiagnostics.missingSubject(signature.name, missing, at: spot, example: signature.examples.first))
        }
        return supply
    }

    /// Whether the values are rows, or may be.
    private mutating func checkSubject(_ values: [ExpressionSyntax], in slot: Slot, of signature: Signature) -> Bool {
        var hasRows = false
        for value in values {
            let type = check(value)
            checkValue(value, as: slot.kind, for: signature.name, type: type, takesList: slot.isList)
            if value.literalText == "" { report(CheckDiagnostics.emptyValue(signature.name, at: place(value.range))) }
            hasRows = hasRows || type.isCompound || (!type.isKnown && !value.isLiteral)
        }
        if values.count > 1, !slot.isList, let second = values.dropFirst().first {
            report(CheckDiagnostics.oneOnly(signature.name, at: place(second.range)))
        }
        return hasRows
    }

    private mutating func reportSurplus(_ surplus: ArraySlice<[ExpressionSyntax]>, of signature: Signature) {
        guard let first = surplus.first?.first else { return }
        for values in surplus { for value in values { _ = check(value) } }
        let takesList = signature.subjects.last?.isList ?? false
        report(CheckDiagnostics.tooManySubjects(signature.name, at: place(first.range), takesList: takesList))
    }
}

// MARK: - Clauses

extension Checker {
    private mutating func checkClauses(
        of signature: Signature, _ command: CommandSyntax, supplied: Supply, isWhole: Bool
    ) {
        var seen: [Int: SourceRange] = [:]
        var groups: [String: (label: String, range: SourceRange)] = [:]
        for given in command.clauses {
            guard signature.clauses.indices.contains(given.index) else { continue }
            let clause = signature.clauses[given.index]
            if let first = seen[given.index] {
                report(
                    CheckDiagnostics.repeatedClause(
                        clause.label, at: place(given.labelRange), first: first, takesList: clause.isList))
            } else if let group = clause.group, let other = groups[group] {
                report(
                    CheckDiagnostics.exclusiveClauses(
                        clause.label, other.label, at: place(given.labelRange), first: other.range))
            }
            seen[given.index] = given.labelRange
            if let group = clause.group, groups[group] == nil { groups[group] = (clause.label, given.labelRange) }
            check(given, as: clause, of: signature)
        }
        let columns = Set(command.columns.map(\.label))
        guard isWhole else { return }
        for (index, clause) in signature.clauses.enumerated() where clause.isRequired {
            if let group = clause.group {
                guard groups[group] == nil else { continue }
                let labels = signature.clauses.filter { $0.group == group }.map(\.label)
                groups[group] = (clause.label, command.verbRange)
                report(
                    CheckDiagnostics.missingChoice(
                        signature.name, labels, at: place(command.verbRange), example: signature.examples.first))
            } else if seen[index] == nil, !columns.contains(clause.label), !supplies(supplied, index, of: signature) {
                report(
                    CheckDiagnostics.missingClause(
                        signature.name, clause, at: place(command.verbRange), example: signature.examples.first))
            }
        }
    }

    /// The carrier of a row is the first a verb asks for: `change carrier of N from C to C2`.
    private func supplies(_ supply: Supply, _ clause: Int, of signature: Signature) -> Bool {
        switch supply {
        case .nothing: false
        case .file: true
        case .rows: signature.takesFile || clause == signature.clauses.firstIndex { $0.kind == .carrier }
        }
    }

    private mutating func check(_ given: ClauseSyntax, as clause: Clause, of signature: Signature) {
        guard let kind = clause.kind else { return }
        switch given.value {
        case .flag: break
        case .value(let value): check(value, as: kind, clause, signature)
        case .list(let values):
            for value in values { check(value, as: kind, clause, signature) }
            if values.count > 1, !clause.isList, let second = values.dropFirst().first {
                report(CheckDiagnostics.oneOnly(clause.label, at: place(second.range)))
            }
        case .range(let range): checkRange(range)
        }
    }

    private mutating func check(_ value: ExpressionSyntax, as kind: ValueKind, _ clause: Clause, _ signature: Signature)
    {
        let type = check(value)
        if value.literalText == "" {
            // `edit … title ""` clears; elsewhere an empty value would widen or say nothing.
            let clears = (signature.effect == .update || signature.effect == .create) && kind != .carrier
            if !clears { report(CheckDiagnostics.emptyValue(clause.label, at: place(value.range))) }
            return
        }
        checkValue(value, as: kind, for: clause.label, type: type, takesList: clause.isList)
    }
}

// MARK: - `from "orders.csv" number=A`

extension Checker {
    private mutating func checkFile(_ path: ExpressionSyntax, of signature: Signature, _ command: CommandSyntax) {
        checkValue(path, as: .path, for: "from")
        let source = FileSyntax(path: path, clauses: command.fileClauses, range: path.range)
        checkFileClauses(of: source)
        guard let name = path.literalText, let header = headers.header(of: source) else { return }
        for column in command.columns where !header.has(column.column) {
            report(
                CheckDiagnostics.unknownColumn(
                    column.column, in: name, at: place(column.valueRange),
                    nearest: Suggestions.nearest(column.column, in: header.names), columns: header.names.sorted()))
        }
        let spelt = Set(header.names.map { $0.lowercased() })
        let isNamed = command.columns.contains { $0.label == "number" }
        if !isNamed, !vocabulary.parcelNames.number.contains(where: spelt.contains) {
            report(CheckDiagnostics.noNumberColumn(in: name, at: place(path.range), columns: header.names.sorted()))
        }
    }
}

extension ColumnSyntax {
    /// The column's name after `=`.
    fileprivate var valueRange: SourceRange { SourceRange(min(labelRange.upper + 1, range.upper), range.upper) }
}

extension Signature.Effect {
    var isWrite: Bool {
        switch self {
        case .none, .read: false
        case .create, .update, .delete: true
        }
    }
}
