import TMSBase
import TMSSyntax

// Instructions that do more work than the dispatch costs.
extension Machine {
    /// Carries one out; returns the effect it wants.
    @inline(never)
    func rare(_ i: Instruction, _ registers: Registers, _ pc: inout Int) throws(Fault) -> Effect? {
        let a = Int(i.a)
        let b = Int(i.b)
        let c = Int(i.c)
        switch i.op {
        // MARK: Values
        case .negate: registers[a] = try Arithmetic(environment: environment).negate(registers[b])
        case .isEmpty: registers[a] = .boolean(registers[b].isEmpty)
        case .not: registers[a] = .boolean(try !condition(registers[b]))
        case .list: registers[a] = try list((0..<c).map { registers[b + $0] })
        case .flatten:
            var items: [Value] = []
            for place in 0..<c {
                if case .list(let part) = registers[b + place] { items += part.items }
            }
            registers[a] = try list(items)
        case .concat:
            let text = try concat(program.texts[c], registers + b)
            try count(making: text)
            registers[a] = text
        case .duration: registers[a] = try duration(registers[b], unit: c)
        case .ago: registers[a] = try ago(registers[b])
        case .date: registers[a] = try date(program.constants[b])
        case .dateRange: try dateRange(i, registers)
        case .isInRange: registers[a] = .boolean(try isInRange(registers[b], registers[c], registers[c + 1]))
        case .rangeList: registers[a] = try rangeList(registers[b], registers[c])
        case .rows:
            guard case .integer(let from) = program.constants[c], case .integer(let to) = program.constants[c + 1]
            else { return nil }
            registers[a] = try rows(registers[b], from: from, to: to)
        case .function: return try function(i, registers, pc)
        case .convert:
            let conversion = Conversion(environment: environment, kind: ParameterKind.all[b].valueKind)
            if i.flag == 1, registers[a].isEmpty { return nil }
            registers[a] = try conversion.value(registers[a], for: program.constants[c].text(in: environment))
        case .raise: throw program.faults[a]

        // MARK: Rows
        case .sourceFrom:
            let value = registers[b]
            try release(registers + a)
            return sourceFrom(value, a, registers)
        case .pipelineBegins: fiber.postponed.removeAll { $0.isInside(a, fiber.frames.count) }
        case .pipelineEnds:
            guard let place = fiber.postponed.firstIndex(where: { $0.isOf(a, fiber.frames.count) }) else { return nil }
            throw Fault(carrying: fiber.postponed.remove(at: place).failure)
        case .spread:
            let value = registers[b]
            try release(registers + c)
            if case .list(let list) = value {
                if let stored = list.stored { return recall(stored, c) }
                open(registers + c, [], nil, isSingle: false)
                registers[c] = .list(list)
            } else {
                // The value is the one row: no list is made for it.
                for offset in 0..<4 { registers[c + offset] = .nothing }
                let isNone =
                    switch registers[b] {
                    case .nothing, .null: true
                    default: false
                    }
                if !isNone { pc = a }
            }
        case .command: return try command(program.commands[b], source: a, registers)
        case .open:
            var options = FileOptions()
            for (place, label) in FileClause.allCases.enumerated() where i.flag & (1 << UInt8(place)) != 0 {
                options[label] = registers[b + 1 + place].text(in: environment)
            }
            fiber.pending = .source(a)
            return .open(FileName(registers[b], in: environment), options, location(of: pc - 1))
        case .closeSource:
            guard case .integer(let cursor) = registers[a + 2] else { return nil }
            registers[a + 2] = .nothing
            fiber.pending = .nothing
            return .close(CursorID(cursor))
        case .drain: return try drain(i, registers, &pc)
        case .begin:
            if case .partners = program.collectors[b], case .list(let partners) = registers[c] {
                try count(steps: partners.items.count)
            }
            let collector = Collector(
                program.collectors[b], registers[c], fields, environment.parcelNames, room: maxRowsHeld, watch)
            try setObject(a, collector)
        case .finish:
            try release(registers + a)
            open(registers + a, try object(b)?.rows(in: environment) ?? [], nil, isSingle: false)
            try setObject(b, nil)
        case .finishValue:
            if case .rows(let rows)? = object(b), rows.hasRest { return keep(rows, b, &pc) }
            let value = try object(b)?.value(in: environment) ?? .nothing
            try fits(value)
            try release(registers + a)
            registers[a] = value
            try setObject(b, nil)
        case .jumpIfSeen:
            if case .seen(let seen)? = object(b), try seen.hasMet(registers[c], in: environment) { pc = a }
        case .joinRow:
            if case .partners(let partners)? = object(c) {
                registers[a] = try partners.join(registers[b], in: environment)
            }
        case .reshape: registers[a] = try reshapers[c].apply(registers[b], in: environment)
        case .setField:
            let row = try reshapers[c].apply(registers[a], value: registers[b], in: environment)
            try fits(row)
            registers[a] = row
        case .rowCount: registers[a] = try rowCount(registers[b], stage: program.constants[c])

        default: return try speakOrControl(i, registers, &pc)
        }
        return nil
    }

