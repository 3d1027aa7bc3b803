import TMSSyntax

extension Machine {
    /// Finds who catches a failure and goes on there; returns how the program ends if nobody does.
    ///
    /// What was open on the way is let go first: the effects for it lie in `fiber.cleanup`.
    func unwind(_ failure: Failure) -> Outcome? {
        var failure = failure
        while let frame = fiber.frames.last {
            let function = program.functions[frame.function]
            let place = fiber.pc - 1
            for handler in function.handlers where !failure.isFatal && handler.range.contains(place) {
                guard case .onlyRow = handler.kind else {
                    letGo(function, at: place, within: handler.range, frame)
                    return handle(failure, by: handler, frame)
                }
                failure.leaveUndone(rowsLeft(by: handler, function, frame))
            }
            if fiber === root, let row = function.rowHandler(at: place) {
                failure.leave(rowsLeft(by: row, function, frame))
            }
            letGo(function, at: place, within: rowRange(function, frame), frame)
            leaveFrame(forGood: failure.isFatal)
        }
        return end(with: .failed(failure))
    }

    /// `exit`: nothing catches it.
    func exit(status: Int) -> Outcome {
        while let frame = fiber.frames.last {
            letGo(program.functions[frame.function], at: fiber.pc - 1, within: nil, frame)
            leaveFrame(forGood: true)
        }
        return end(with: .finished(status: status))
    }

    private func end(with outcome: Outcome) -> Outcome {
        fiber.ending = outcome
        guard !fiber.cleanup.isEmpty else { return outcome }
        return .wants(fiber.cleanup.removeFirst())
    }

    private func handle(_ failure: Failure, by handler: Handler, _ frame: Fiber.Frame) -> Outcome? {
        let registers = fiber.stack + frame.base
        fiber.pc = handler.target
        switch handler.kind {
        case .attempt(let error):
            registers[error] = .record(ErrorRecord.make(failure))
        case .onlyRow: break
        case .row where isOwnRow(handler):
            fiber.failure = failure
        case .row(let row):
            let failures = count(failure, registers + row.failures)
            remember(failure)
            if failures >= mostFailuresFromTheStart, failures == rowsBegun(row, registers) {
                let fault = Fault.hopeless(failures, status: gravest(registers + row.failures + 1))
                fiber.pc = handler.target
                return unwind(fault.failure(at: location(of: handler.target)))
            }
        }
        guard !fiber.cleanup.isEmpty else { return nil }
        return .wants(fiber.cleanup.removeFirst())
    }

    /// Counts a failure of a row in the two registers of its loop: how many there were, and the gravest status.
    func count(_ failure: Failure, _ registers: UnsafeMutablePointer<Value>) -> Int {
        var count = 1
        if case .integer(let earlier) = registers[0] { count += earlier }
        registers[0] = .integer(count)
        registers[1] = .integer(Failure.graver(gravest(registers + 1), failure.status))
        return count
    }

    /// The status that a loop fails with: that of a part, or a graver one of its rows.
    func gravest(_ register: UnsafeMutablePointer<Value>) -> Int {
        guard case .integer(let status) = register.pointee else { return 3 }
        return Failure.graver(status, 3)
    }

    private func rowsBegun(_ row: RowHandler, _ registers: UnsafeMutablePointer<Value>) -> Int {
        guard case .integer(let count) = registers[row.rows] else { return 0 }
        guard row.isRange else { return count }
        guard case .integer(let first) = registers[row.rows + 2] else { return 0 }
        return count &- first &+ 1
    }

    /// Whether the handler is that of the row this fiber was begun for.
    private func isOwnRow(_ handler: Handler) -> Bool {
        fiber.frames.count == 1 && handler.target == fiber.endOfRow
    }

    /// In the first frame of a row's fiber: the body of the row. What is open around it belongs to the loop.
    private func rowRange(_ function: CompiledFunction, _ frame: Fiber.Frame) -> Range<Int>? {
        guard fiber.frames.count == 1, let end = fiber.endOfRow else { return nil }
        return function.handlers.first { $0.target == end }?.range
    }

    /// Lets go of everything a row has open, because the run ends.
    func abandon(_ row: Fiber) -> [Effect] {
        let present = fiber
        fiber = row
        defer { fiber = present }
        while let frame = row.frames.last {
            let function = program.functions[frame.function]
            letGo(function, at: row.pc - 1, within: rowRange(function, frame), frame)
            leaveFrame(forGood: true)
        }
        return row.cleanup
    }

    func remember(_ failure: Failure) {
        fiber.output.append(.rowFailed(failure))
        guard failures.count < mostFailuresKept else { return }
        failures.append(.record(ErrorRecord.make(failure)))
    }

    /// Lets go of what is open at a place, unless the handler leaves it open.
    private func letGo(_ function: CompiledFunction, at place: Int, within handler: Range<Int>?, _ frame: Fiber.Frame) {
        let registers = fiber.stack + frame.base
        for cleanup in function.cleanups where cleanup.range.contains(place) {
            if let handler,
                !(handler.lowerBound <= cleanup.range.lowerBound && cleanup.range.upperBound <= handler.upperBound)
            {
                continue
            }
            switch cleanup.kind {
            case .limit: fiber.cleanup.append(.endLimit)
            case .loop: fiber.cleanup.append(.loopEnds)
            case .prefix: fiber.cleanup.append(.prefixEnds)
            case .source:
                guard case .integer(let cursor) = registers[cleanup.register + 2] else { continue }
                registers[cleanup.register + 2] = .nothing
                fiber.cleanup.append(.close(CursorID(cursor)))
            case .writer:
                guard case .integer(let writer) = registers[cleanup.register] else { continue }
                registers[cleanup.register] = .nothing
                fiber.cleanup.append(.abandon(WriterID(writer)))
            }
        }
    }

    /// Goes back to the caller without a result.
    ///
    /// - Parameter isForGood: nothing runs after it. What the call held then goes with the machine: a million rows take
    ///   longer to be let go of than a person waits after ^C.
    func leaveFrame(forGood isForGood: Bool) {
        guard let frame = fiber.frames.popLast() else { return }
        fiber.pc = frame.returnTo
        // The outermost variables stay, for the shell.
        if fiber.frames.isEmpty || isForGood { return }
        clear(frame)
    }

    /// Frees what the registers and objects of a finished call held.
    func clear(_ frame: Fiber.Frame) {
        let function = program.functions[frame.function]
        let registers = fiber.stack + frame.base
        for register in 0..<function.registerCount { registers[register] = .nothing }
        fiber.objects.removeLast(keeping: frame.objectBase)
    }
}

/// So many failures at the start of a loop, with no success between, and the rest is not tried.
let mostFailuresFromTheStart = 40

extension Failure {
    /// `$error`, and a row of `$failures`.
    public var record: Record { ErrorRecord.make(self) }
}

enum ErrorRecord {
    static let shape = Shape(keys: ["message", "code", "kind", "number", "via", "hint", "line"])

    static func make(_ failure: Failure) -> Record {
        let diagnostic = failure.diagnostic
        let line = diagnostic.location.map { $0.file.line(at: $0.range.lower) }
        return Record(
            shape: shape,
            values: [
                .string(diagnostic.message), .string(diagnostic.code), .string(failure.kind),
                failure.number.map { .string($0) } ?? .nothing, failure.via.map { .string($0) } ?? .nothing,
                diagnostic.hint.map { .string($0) } ?? .nothing, line.map { .integer($0) } ?? .nothing,
            ])
    }
}
