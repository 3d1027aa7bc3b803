import TMSSyntax

/// The rows of an independent loop that run side by side: each a fiber, told of in the order of rows.
final class FiberGroup {
    /// The fiber that goes through the loop. It holds the group, and outlives it.
    unowned let owner: Fiber
    /// How deep the frame of the loop lies in the owner.
    let depth: Int
    /// The register of the loop that counts its failures.
    let failures: Int
    /// In the order of rows; the finished ones at the front have been told of and are gone.
    var rows: [Fiber] = []
    /// The owner waits for room, or for the end of all.
    var isAwaited = false
    /// Rows told of.
    var told = 0
    /// A failure that ends the loop.
    var fatal: Failure?
    /// A failure of what the loop goes through, and where it happened: it is told once the rows begun before it are.
    var headFailure: (failure: Failure, isTold: Bool, pc: Int)?

    init(owner: Fiber, failures: Int) {
        self.owner = owner
        self.failures = failures
        depth = owner.frames.count
    }

    /// Whether the loop at hand is that of the group: another one, in a definition that is called on the way to the next
    /// row, goes row by row.
    func isOfLoop(countingIn failures: Int) -> Bool { self.failures == failures && depth == owner.frames.count }

    func take(_ outcome: Outcome, from row: Fiber) {
        switch outcome {
        case .wants(let effect):
            row.wants = effect
            // It has failed for good and only releases what it holds: nothing new is asked by anybody.
            guard case .failed(let failure)? = row.ending else { return }
            row.cleanup.insert(effect, at: 0)
            row.wants = nil
            row.isDone = true
            if fatal == nil { fatal = failure }
        case .finished: row.isDone = true
        case .failed(let failure):
            row.isDone = true
            if fatal == nil { fatal = failure }
        }
    }
}

extension Machine {
    /// What comes of the row at hand.
    enum Fork {
        /// A fiber has begun for it.
        case begun
        /// There is no room; the fiber waits.
        case waits
        /// It is gone through by the fiber itself.
        case inline
    }

    /// Begins a fiber for the row at hand of the present fiber.
    func fork(rowEndingAt end: Int, failures: Int) -> Fork {
        guard maxRowsInFlight > 1, let frame = fiber.frames.last else { return .inline }
        if let group = fiber.group, !group.isOfLoop(countingIn: failures) { return .inline }
        let group = fiber.group ?? FiberGroup(owner: fiber, failures: failures)
        if fiber === root, fiber.group == nil { hasSuccess = false }
        fiber.group = group
        // One row of each loop is always begun: loops inside one another would wait for each other's room.
        guard group.rows.isEmpty || rowsInFlight < maxRowsInFlight else {
            group.isAwaited = true
            return .waits
        }
        let function = program.functions[frame.function]
        group.rows.append(
            Fiber(
                rowOf: fiber, in: group, frame: frame, registers: function.registerCount,
                objects: function.objectCount, endOfRow: end))
        rowsInFlight += 1
        return .begun
    }

    /// Waits for the rows that run side by side; false where there are none.
    func join(countingIn failures: Int) -> Bool {
        guard let group = fiber.group, group.isOfLoop(countingIn: failures) else { return false }
        group.isAwaited = true
        return true
    }

    /// What comes of the rows of a loop.
    enum Progress {
        /// The owner can go on.
        case goesOn
        /// The owner waits for answers to its rows.
        case waits
        /// So the owner ends, or wants this before it does.
        case ended(Outcome)
    }

    /// Lets every row run until it wants something.
    func advance(_ group: FiberGroup) -> Progress {
        // Also when the loop has ended: what has its answer speaks.
        for row in group.rows { advance(row, of: group) }
        let owner = group.owner
        fiber = owner
        tell(group)
        if let fatal = group.fatal {
            // Loops inside end first, and tell of their rows.
            for row in group.rows {
                guard let inner = row.group, inner.isAwaited, inner.fatal == nil else { continue }
                inner.fatal = fatal
                advance(row, of: group)
            }
            fiber = owner
            return isSettled(group) ? end(group, fatal) : .waits
        }
        if let (failure, isTold, pc) = group.headFailure {
            if group.rows.isEmpty {
                owner.group = nil
                owner.pc = pc
                return unwind(failure, isTold: isTold).map { .ended($0) } ?? .goesOn
            }
            // Nothing is sent any more, and what was is waited for.
            if failure.isFatal { group.fatal = failure }
            return .waits
        }
        let isAtEnd = program.code.indices.contains(owner.pc) && program.code[owner.pc].op == .join
        guard group.rows.isEmpty || (!isAtEnd && rowsInFlight < maxRowsInFlight) else { return .waits }
        group.isAwaited = false
        if group.rows.isEmpty, isAtEnd { owner.group = nil }
        return .goesOn
    }

    private func advance(_ row: Fiber, of group: FiberGroup) {
        while !row.isDone, row.wants == nil {
            if let inner = row.group, inner.isAwaited {
                switch advance(inner) {
                case .waits: return
                case .goesOn: break
                case .ended(let outcome):
                    group.take(outcome, from: row)
                    continue
                }
            }
            fiber = row
            if let outcome = step() { group.take(outcome, from: row) }
        }
    }