    private func speakOrControl(_ i: Instruction, _ registers: Registers, _ pc: inout Int) throws(Fault) -> Effect? {
        let a = Int(i.a)
        let b = Int(i.b)
        let c = Int(i.c)
        switch i.op {
        // MARK: Speaking
        case .print:
            for place in 0..<b { try count(printing: registers[a + place]) }
            printLine(registers + a, b)
            return try flushIfFull()
        case .resultAhead:
            resultEnd = ResultEnd()
            fiber.output.append(.resultAhead)
        case .beginResult:
            // The write behind it may be done by now.
            resultEnd = ResultEnd(written: resultEnd.written)
            fiber.output.append(.beginResult(description(a)))
        case .resultRow:
            fiber.output.append(.row(registers[a]))
            return try flushIfFull()
        case .endResult:
            resultEnd.gaps = gaps.gaps(a..<a + b)
            if i.flag == 0 { resultEnd.total = nil }
            fiber.output.append(.endResult(resultEnd))
        case .showValue: show(registers[a], description(b))
        case .showSingle:
            guard case .boolean(true) = registers[b + 3] else { return nil }
            if case .list(let list) = registers[b], let value = list.items.first {
                show(value, description(c))
            }
            pc = a
        case .save:
            fiber.pending = .writer(a)
            return .save(
                FileName(registers[b], in: environment), program.descriptions[c], location(of: pc - 1))
        case .saveRest:
            guard case .rows(let rows)? = object(c), !rows.rows.isEmpty else { return nil }
            return write(rows, registers[a])
        case .commit:
            guard case .integer(let writer) = registers[b] else { return nil }
            registers[b] = .nothing
            fiber.pending = .value(a)
            return .commit(WriterID(writer))

        // MARK: Control
        case .fail: throw .failed(registers[b].text(in: environment))
        case .expect:
            let values = (0..<a).map { place in
                let (text, value) = (registers[c + 2 * place], registers[c + 2 * place + 1])
                return "`\(text.text(in: environment))` is \(value.quoted(in: environment))"
            }
            throw .expectation(registers[b].text(in: environment), values: values)
        case .wait:
            guard case .duration(let seconds) = registers[b] else {
                throw .notADuration(registers[b].quoted(in: environment))
            }
            if fiber.prefix != nil { return nil }
            fiber.pending = .nothing
            return .wait(max(0, seconds), location(of: pc - 1))
        case .limit:
            let limit = program.limits[a]
            let calls = try limit.calls.map { register throws(Fault) in try amount(registers[register], of: 1) }
            let quota = try limit.quota.map { register throws(Fault) in try amount(registers[register], of: 1) }
            let seconds = try limit.time.map { time throws(Fault) in
                try amount(registers[time.register], of: time.unit.seconds)
            }
            fiber.pending = .nothing
            return .limit(calls: calls, quota: quota, seconds: seconds, location(of: pc - 1))
        case .endLimit:
            fiber.pending = .nothing
            return .endLimit
        case .prefixBegins:
            fiber.pending = .nothing
            return beginPrefix(i, registers)
        case .prefixEnds:
            fiber.pending = .nothing
            return endPrefix(registers[a], i.flag == 1)
        case .jumpUnderPrefix:
            if fiber.prefix != nil { pc = a }
        case .perRow:
            guard fiber.prefix == .explain else { return nil }
            fiber.pending = .nothing
            return .perRow(program.verbLists[a], together: i.flag == 1)
        case .loopBegins:
            fiber.pending = .nothing
            return .loopBegins
        case .loopEnds:
            fiber.pending = .nothing
            return .loopEnds
        case .foretell:
            guard let rows = rowsAhead(registers + a, isRange: i.flag == 1) else { return nil }
            fiber.pending = .nothing
            return .loopHas(rows: rows)
        case .foretellRows:
            guard fiber.prefix?.onlyDescribes != true, let rows = rowsInAll(registers + a, isRange: i.flag == 1)
            else { return nil }
            fiber.pending = .nothing
            return .rowsHave(rows)
        case .rowsBegin:
            if fiber.prefix?.onlyDescribes == true { return nil }
            fiber.pending = .nothing
            return .rowsBegin
        case .rowsEnd:
            if fiber.prefix?.onlyDescribes == true { return nil }
            fiber.pending = .nothing
            return .rowsEnd(isWhole: true)
        case .gate:
            guard fiber.stop != nil, isLeft(registers[b], ofLoop: c, registers) else { return nil }
            pc = a
            return try flushIfFull()
        case .endLoop:
            if fiber.stop != nil { try endStop(ofLoop: a, registers) }
            if i.flag == 0 { try endLoop(registers + a) }
        default: break
        }
        return nil
    }

    /// What a `limit` is given, in calls or seconds.
    private func amount(_ value: Value, of unit: Int) throws(Fault) -> Int {
        guard case .integer(let number) = value.numeral, number >= 0 else {
            throw .badArgument("limit", "a whole number", value.quoted(in: environment))
        }
        let (amount, isTooLarge) = number.multipliedReportingOverflow(by: unit)
        return isTooLarge ? .max : amount
    }

