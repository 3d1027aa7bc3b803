import TMSBase
import TMSSyntax

extension Machine {
    /// Finds who catches a failure and goes on there; returns how the program ends if nobody does.
    ///
    /// What was open on the way is released first: the effects for it lie in `fiber.cleanup`.
    func unwind(_ failure: Failure) -> Outcome? {
        unwind(failure, isTold: false)
    }

    /// - Parameter isTold: the row at hand has been told of already; what ends its loop is another matter.
    func unwind(_ failure: Failure, isTold: Bool) -> Outcome? {
        var failure = stopBroken() ?? failure
        var isTold = isTold
        while let frame = fiber.frames.last {
            if postpone(failure, isTold: isTold) { return nil }
            let function = program.functions[frame.function]
            let place = fiber.pc - 1
            for handler in function.handlers where handler.range.contains(place) {
                if case .endOfRows(let pipeline) = handler.kind {
                    guard failure.endsRows, fiber.stop == nil else { continue }
                    keep(failure, forTheEndOf: pipeline)
                    fiber.pc = handler.target
                    return nil
                }
                if handler.loop?.isStage == true, fiber.prefix?.onlyDescribes == true { continue }
                if let loop = handler.loop, stops(failure, handler) {
                    guard loop.isGated else {
                        if !failure.isFatal { failure.leaveUndone(rowsLeft(by: handler, function, frame)) }
                        continue
                    }
                    release(function, at: place, within: handler.range, frame)
                    stop(failure, loop, isTold: isTold)
                    fiber.pc = handler.target
                    return fiber.cleanup.isEmpty ? nil : .wants(fiber.cleanup.removeFirst())
                }
                guard !failure.isFatal else { continue }
                release(function, at: place, within: handler.range, frame)
                return handle(failure, by: handler, frame)
            }
            isTold = false
            release(function, at: place, within: rowRange(function, frame), frame)
            leaveFrame(forGood: failure.isFatal && !isInGatedLoop)
        }
        return end(with: .failed(failure))
    }

    /// A failure of what a loop goes through waits for the rows that were begun before.
    private func postpone(_ failure: Failure, isTold: Bool) -> Bool {
        guard let group = fiber.group, group.depth == fiber.frames.count, group.headFailure == nil,
            let join = program.code[fiber.pc...].firstIndex(where: { $0.op == .join && Int($0.a) == group.failures })
        else { return false }
        group.headFailure = (failure, isTold, fiber.pc)
        fiber.pc = join
        return true
    }

    /// The gravest of the failures that ended rows of one pipeline is thrown at its end.
    private func keep(_ failure: Failure, forTheEndOf pipeline: Int) {
        var failure = failure
        failure.endsRows = false
        guard let place = fiber.postponed.firstIndex(where: { $0.isOf(pipeline, fiber.frames.count) }) else {
            return fiber.postponed.append(
                PostponedFailure(pipeline: pipeline, depth: fiber.frames.count, failure: failure))
        }
        let earlier = fiber.postponed[place].failure
        let status = ExitStatus.graver(earlier.status, failure.status)
        fiber.postponed[place].failure = earlier.isFatal || !failure.isFatal ? earlier : failure
        fiber.postponed[place].failure.status = status
    }

    /// Whether a failure in a row ends its loop. One of a row that runs beside others is left to the loop itself, and
    /// without a yes nothing was begun.
    private func stops(_ failure: Failure, _ handler: Handler) -> Bool {
        if isOwnRow(handler) { return false }
        if failure.isFatal { return !failure.kind.isBeforeAll }
        if case .onlyRow = handler.kind { return true }
        return false
    }

    /// What had ended a loop whose rows were being gone through, where they cannot be gone through to the end.
    private func stopBroken() -> Failure? {
        guard var stop = fiber.stop else { return nil }
        while fiber.frames.count > stop.depth { leaveFrame(forGood: false) }
        fiber.stop = nil
        fiber.prefix = stop.prefix
        stop.isAtLeast = true
        return fiber.frames.last.map { told(stop, fiber.stack + $0.base) } ?? stop.failure
    }