    /// Wants what the rows want and did not ask for yet; `nil` where all that is wanted has been asked for.
    func ask(_ group: FiberGroup) -> Outcome? {
        var busy: Set<String> = []
        withdrawn = []
        collect(group, &busy, isEnding: false)
        return (wanted.first ?? outstanding.values.first?.wants).map { .wants($0) }
    }

    /// A row waits while one before it is at work on the same parcel.
    private func collect(_ group: FiberGroup, _ busy: inout Set<String>, isEnding: Bool) {
        let isEnding = isEnding || group.fatal != nil
        for row in group.rows {
            if let inner = row.group { collect(inner, &busy, isEnding: isEnding) }
            defer { busy.formUnion(row.touched) }
            guard let effect = row.wants else { continue }
            if let id = row.asked {
                if isEnding { withdrawn.append(id) }
                continue
            }
            if isEnding {
                if effect.tidiesUp { ask(effect, for: row) }
                continue
            }
            let numbers = self.numbers(in: effect)
            if busy.isDisjoint(with: numbers) {
                row.touched.formUnion(numbers)
                ask(effect, for: row)
            } else {
                busy.formUnion(numbers)
            }
        }
    }

    /// Whether no row of a loop that has ended is to be waited for.
    private func isSettled(_ group: FiberGroup) -> Bool {
        group.rows.allSatisfy { row in
            guard row.asked == nil, row.wants?.tidiesUp != true else { return false }
            return row.group.map { !$0.isAwaited && isSettled($0) } ?? true
        }
    }

    /// Says, in order, what the finished rows at the front have to say.
    private func tell(_ group: FiberGroup) {
        let owner = group.owner
        var gone = 0
        defer {
            group.rows.removeFirst(gone)
            rowsInFlight -= gone
        }
        for row in group.rows {
            guard row.isDone, row.ending == nil else { return }
            gone += 1
            group.told += 1
            owner.output.append(contentsOf: row.output)
            // A row that comes later in the script waits for what those inside of it were at work on.
            if owner !== root { owner.touched.formUnion(row.touched) }
            guard let failure = row.failure else {
                hasSuccess = true
                continue
            }
            remember(failure)
            let registers = owner.stack + ((owner.frames.last?.base ?? 0) + group.failures)
            let count = self.count(failure, registers)
            if count >= mostFailuresFromTheStart, count == group.told, group.fatal == nil {
                group.fatal = Fault.hopeless(count, status: gravest(registers + 1)).failure(at: location(of: owner.pc))
            }
            if group.fatal != nil { return }
        }
    }

    /// Ends the loop: rows that are done speak, the others are told as not sent, and so is what was not begun.
    private func end(_ group: FiberGroup, _ fatal: Failure) -> Progress {
        let owner = group.owner
        let loop = close(group, fatal)
        if let (failure, isTold, pc) = group.headFailure {
            owner.stop = nil
            owner.pc = pc
            return unwind(failure, isTold: isTold).map { .ended($0) } ?? .goesOn
        }
        guard loop != nil else {
            guard let outcome = unwind(fatal) else { return .goesOn }
            return .ended(outcome)
        }
        // The row that waited for room stands before the gate once more.
        if program.code.indices.contains(owner.pc), program.code[owner.pc].op == .fork { owner.pc -= 1 }
        return .goesOn
    }

    /// Tells of the rows of a loop that has ended: of those that are not done as not sent.
    ///
    /// - Returns: the loop; `nil` where its rows ask nothing of the service.
    @discardableResult
    private func close(_ group: FiberGroup, _ fatal: Failure) -> RowHandler? {
        let owner = group.owner
        owner.group = nil
        rowsInFlight -= group.rows.count
        fiber = owner
        guard let frame = owner.frames.last,
            let loop = program.functions[frame.function].handlers.lazy.compactMap(\.loop)
                .first(where: { $0.failures == group.failures && $0.isGated })
        else { return nil }
        stop(fatal, loop, isTold: true)
        for row in group.rows {
            // It was on the way to its next row.
            if let inner = row.group { close(inner, fatal) }
            fiber = owner
            owner.output.append(contentsOf: row.output)
            if row.isDone, row.ending == nil {
                guard let failure = row.failure else { continue }
                remember(failure)
                _ = count(failure, owner.stack + (frame.base + group.failures))
            } else {
                if case .next(let source)? = row.wants { owner.cleanup.append(.close(source)) }
                owner.cleanup += abandon(row)
                leave([row], of: loop)
            }
        }
        return loop
    }

    /// What a command is about, in capitals: parcels; behind a country or a method, the postcode or the path.
    private func numbers(in effect: Effect) -> Set<String> {
        guard case .command(let call) = effect else { return [] }
        // Rows of one country or one method need not wait for each other.
        let named = call.subjects.count > 1 ? call.subjects[1...1] : call.subjects[...]
        var numbers: Set<String> = []
        for value in named.lazy.flatMap(\.values) {
            var number = value
            if case .record(let record) = value {
                let names = environment.parcelNames.number
                number =
                    names.lazy.map { record.field($0, in: self.environment) }.first { !$0.isEmpty } ?? .nothing
                // Columns of a file may be spelt with capitals.
                if number.isEmpty, let key = record.shape.key(ignoringCase: names) {
                    number = record.field(key, in: environment)
                }
            }
            if !number.isEmpty { numbers.insert(number.text(in: environment).uppercased()) }
        }
        return numbers
    }
}