    private func endLoop(_ failures: Registers) throws(Fault) {
        guard case .integer(let count) = failures[0], count > 0 else { return }
        publishFailures()
        throw .partial(count, status: gravest(failures + 1))
    }

    /// Asks for what was said to be taken. Rows that only pass through are looked after here: a slice begins anew with
    /// each flush, and may never end.
    func flushIfFull() throws(Fault) -> Effect? {
        guard fiber === root, fiber.output.isFull else { return nil }
        if interruptor.isSet { throw .interrupted }
        fiber.pending = .nothing
        return .flush
    }

    /// Whether it is time to write.
    @inline(__always)
    func saveRow(_ i: Instruction, _ registers: Registers, _ fiber: Fiber) -> RowCollector? {
        let place = (fiber.frames.last?.objectBase ?? 0) &+ Int(i.c)
        guard case .rows(let rows)? = fiber.objects.pointer(to: place)?.pointee else { return nil }
        rows.rows.append(registers[Int(i.b)])
        return rows.rows.count >= rowsPerWrite ? rows : nil
    }

    func write(_ rows: RowCollector, _ writer: Value) -> Effect? {
        guard case .integer(let writer) = writer else { return nil }
        let chunk = rows.rows
        rows.rows = []
        fiber.pending = .nothing
        return .write(WriterID(writer), chunk)
    }

    /// A list is shown as rows, nothing is not shown.
    private func show(_ value: Value, _ description: ResultDescription) {
        switch value {
        case .nothing, .null: return
        case .list(let list):
            fiber.output.append(.beginResult(description))
            for item in list.items { fiber.output.append(.row(item)) }
            fiber.output.append(.endResult(ResultEnd()))
        default: fiber.output.append(.value(value, description, resultEnd))
        }
    }

    private func sourceFrom(_ value: Value, _ base: Int, _ registers: Registers) -> Effect? {
        let source = registers + base
        switch value {
        case .list(let list):
            if let stored = list.stored { return recall(stored, base) }
            open(source, [], nil, isSingle: false)
            source[0] = .list(list)
        case .nothing, .null: open(source, [], nil, isSingle: false)
        default: open(source, [value], nil, isSingle: true)
        }
        return nil
    }

    private func recall(_ stored: any StoredRows, _ base: Int) -> Effect {
        fiber.pending = .source(base)
        return .recall(stored)
    }

    /// Asks for the rows of a collector to be kept, and runs the present instruction again behind it.
    private func keep(_ rows: RowCollector, _ place: Int, _ pc: inout Int) -> Effect {
        pc -= 1
        fiber.pending = .keeping(place)
        return rows.effect(at: location(of: pc))
    }

    /// Page after page until there is no more; the same instruction is run again after each.
    private func drain(_ i: Instruction, _ registers: Registers, _ pc: inout Int) throws(Fault) -> Effect? {
        let source = registers + Int(i.b)
        let place = Int(i.c)
        if case .rows(let rows)? = object(place), rows.isFull { return keep(rows, place, &pc) }
        guard case .list(let page) = source[0] else { return nil }
        // Taken as a whole, the rows cost what going through them would. An answer of few is taken up although the run
        // was stopped meanwhile: what it tells has been done.
        try count(taking: page.items.count)
        if case .integer(let cursor) = source[2] {
            if case .rows(let rows)? = object(place) {
                rows.add(page.items)
            } else {
                let rows = RowCollector(room: maxRowsHeld)
                rows.add(page.items)
                try setObject(place, .rows(rows))
            }
            source[0] = .nothing
            source[2] = .nothing
            fiber.pending = .page(Int(i.b))
            pc -= 1
            return .next(CursorID(cursor))
        }
        try release(registers + Int(i.a))
        if case .rows(let rows)? = object(place) {
            rows.add(page.items)
            source[0] = .items([])
            if rows.hasRest { return keep(rows, place, &pc) }
            registers[Int(i.a)] = rows.list()
            try setObject(place, nil)
        } else if case .boolean(true) = source[3] {
            registers[Int(i.a)] = page.items.first ?? .nothing
        } else {
            registers[Int(i.a)] = source[0]
        }
        source[0] = .nothing
        return nil
    }

    /// Empties a register that may hold a long list, piece by piece if nobody else has it. Interrupted, the register
    /// holds what is left.
    private func release(_ register: Registers) throws(Fault) {
        guard case .list(var list) = register[0] else { return }
        register[0] = .nothing
        guard isKnownUniquelyReferenced(&list) else { return }
        do throws(Fault) {
            try list.release(watch)
        } catch {
            register[0] = .list(list)
            throw error
        }
    }

    func object(_ place: Int) -> Collector? {
        let place = (fiber.frames.last?.objectBase ?? 0) + place
        return fiber.objects.element(at: place) ?? nil
    }

    private func setObject(_ place: Int, _ object: Collector?) throws(Fault) {
        if let present = self.object(place) { try present.release() }
        let place = (fiber.frames.last?.objectBase ?? 0) + place
        fiber.objects.put(object, at: place)
    }
}

/// Rows of a file are written so many at a time.
private let rowsPerWrite = 500