    /// Whether somebody goes on once this frame is left.
    private var isInGatedLoop: Bool {
        (0..<fiber.frames.count).contains { depth in
            fiber.frames.element(at: depth).map { frame in
                program.functions[frame.function].handlers.contains { $0.loop?.isGated == true }
            } ?? false
        }
    }

    /// `exit`: nothing catches it.
    func exit(status: ExitStatus) -> Outcome {
        while let frame = fiber.frames.last {
            release(program.functions[frame.function], at: fiber.pc - 1, within: nil, frame)
            leaveFrame(forGood: true)
        }
        return end(with: .finished(status: status))
    }

    private func end(with outcome: Outcome) -> Outcome {
        // A single row that failed as the whole statement is a row all the same.
        if fiber === root, case .failed(let failure) = outcome, failure.row != nil, !failure.isFatal, !failure.isNoted {
            fiber.output.append(.rowLeft(failure))
            note(failure)
        }
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
            publishFailures()
        case .onlyRow, .endOfRows: break
        case .row(let row) where isOwnRow(handler):
            fiber.failure = failure.about(registers[row.row], row.name)
        case .row(let row):
            let failure = failure.about(registers[row.row], row.name)
            let failures = count(failure, registers + row.failures)
            remember(failure)
            if failures >= mostFailuresFromTheStart, failures == rowsBegun(row, registers) {
                let fault = Fault.hopeless(failures, status: gravest(registers + row.failures + 1))
                fiber.pc = handler.target
                return unwind(fault.failure(at: location(of: handler.target)), isTold: true)
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
        registers[1] = .integer(ExitStatus.graver(gravest(registers + 1), failure.status).rawValue)
        return count
    }

    /// The status that a loop fails with: that of a part, or a graver one of its rows.
    func gravest(_ register: UnsafeMutablePointer<Value>) -> ExitStatus {
        guard case .integer(let status) = register.pointee else { return .partial }
        return .graver(ExitStatus(rawValue: status), .partial)
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

    /// Releases everything a row has open, because the run ends.
    func abandon(_ row: Fiber) -> [Effect] {
        let present = fiber
        fiber = row
        defer { fiber = present }
        while let frame = row.frames.last {
            let function = program.functions[frame.function]
            release(function, at: row.pc - 1, within: rowRange(function, frame), frame)
            leaveFrame(forGood: true)
        }
        return row.cleanup
    }

    func remember(_ failure: Failure) {
        fiber.output.append(.rowFailed(failure))
        note(failure)
    }

    /// Takes a failure into `$failures`.
    func note(_ failure: Failure) {
        guard failures.count < mostFailuresKept else { return }
        failures.append(.record(failureTable.record(failure)))
    }

    func publishFailures() {
        if let register = program.globals["failures"] { root.stack[register] = .items(failures) }
    }

    /// Releases what is open at a place, unless the handler leaves it open.
    private func release(_ function: CompiledFunction, at place: Int, within handler: Range<Int>?, _ frame: Fiber.Frame)
    {
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
            case .rows where fiber.prefix?.onlyDescribes == true: break
            case .rows: fiber.cleanup.append(.rowsEnd(isWhole: false))
            case .prefix(let isOutside):
                if let effect = endPrefix(registers[cleanup.register], isOutside) { fiber.cleanup.append(effect) }
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
    ///   longer to be released than a person waits after ^C.
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
    /// The same failure, about a row unless it is about one already.
    func about(_ row: Value, _ name: String) -> Failure {
        guard self.row == nil else { return self }
        var failure = self
        failure.row = FailedRow(row, name)
        return failure
    }
}

/// `$error`.
enum ErrorRecord {
    static let shape = Shape(keys: ["message", "code", "kind", "number", "via", "hint", "line"])

    static func make(_ failure: Failure) -> Record {
        let diagnostic = failure.diagnostic
        let line = diagnostic.location.map { $0.file.line(at: $0.range.lower) }
        return Record(
            shape: shape,
            values: [
                .string(diagnostic.message), .string(diagnostic.code), .string(failure.kind.rawValue),
                failure.number.map { .string($0) } ?? .nothing, failure.via.map { .string($0) } ?? .nothing,
                diagnostic.hint.map { .string($0) } ?? .nothing, line.map { .integer($0) } ?? .nothing,
            ])
    }
}
