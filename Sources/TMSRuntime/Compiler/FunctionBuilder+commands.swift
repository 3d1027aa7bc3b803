import TMSSyntax

extension FunctionBuilder {
    func isBulk(_ command: CommandSyntax) -> Bool {
        guard case .verb(let verb) = command.callee else { return false }
        return pool.vocabulary[verb].takesAllRows(of: command)
    }

    /// Calls a verb; the source opens on its answer. `row` fills the target slot.
    func command(_ command: CommandSyntax, source base: Int, row: Int?, wanted: Int? = nil, isSifted: Bool = false) {
        guard case .verb(let verb) = command.callee else {
            let result = registers(1)
            namedCall(command, into: result, row: row)
            return emit(.sourceFrom, base, result, at: command.range)
        }
        if let page = pool.definitionHelp(command) {
            let result = registers(1)
            constant(.written(page), into: result, command.range)
            return emit(.sourceFrom, base, result, at: command.range)
        }
        let mark = self.mark
        let signature = pool.vocabulary[verb]
        let template = CommandTemplate(
            verb: verb, subjects: subjects(command, signature, row: row),
            clauses: command.clauses.compactMap { clause($0, signature) },
            file: command.file.map {
                SlotTemplate(
                    label: "`from`", registers: [expression($0)], range: $0.range, isTarget: false, isRequired: true)
            },
            fileClauses: command.fileClauses.map { ($0.label, expression($0.value)) },
            columns: command.columns, location: SourceLocation(file, command.range), verbRange: command.verbRange,
            wanted: wanted, isSifted: isSifted, isWrite: signature.effect(of: command).isWrite)
        emit(.command, base, pool.command(template), at: command.range)
        release(to: mark)
    }

    /// Calls a definition by its name, as a verb is called.
    func namedCall(_ command: CommandSyntax, into result: Int, row: Int? = nil) {
        guard case .named(let name) = command.callee, let place = pool.definitionPlaces[name] else {
            var name = ""
            if case .named(let unknown) = command.callee { name = unknown }
            return raise(.unknownName(name), at: command.verbRange)
        }
        let mark = self.mark
        let count = command.subjects.count + (row == nil ? 0 : 1)
        let first = registers(count)
        if let row { emit(.move, first, row, at: command.range) }
        for (offset, values) in command.subjects.enumerated() {
            let register = first + count - command.subjects.count + offset
            if values.count == 1, let value = values.first {
                expression(value, into: register)
            } else {
                emit(.list, register, consecutive(values), values.count, at: command.range)
            }
        }
        let ranges = command.subjects.map { values in
            values.dropFirst().reduce(values.first?.range ?? command.range) { $0.joined(with: $1.range) }
        }
        callDefinition(
            name, place, first, (row == nil ? [] : [command.verbRange]) + ranges, into: result, command.range)
        release(to: mark)
    }

    private func subjects(_ command: CommandSyntax, _ signature: Signature, row: Int?) -> [SlotTemplate] {
        var given = command.subjects
        var target = signature.target
        if row == nil {
            target = nil
        } else if let place = target, given.count < signature.subjects.count, place <= given.count {
            given.insert([], at: place)
        }
        return given.enumerated().map { place, values in
            let slot = signature.subjects.indices.contains(place) ? signature.subjects[place] : nil
            var registers = values.map { expression($0) }
            if place == target, let row { registers = [row] }
            let range = values.first.map { first in values.reduce(first.range) { $0.joined(with: $1.range) } }
            return SlotTemplate(
                label: "the \(slot?.kind.name ?? "value")", registers: registers, range: range ?? command.verbRange,
                valueRanges: values.map(\.range),
                isTarget: slot?.isList == true || slot?.kind == .parcel, isRequired: slot?.isRequired ?? false)
        }
    }

    private func clause(_ clause: ClauseSyntax, _ signature: Signature) -> ClauseTemplate? {
        guard signature.clauses.indices.contains(clause.index) else { return nil }
        let declared = signature.clauses[clause.index]
        let content: ClauseTemplate.Content
        var range = clause.range
        var isCleared = false
        switch clause.value {
        case .flag:
            content = .flag
            range = clause.labelRange
        case .value(let value):
            content = .registers([expression(value)])
            range = value.range
            isCleared = value.literalText == "" && signature.effect == .update
        case .list(let values):
            content = .registers(values.map { expression($0) })
            if let first = values.first { range = values.reduce(first.range) { $0.joined(with: $1.range) } }
        case .range(let dates):
            content = .range(dateRange(dates, of: "`\(declared.label)`"))
            range = dates.range
        }
        // No carrier on a parcel that is to be tracked means that it is to be found.
        let isOptionalField = signature.effect == .create && (!declared.isRequired || declared.kind == .carrier)
        let refusal: ClauseTemplate.EmptyRule =
            signature.effect == .update && declared.kind != .carrier ? .refuseToClear : .refuse
        return ClauseTemplate(
            index: clause.index, label: "`\(declared.label)`", content: content,
            emptyRule: isCleared ? .keep : isOptionalField ? .leaveOut : refusal, labelRange: clause.labelRange,
            range: range)
    }
}
