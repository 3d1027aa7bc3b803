import TMSSyntax

// How many rows of a loop are still to come: told to who is asked for a yes, and when a refusal ends the run.
extension Machine {
    /// The rows a loop has before it, from its source or counted range; `nil` while they come page by page.
    func rowsAhead(_ registers: Registers, isRange: Bool) -> Int? {
        if isRange {
            guard case .integer(let from) = registers[0], case .integer(let to) = registers[1] else { return nil }
            let (count, isTooLarge) = to.subtractingReportingOverflow(from)
            return isTooLarge ? nil : max(0, count &+ 1)
        }
        guard case .list(let list) = registers[0], case .integer(let place) = registers[1] else { return nil }
        if case .integer = registers[2] { return nil }
        return max(0, list.items.count - place)
    }

    /// The rows that come after the one at hand.
    func rowsLeft(by handler: Handler, _ function: CompiledFunction, _ frame: Fiber.Frame) -> Int {
        guard let row = handler.loop else { return 0 }
        let registers = fiber.stack + frame.base
        if row.isRange { return max(0, (rowsAhead(registers + row.rows, isRange: true) ?? 1) - 1) }
        // The innermost source around the body.
        let around = function.cleanups.filter {
            $0.kind == .source && $0.range.lowerBound <= handler.range.lowerBound
                && handler.range.upperBound <= $0.range.upperBound
        }
        guard let source = around.min(by: { $0.range.count < $1.range.count }) else { return 0 }
        return rowsAhead(registers + source.register, isRange: false) ?? 0
    }

    /// The same for a loop whose rows run side by side: those not begun.
    func rowsNotBegun(by crew: RowCrew) -> Int {
        guard let frame = root.frames.last, program.code.indices.contains(root.pc), program.code[root.pc].op == .fork
        else { return 0 }
        let function = program.functions[frame.function]
        let handler = function.handlers.first {
            if case .row(let row) = $0.kind { row.failures == crew.failures } else { false }
        }
        // The row at hand waits for room.
        return handler.map { rowsLeft(by: $0, function, frame) + 1 } ?? 0
    }
}

extension CompiledFunction {
    /// The innermost loop around a place.
    func rowHandler(at place: Int) -> Handler? { handlers.first { $0.loop != nil && $0.range.contains(place) } }
}

extension Failure {
    /// Says how many rows were left behind by a refusal or a limit that ended the run.
    mutating func leave(_ rows: Int) {
        guard isFatal, rows > 0, kind == "refused" || kind == "limit" else { return }
        diagnostic.notes.append(rows == 1 ? "1 more row was not sent" : "\(rows) more rows were not sent")
    }

    /// Says how many rows a loop that goes one by one had still before it.
    mutating func leaveUndone(_ rows: Int) {
        guard rows > 0 else { return }
        diagnostic.notes.append(rows == 1 ? "1 more row was left undone" : "\(rows) more rows were left undone")
    }
}
