import TMSSyntax

extension Machine {
    /// Puts an answer where it belongs; returns a failure that the program must deal with.
    func accept(_ answer: Answer, _ pending: Fiber.Pending) -> Failure? {
        if case .failed(let failure) = answer {
            if case .nothing = pending, !fiber.cleanup.isEmpty || fiber.ending != nil { return nil }
            return failure
        }
        guard let frame = fiber.frames.last else { return nil }
        let registers = fiber.stack + frame.base
        switch pending {
        case .nothing:
            if case .rows(_, _, _, let written?) = answer { resultEnd.written = written }
            return nil
        case .value(let register):
            switch answer {
            case .value(let value): registers[register] = value
            case .rows(let rows, _, _, _): registers[register] = .items(rows)
            default: registers[register] = .nothing
            }
        case .source(let base):
            switch answer {
            case .rows(let rows, let cursor, let total, let written):
                resultEnd.written = written ?? resultEnd.written
                if let cursor, let total { totals[cursor] = total }
                open(registers + base, rows, cursor, isSingle: false)
            case .value(let value):
                let isNone = if case .nothing = value { true } else { false }
                open(registers + base, isNone ? [] : [value], nil, isSingle: true)
            default: open(registers + base, [], nil, isSingle: true)
            }
        case .page(let base):
            if fiber.stop != nil, case .done = answer {
                // What is still to come would take a call.
                fiber.stop?.isAtLeast = true
                open(registers + base, [], nil, isSingle: false)
                return nil
            }
            guard case .rows(let rows, let cursor, _, let written) = answer else { return stray("next") }
            resultEnd.written = written ?? resultEnd.written
            open(registers + base, rows, cursor, isSingle: false)
        case .writer(let register):
            guard case .writer(let writer) = answer else { return stray("save") }
            registers[register] = .integer(writer.raw)
        case .keeping(let place):
            let store: (any StoredRows)? = if case .kept(let store) = answer { store } else { nil }
            if case .rows(let rows)? = object(place) { rows.keep(in: store) }
        }
        return nil
    }

    /// Fills the four registers of a source.
    func open(_ source: UnsafeMutablePointer<Value>, _ rows: [Value], _ cursor: CursorID?, isSingle: Bool) {
        source[0] = .items(rows)
        source[1] = .integer(0)
        source[2] = cursor.map { .integer($0.raw) } ?? .nothing
        source[3] = .boolean(isSingle)
    }

    private func stray(_ effect: String) -> Failure {
        Fault.strayAnswer("`\(effect)`").failure(at: location(of: fiber.pc - 1))
    }

    func location(of pc: Int) -> SourceLocation {
        let place = min(max(pc, 0), max(program.locations.count - 1, 0))
        guard program.locations.indices.contains(place) else {
            return SourceLocation(SourceFile(name: "", text: ""), .none)
        }
        return program.locations[place]
    }
}
