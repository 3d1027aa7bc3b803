import TMSSyntax

// How many rows of a loop are still to come, where that is known: told to who is asked for a yes.
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

    /// The same of a source that has just been opened, also where its rows come page by page and it knows how many they are.
    func rowsInAll(_ registers: Registers, isRange: Bool) -> Int? {
        if !isRange, case .integer(let cursor) = registers[2] { return totals[CursorID(cursor)] }
        return rowsAhead(registers, isRange: isRange)
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
}

extension Failure {
    /// Says how many rows a loop that goes one by one had still before it.
    mutating func leaveUndone(_ rows: Int) {
        guard rows > 0 else { return }
        diagnostic.notes.append(UnsentNote(done: 0, failed: 0, left: rows, rest: .undone).text)
    }
}
