import TMSSyntax

/// The rows of an independent loop that run side by side: each a fiber, told of in the order of rows.
final class FiberGroup {
    /// In the order of rows; the finished ones at the front have been told of and are gone.
    var rows: [Fiber] = []
    /// How many may wait at a time. Few at first, so that a loop that cannot work stops early.
    var size: Int
    let limit: Int
    /// The register of the loop that counts its failures.
    let failures: Int
    /// The outermost fiber waits for room, or for the end of all.
    var isAwaited = false
    /// Rows told of.
    var told = 0
    /// Whether one of them did not fail.
    var hasSuccess = false
    /// A failure that ends the run.
    var fatal: Failure?

    init(failures: Int, limit: Int) {
        self.failures = failures
        self.limit = limit
        size = min(limit, mostFailuresFromTheStart)
    }

    /// How many may wait now. Until one has worked, no more are begun than would end the loop by failing.
    var room: Int { hasSuccess ? size : min(size, mostFailuresFromTheStart - told) }

    func take(_ outcome: Outcome, from row: Fiber) {
        switch outcome {
        case .wants(let effect):
            row.wants = effect
            // It has failed for good and only releases what it holds: nothing new is asked by anybody.
            guard case .failed(let failure)? = row.ending else { return }
            row.cleanup.insert(effect, at: 0)
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
    /// Begins a fiber for the row at hand; false if there is no room.
    func begin(rowEndingAt end: Int, failures: Int) -> Bool {
        let group = self.group ?? FiberGroup(failures: failures, limit: maxRowsInFlight)
        self.group = group
        guard group.rows.count < group.room, let frame = root.frames.last else {
            group.isAwaited = true
            return false
        }
        let function = program.functions[frame.function]
        group.rows.append(
            Fiber(
                rowOf: root, frame: frame, registers: function.registerCount, objects: function.objectCount,
                endOfRow: end))
        return true
    }

    /// Lets every row run until it wants something; `nil` when the loop itself can go on.
    func pump(_ group: FiberGroup) -> Outcome? {
        // Also when the run has ended: what has its answer speaks.
        for row in group.rows where row.wants == nil && !row.isDone {
            fiber = row
            if let outcome = step() { group.take(outcome, from: row) }
        }
        fiber = root
        let before = group.told
        if let outcome = tell(group) { return outcome }
        if self.group == nil { return nil }
        if group.told > before, group.hasSuccess { group.size = min(group.limit, group.size * 2) }
        let isAtEnd = program.code.indices.contains(root.pc) && program.code[root.pc].op == .join
        if group.rows.isEmpty || (!isAtEnd && group.rows.count < group.room) {
            group.isAwaited = false
            if group.rows.isEmpty, isAtEnd { self.group = nil }
            return nil
        }
        return ask(group)
    }

    func resume(_ fiber: Fiber, _ answer: Answer) -> Outcome? {
        self.fiber = fiber
        let pending = fiber.pending
        fiber.pending = .nothing
        fiber.wants = nil
        // The instruction that asked for a page is run again with it; a failure is its own, not of the one before it.
        let isRepeated = if case .page = pending { true } else { false }
        if isRepeated { fiber.pc += 1 }
        guard let failure = accept(answer, pending) else {
            if isRepeated { fiber.pc -= 1 }
            return nil
        }
        guard let outcome = unwind(failure) else { return nil }
        guard fiber !== root, let group else { return outcome }
        group.take(outcome, from: fiber)
        return nil
    }

    /// Wants what the rows want. A row waits while one before it is at work on the same parcel.
    private func ask(_ group: FiberGroup) -> Outcome? {
        var busy: Set<String> = []
        for row in group.rows {
            guard let effect = row.wants else {
                busy.formUnion(row.touched)
                continue
            }
            let numbers = self.numbers(in: effect)
            if busy.isDisjoint(with: numbers) {
                row.touched.formUnion(numbers)
                asked.append(row)
                wanted.append(effect)
            }
            busy.formUnion(row.touched)
            busy.formUnion(numbers)
        }
        return wanted.first.map { .wants($0) }
    }

    /// Says, in order, what the finished rows at the front have to say.
    private func tell(_ group: FiberGroup) -> Outcome? {
        while let row = group.rows.first, row.isDone, row.ending == nil {
            group.rows.removeFirst()
            group.told += 1
            root.output.append(contentsOf: row.output)
            guard let failure = row.failure else {
                group.hasSuccess = true
                continue
            }
            remember(failure)
            let registers = root.stack + ((root.frames.last?.base ?? 0) + group.failures)
            let count = self.count(failure, registers)
            if count >= mostFailuresFromTheStart, count == group.told, group.fatal == nil {
                group.fatal = Fault.hopeless(count, status: gravest(registers + 1)).failure(at: location(of: root.pc))
            }
            if group.fatal != nil { break }
        }
        guard let fatal = group.fatal else { return nil }
        return tidy(group) ?? end(group, fatal)
    }

    /// Rows that only release something before they are done.
    private func tidy(_ group: FiberGroup) -> Outcome? {
        for row in group.rows where !row.isDone {
            guard let effect = row.wants, effect.tidiesUp else { continue }
            asked.append(row)
            wanted.append(effect)
        }
        return wanted.first.map { .wants($0) }
    }

    /// Ends the loop: rows that are done speak, the others are told as not sent, and so is what was not begun.
    private func end(_ group: FiberGroup, _ fatal: Failure) -> Outcome? {
        self.group = nil
        guard let frame = root.frames.last,
            let loop = program.functions[frame.function].handlers.lazy.compactMap(\.loop)
                .first(where: { $0.failures == group.failures && $0.isGated })
        else { return unwind(fatal).map(leave) }
        stop(fatal, loop, isTold: true)
        for row in group.rows {
            root.output.append(contentsOf: row.output)
            if row.isDone, row.ending == nil {
                guard let failure = row.failure else { continue }
                remember(failure)
                _ = count(failure, root.stack + (frame.base + group.failures))
            } else {
                if case .next(let source)? = row.wants { root.cleanup.append(.close(source)) }
                root.cleanup += abandon(row)
                leave([row], of: loop)
            }
        }
        // The row that waited for room stands before the gate once more.
        if program.code.indices.contains(root.pc), program.code[root.pc].op == .fork { root.pc -= 1 }
        return nil
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
