import TMSSyntax

extension Machine {
    /// The effect a command wants; none if it has no targets, and then its source is empty.
    func command(_ template: CommandTemplate, source: Int, _ registers: Registers) throws(Fault) -> Effect? {
        if interruptor.isSet || fiber.stop != nil { throw .interrupted }
        if template.isWrite, let name = fields.unmetCondition { throw .unmetCondition(name) }
        var call = CommandCall(
            verb: template.verb, columns: template.columns, location: template.location, verbRange: template.verbRange,
            prefix: fiber.prefix, wanted: template.wanted, isSifted: template.isSifted)
        for slot in template.subjects {
            let values = try values(of: slot, registers)
            if slot.isTarget, values.isEmpty, slot.registers.contains(where: { isList(registers[$0]) }) {
                open(registers + source, [], nil, isSingle: false)
                return nil
            }
            var argument = CallArgument(values, slot.range, valueRanges: slot.valueRanges)
            if slot.registers.count == 1 { argument.isList = isList(registers[slot.registers[0]]) }
            call.subjects.append(argument)
        }
        if let file = template.file {
            call.file = CallArgument(try values(of: file, registers), file.range)
            for clause in template.fileClauses {
                call.fileOptions[clause.label] = registers[clause.register].text(in: environment)
            }
        }
        for clause in template.clauses {
            if let clause = try self.clause(clause, registers) { call.clauses.append(clause) }
        }
        fiber.pending = .source(source)
        return .command(call)
    }

    /// The values of a slot, lists opened. An empty one is refused: it would widen what the verb does.
    private func values(of slot: SlotTemplate, _ registers: Registers) throws(Fault) -> [Value] {
        var values: [Value] = []
        for register in slot.registers {
            if case .list(let list) = registers[register] {
                values += list.items
            } else {
                values.append(registers[register])
            }
        }
        if values.contains(where: \.isEmpty) { throw .emptyArgument(slot.label, at: slot.range) }
        return values
    }

    private func clause(_ clause: ClauseTemplate, _ registers: Registers) throws(Fault) -> CallClause? {
        let value: CallValue
        switch clause.content {
        case .flag: value = .flag
        case .range(let first):
            value = .range(from: bound(registers[first]), to: bound(registers[first + 1]))
        case .registers(let places):
            var values: [Value] = []
            for place in places {
                if case .list(let list) = registers[place] {
                    values += list.items
                } else {
                    values.append(registers[place])
                }
            }
            if values.isEmpty || values.contains(where: \.isEmpty) {
                switch clause.emptyRule {
                case .refuse: throw .emptyArgument(clause.label, at: clause.range)
                case .refuseToClear: throw .emptyArgument(clause.label, at: clause.range, clears: true)
                case .leaveOut: return nil
                case .keep: break
                }
            }
            value = .values(values)
        }
        return CallClause(index: clause.index, value: value, labelRange: clause.labelRange, range: clause.range)
    }

    private func bound(_ value: Value) -> Int? {
        if case .integer(let seconds) = value { return seconds }
        return nil
    }

    private func isList(_ value: Value) -> Bool {
        if case .list = value { return true }
        return false
    }
}
