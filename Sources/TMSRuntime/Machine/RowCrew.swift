import TMSSyntax

/// The rows of an independent loop that run side by side: each a fiber, told of in the order of rows.
final class RowCrew {
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
            // It has failed for good and is only letting go: nothing new is asked by anybody.
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
        let crew = self.crew ?? RowCrew(failures: failures, limit: maxRowsInFlight)
        self.crew = crew
        guard crew.rows.count < crew.room, let frame = root.frames.last else {
            crew.isAwaited = true
            return false
        }
        let function = program.functions[frame.function]
        crew.rows.append(
            Fiber(
                rowOf: root, frame: frame, registers: function.registerCount, objects: function.objectCount,
                endOfRow: end))
        return true
    }

    /// Lets every row run until it wants something; `nil` when the loop itself can go on.
    func pump(_ crew: RowCrew) -> Outcome? {
        for row in crew.rows where row.wants == nil && !row.isDone && crew.fatal == nil {
            fiber = row
            if let outcome = step() { crew.take(outcome, from: row) }
        }
        fiber = root
        let before = crew.told
        if let outcome = tell(crew) { return outcome }
        if crew.told > before, crew.hasSuccess { crew.size = min(crew.limit, crew.size * 2) }
        let isAtEnd = program.code.indices.contains(root.pc) && program.code[root.pc].op == .join
        if crew.rows.isEmpty || (!isAtEnd && crew.rows.count < crew.room) {
            crew.isAwaited = false
            if crew.rows.isEmpty, isAtEnd { self.crew = nil }
            return nil
        }
        return ask(crew)
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
        guard fiber !== root, let crew else { return outcome }
        crew.take(outcome, from: fiber)
        return nil
    }

    /// Wants what the rows want. A row waits while one before it is at work on the same parcel.
    private func ask(_ crew: RowCrew) -> Outcome? {
        var busy: Set<String> = []
        for row in crew.rows {
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
    private func tell(_ crew: RowCrew) -> Outcome? {
        while let row = crew.rows.first, row.isDone, row.ending == nil {
            crew.rows.removeFirst()
            crew.told += 1
            root.output.append(contentsOf: row.output)
            guard let failure = row.failure else {
                crew.hasSuccess = true
                continue
            }
            remember(failure)
            let registers = root.stack + ((root.frames.last?.base ?? 0) + crew.failures)
            let count = self.count(failure, registers)
            if count >= mostFailuresFromTheStart, count == crew.told, crew.fatal == nil {
                crew.fatal = Fault.hopeless(count, status: gravest(registers + 1)).failure(at: location(of: root.pc))
            }
            if crew.fatal != nil { break }
        }
        guard var fatal = crew.fatal else { return nil }
        // What was said up to the row that ends the run was said.
        let last = crew.rows.firstIndex { $0.ending != nil } ?? -1
        for row in crew.rows.prefix(last + 1) { root.output.append(contentsOf: row.output) }
        fatal.leave(crew.rows.count - (last + 1) + rowsNotBegun(by: crew))
        for row in crew.rows { root.cleanup += abandon(row) }
        self.crew = nil
        return unwind(fatal).map(leave)
    }

    /// The parcels a command is about, in capitals.
    private func numbers(in effect: Effect) -> Set<String> {
        guard case .command(let call) = effect else { return [] }
        var numbers: Set<String> = []
        for value in call.subjects.lazy.flatMap(\.values) {
            var number = value
            if case .record(let record) = value {
                var reader = FieldReader("tracking_number")
                number = reader.read(record, in: environment)
                if number.isEmpty {
                    var reader = FieldReader("number")
                    number = reader.read(record, in: environment)
                }
                // Columns of a file may be spelt with capitals.
                if number.isEmpty, let key = record.shape.key(ignoringCase: ["tracking_number", "number"]) {
                    var reader = FieldReader(key)
                    number = reader.read(record, in: environment)
                }
            }
            if !number.isEmpty { numbers.insert(number.text(in: environment).uppercased()) }
        }
        return numbers
    }
}
