import TMSBase
import TMSSyntax

extension Machine {
    /// The loop of the machine: one instruction after the other, until the fiber ends or wants something; `nil` when
    /// it waits for the rows of its loop.
    ///
    /// What is common and small stands here; what is rare or long is called, so that the loop stays in the cache.
    func execute() -> Outcome? {
        program.code.withUnsafeBufferPointer { code in
            let fiber = self.fiber
            var pc = fiber.pc
            var base = fiber.frames.last?.base ?? 0
            var registers = fiber.stack + base
            var budget = self.slice()
            let regions = self.regions
            while true {
                do throws(Fault) {
                    while true {
                        let i = code[pc]
                        pc &+= 1
                        switch i.op {
                        case .move: registers[Int(i.a)] = registers[Int(i.b)]
                        case .constant: registers[Int(i.a)] = program.constants[Int(i.b)]
                        case .global: registers[Int(i.a)] = global(Int(i.b))

                        case .add:
                            if case .integer(let x) = registers[Int(i.b)], case .integer(let y) = registers[Int(i.c)] {
                                let (sum, overflow) = x.addingReportingOverflow(y)
                                if overflow { throw .overflow("+") }
                                registers[Int(i.a)] = .integer(sum)
                            } else {
                                try arithmetic(.add, i, registers)
                            }
                        case .addImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                let (sum, overflow) = x.addingReportingOverflow(Int(i.c))
                                if overflow { throw .overflow(i.flag == 0 ? "+" : "-") }
                                registers[Int(i.a)] = .integer(sum)
                            } else {
                                try addImmediate(i, registers)
                            }
                        case .subtract:
                            if case .integer(let x) = registers[Int(i.b)], case .integer(let y) = registers[Int(i.c)] {
                                let (difference, overflow) = x.subtractingReportingOverflow(y)
                                if overflow { throw .overflow("-") }
                                registers[Int(i.a)] = .integer(difference)
                            } else {
                                try arithmetic(.subtract, i, registers)
                            }
                        case .multiply:
                            if case .integer(let x) = registers[Int(i.b)], case .integer(let y) = registers[Int(i.c)] {
                                let (product, overflow) = x.multipliedReportingOverflow(by: y)
                                if overflow { throw .overflow("*") }
                                registers[Int(i.a)] = .integer(product)
                            } else {
                                try arithmetic(.multiply, i, registers)
                            }
                        case .divide: try arithmetic(.divide, i, registers)
                        case .remainder:
                            if case .integer(let x) = registers[Int(i.b)], case .integer(let y) = registers[Int(i.c)],
                                y > 0
                            {
                                registers[Int(i.a)] = .integer(x % y)
                            } else {
                                try arithmetic(.remainder, i, registers)
                            }
                        case .remainderImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                registers[Int(i.a)] = .integer(x % Int(i.c))
                            } else {
                                try remainderImmediate(i, registers)
                            }

                        case .field:
                            if case .record(let record) = registers[Int(i.b)] {
                                registers[Int(i.a)] = try readers[Int(i.c)].read(record, in: environment)
                            } else {
                                registers[Int(i.a)] = try field(i, registers)
                            }
                        case .index:
                            if case .list(let list) = registers[Int(i.b)],
                                case .integer(let place) = registers[Int(i.c)],
                                let value = list.held(place)
                            {
                                registers[Int(i.a)] = value
                            } else {
                                registers[Int(i.a)] = try element(registers[Int(i.c)], of: registers[Int(i.b)])
                            }
                        case .record: registers[Int(i.a)] = try record(Int(i.c), registers + Int(i.b))
                        case .comparedField:
                            if case .record(let record) = registers[Int(i.b)] {
                                let value = try readers[Int(i.c)].read(record, in: environment)
                                if value.isEmpty { gaps.add(record, at: Int(i.extra)) }
                                registers[Int(i.a)] = value
                            } else {
                                registers[Int(i.a)] = try field(i, registers)
                            }
                        case .compare, .compareField, .compareFieldConstant: try compare(i, registers)
                        case .isMember, .isMemberField, .isMemberFieldConstant: try isMember(i, registers)

                        case .jump: pc = Int(i.a)
                        case .loop:
                            pc = Int(i.a)
                            budget &-= 1
                            if budget <= 0 { budget = try self.nextSlice() }
                            if i.extra != 0, let next = regions.run(i.extra, registers, &budget) { pc = next }
                        case .jumpIf: if try condition(registers[Int(i.b)]) { pc = Int(i.a) }
                        case .jumpUnless: if try !condition(registers[Int(i.b)]) { pc = Int(i.a) }
                        case .jumpIfEmpty: if registers[Int(i.b)].isEmpty { pc = Int(i.a) }
                        case .jumpUnlessEmpty: if !registers[Int(i.b)].isEmpty { pc = Int(i.a) }
                        case .jumpIfZero: if case .integer(0) = registers[Int(i.b)] { pc = Int(i.a) }
                        case .jumpCountingDown:
                            if case .integer(let count) = registers[Int(i.b)], count > 0 {
                                registers[Int(i.b)] = .integer(count - 1)
                                pc = Int(i.a)
                            }

                        case .jumpIfLess:
                            if case .integer(let x) = registers[Int(i.b)], case .integer(let y) = registers[Int(i.c)] {
                                if x < y { pc = Int(i.a) }
                            } else if try ordered(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpUnlessLess:
                            if case .integer(let x) = registers[Int(i.b)], case .integer(let y) = registers[Int(i.c)] {
                                if x >= y { pc = Int(i.a) }
                            } else if try !ordered(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpIfLessOrEqual:
                            if case .integer(let x) = registers[Int(i.b)], case .integer(let y) = registers[Int(i.c)] {
                                if x <= y { pc = Int(i.a) }
                            } else if try ordered(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpUnlessLessOrEqual:
                            if case .integer(let x) = registers[Int(i.b)], case .integer(let y) = registers[Int(i.c)] {
                                if x > y { pc = Int(i.a) }
                            } else if try !ordered(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpIfIs: if try same(i, registers) { pc = Int(i.a) }
                        case .jumpUnlessIs: if try !same(i, registers) { pc = Int(i.a) }

                        case .jumpIfLessImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                if x < Int(i.c) { pc = Int(i.a) }
                            } else if try compareImmediate(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpUnlessLessImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                if x >= Int(i.c) { pc = Int(i.a) }
                            } else if try !compareImmediate(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpIfLessOrEqualImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                if x <= Int(i.c) { pc = Int(i.a) }
                            } else if try compareImmediate(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpUnlessLessOrEqualImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                if x > Int(i.c) { pc = Int(i.a) }
                            } else if try !compareImmediate(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpIfGreaterImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                if x > Int(i.c) { pc = Int(i.a) }
                            } else if try compareImmediate(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpUnlessGreaterImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                if x <= Int(i.c) { pc = Int(i.a) }
                            } else if try !compareImmediate(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpIfGreaterOrEqualImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                if x >= Int(i.c) { pc = Int(i.a) }
                            } else if try compareImmediate(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpUnlessGreaterOrEqualImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                if x < Int(i.c) { pc = Int(i.a) }
                            } else if try !compareImmediate(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpIfIsImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                if x == Int(i.c) { pc = Int(i.a) }
                            } else if try compareImmediate(i, registers) {
                                pc = Int(i.a)
                            }
                        case .jumpUnlessIsImmediate:
                            if case .integer(let x) = registers[Int(i.b)] {
                                if x != Int(i.c) { pc = Int(i.a) }
                            } else if try !compareImmediate(i, registers) {
                                pc = Int(i.a)
                            }

                        case .rangeStart:
                            if try startRange(i, registers) { pc = Int(i.a) }
                        case .rangeNext:
                            if case .integer(let at) = registers[Int(i.b)],
                                case .integer(let last) = registers[Int(i.b) + 1], at < last
                            {
                                registers[Int(i.b)] = .integer(at &+ 1)
                                registers[Int(i.c)] = .integer(at &+ 1)
                                pc = Int(i.a)
                                budget &-= 1
                                if budget <= 0 { budget = try self.nextSlice() }
                                if i.extra != 0, let next = regions.run(i.extra, registers, &budget) { pc = next }
                            }

                        case .sourceNext:
                            let source = registers + Int(i.b)
                            if case .list(let list) = source[0], case .integer(let place) = source[1],
                                let row = list.held(place)
                            {
                                registers[Int(i.c)] = row
                                source[1] = .integer(place &+ 1)
                                pc = Int(i.a)
                                budget &-= 1
                                if budget <= 0 { budget = try self.nextSlice() }
                            } else if case .integer(let cursor) = source[2] {
                                source[0] = .nothing
                                source[2] = .nothing
                                fiber.pending = .page(Int(i.b))
                                // The same instruction again, on the new page.
                                fiber.pc = pc - 1
                                let id = CursorID(cursor)
                                return .wants(fiber.stop == nil ? .next(id) : .rest(id))
                            }

                        case .collect:
                            if let full = try collect(i, registers, fiber) {
                                fiber.pending = .keeping(Int(i.a))
                                fiber.pc = pc
                                return .wants(full.effect(at: location(of: pc - 1)))
                            }
                        case .saveRow:
                            if let full = saveRow(i, registers, fiber), let effect = write(full, registers[Int(i.a)]) {
                                fiber.pc = pc
                                return .wants(effect)
                            }
                        case .printText:
                            try printLine(program.texts[Int(i.c)], registers + Int(i.b))
                            if fiber.output.isFull, let effect = try flushIfFull() {
                                fiber.pc = pc
                                return .wants(effect)
                            }

                        case .call:
                            budget &-= 1
                            if budget <= 0 { budget = try self.nextSlice() }
                            fiber.pc = pc
                            try enter(i, base: base)
                            pc = fiber.pc
                            base = fiber.frames.last?.base ?? 0
                            registers = fiber.stack + base
                        case .giveBack:
                            pc = giveBack(registers[Int(i.b)])
                            base = fiber.frames.last?.base ?? 0
                            registers = fiber.stack + base

                        case .fork:
                            fiber.pc = pc
                            switch fork(rowEndingAt: Int(i.a), failures: Int(i.b)) {
                            case .begun: pc = Int(i.a)
                            case .inline: break
                            case .waits:
                                // The same instruction again, when there is room.
                                fiber.pc = pc - 1
                                return nil
                            }
                        case .rowDone:
                            if fiber.endOfRow == pc - 1, fiber.frames.count == 1 { return .finished(status: .ok) }
                        case .join:
                            fiber.pc = pc - 1
                            if join(countingIn: Int(i.a)) { return nil }

                        case .halt: return .finished(status: .ok)
                        case .exit:
                            fiber.pc = pc
                            return exit(status: try exitStatus(registers[Int(i.b)]))

                        default:
                            if let effect = try rare(i, registers, &pc) {
                                fiber.pc = pc
                                return .wants(effect)
                            }
                        }
                    }
                } catch {
                    fiber.pc = pc
                    if let outcome = unwind(error.failure(at: location(of: pc - 1))) { return outcome }
                    pc = fiber.pc
                    base = fiber.frames.last?.base ?? 0
                    registers = fiber.stack + base
                }
            }
        }
    }

    /// For work that is done in one piece.
    var watch: Watch { Watch(interruption: interruptor, meanwhile: meanwhile) }

    /// Turns before the machine looks up from its work.
    private func slice() -> Int { min(turnsPerSlice, max(1, maxSteps &- stepsTaken)) }

    /// Between two slices: was it interrupted, has it done enough?
    @inline(never)
    private func nextSlice() throws(Fault) -> Int {
        stepsTaken &+= slice()
        meanwhile?()
        if interruptor.isSet { throw .interrupted }
        if stepsTaken >= maxSteps { throw .tooManySteps(maxSteps) }
        return slice()
    }
}

/// A turn may group a row, which takes a microsecond.
private let turnsPerSlice = 1_000
