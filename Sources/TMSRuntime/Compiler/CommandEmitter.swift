import TMSSyntax

/// Compiles commands: a verb with registers for its values, or a definition called as a verb is.
struct CommandEmitter {
    private let code: CodeWriter
    private let registers: RegisterFile
    private let values: ValueEmitter

    init(_ function: FunctionBuilder) {
        code = function.code
        registers = function.registers
        values = function.values
    }

    /// Calls a verb; the source opens on its answer. `row` fills the target slot.
    func command(_ command: CommandSyntax, source base: Int, row: Int?, wanted: Int? = nil, isSifted: Bool = false) {
        guard case .verb(let verb) = command.callee else {
            let result = registers.take()
            namedCall(command, into: result, row: row)
            return code.emit(.sourceFrom, base, result, at: command.range)
        }
        if let page = code.pool.definitionHelp(command) {
            let result = registers.take()
            code.constant(.written(page), into: result, command.range)
            return code.emit(.sourceFrom, base, result, at: command.range)
        }
        let mark = registers.mark
        let signature = code.pool.vocabulary[verb]
        let template = CommandTemplate(
            verb: verb, subjects: subjects(command, signature, row: row),
            clauses: command.clauses.compactMap { clause($0, signature) },
            file: command.file.map {
                SlotTemplate(
                    label: "`from`", registers: [values.expression($0)], range: $0.range, isTarget: false,
                    isRequired: true)
            },
            fileClauses: command.fileClauses.map { ($0.label, values.expression($0.value)) },
            columns: command.columns, location: SourceLocation(code.file, command.range), verbRange: command.verbRange,
            wanted: wanted, isSifted: isSifted, isWrite: signature.effect(of: command).isWrite)
        code.emit(.command, base, code.pool.command(template), at: command.range)
        registers.release(to: mark)
    }

    /// Calls a definition by its name, as a verb is called.
    func namedCall(_ command: CommandSyntax, into result: Int, row: Int? = nil) {
        guard case .named(let name) = command.callee, let place = code.pool.definitionPlaces[name] else {
            var name = ""
            if case .named(let unknown) = command.callee { name = unknown }
            return code.raise(.unknownName(name), at: command.verbRange)
        }
        let mark = registers.mark
        let count = command.subjects.count + (row == nil ? 0 : 1)
        let first = registers.take(count)
        if let row { code.emit(.move, first, row, at: command.range) }
        for (offset, subject) in command.subjects.enumerated() {
            let register = first + count - command.subjects.count + offset
            if subject.count == 1, let value = subject.first {
                values.expression(value, into: register)
            } else {
                code.emit(.list, register, values.consecutive(subject), subject.count, at: command.range)
            }
        }
        let ranges = command.subjects.map { subject in
            subject.dropFirst().reduce(subject.first?.range ?? command.range) { $0.joined(with: $1.range) }
        }
        values.calls.callDefinition(
            name, place, first, (row == nil ? [] : [command.verbRange]) + ranges, into: result, command.range)
        registers.release(to: mark)
    }

    private func subjects(_ command: CommandSyntax, _ signature: Signature, row: Int?) -> [SlotTemplate] {
        var given = command.subjects
        var target = signature.target
        if row == nil {
            target = nil
        } else if let place = target, given.count < signature.subjects.count, place <= given.count {
            given.insert([], at: place)
        }
        return given.enumerated().map { place, subject in
            let slot = signature.subjects.indices.contains(place) ? signature.subjects[place] : nil
            var registers = subject.map { values.expression($0) }
            if place == target, let row { registers = [row] }
            let range = subject.first.map { first in subject.reduce(first.range) { $0.joined(with: $1.range) } }
            return SlotTemplate(
                label: "the \(slot?.kind.name ?? "value")", registers: registers, range: range ?? command.verbRange,
                valueRanges: subject.map(\.range),
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
            content = .registers([values.expression(value)])
            range = value.range
            isCleared = value.literalText == "" && signature.effect == .update
        case .list(let items):
            content = .registers(items.map { values.expression($0) })
            if let first = items.first { range = items.reduce(first.range) { $0.joined(with: $1.range) } }
        case .range(let dates):
            content = .range(values.times.dateRange(dates, of: "`\(declared.label)`"))
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

extension CommandSyntax {
    /// Whether it takes all rows of a pipeline at once.
    func isBulk(_ vocabulary: Vocabulary) -> Bool {
        guard case .verb(let verb) = callee else { return false }
        return vocabulary[verb].takesAllRows(of: self)
    }
}
