import TMSBase
import TMSSyntax

// The longer halves of instructions, kept out of the loop.
extension Machine {
    typealias Registers = UnsafeMutablePointer<Value>

    func global(_ register: Int) -> Value { root.stack[register] }

    @inline(never)
    func arithmetic(_ operation: BinaryOperator, _ i: Instruction, _ registers: Registers) throws(Fault) {
        let left = registers[Int(i.b)]
        let right = registers[Int(i.c)]
        if case .decimal(let x) = left, case .decimal(let y) = right, operation != .divide, operation != .remainder {
            let result = operation == .add ? x + y : operation == .subtract ? x - y : x * y
            if result.isFinite {
                registers[Int(i.a)] = .decimal(result)
                return
            }
        }
        if operation == .add { try count(joining: left, right) }
        let result = try Arithmetic(environment: environment).apply(operation, left, right)
        try fits(result)
        try count(making: result)
        registers[Int(i.a)] = result
    }

    @inline(never)
    func addImmediate(_ i: Instruction, _ registers: Registers) throws(Fault) {
        let arithmetic = Arithmetic(environment: environment)
        let number = i.flag == 0 ? Int(i.c) : -Int(i.c)
        let result = try arithmetic.apply(i.flag == 0 ? .add : .subtract, registers[Int(i.b)], .integer(number))
        try count(making: result)
        registers[Int(i.a)] = result
    }

    @inline(never)
    func remainderImmediate(_ i: Instruction, _ registers: Registers) throws(Fault) {
        registers[Int(i.a)] = try Arithmetic(environment: environment).apply(
            .remainder, registers[Int(i.b)], .integer(Int(i.c)))
    }

    @inline(never)
    func field(_ i: Instruction, _ registers: Registers) throws(Fault) -> Value {
        let name = readers[Int(i.c)].name
        switch registers[Int(i.b)] {
        case .nothing, .null: return .nothing
        case .text(let text) where text.string.isEmpty: return .nothing
        case .list: throw .fieldOfList(name)
        case let value: throw .noFields(value.quoted(in: environment), name)
        }
    }

    @inline(never)
    func compare(_ i: Instruction, _ registers: Registers) throws(Fault) {
        let right =
            switch i.op {
            case .compareField: readers[Int(i.extra)].normalize(registers[Int(i.c)], in: environment)
            case .compareFieldConstant:
                readers[Int(i.extra)].normalizeConstant(registers[Int(i.c)], in: environment)
            default: registers[Int(i.c)]
            }
        var left = registers[Int(i.b)]
        if i.op != .compare { left = readers[Int(i.extra)].comparable(left, in: environment) }
        if i.flag == ComparisonOperator.contains.flag, case .list = left {
            try count(workOn: left)
        } else {
            try count(comparing: left, right)
        }
        // `is`, `is not`, `==` and `!=` are the first four.
        if i.flag < 4, let isSame = Comparison.quickSame(left, right, ignoringCase: i.flag < 2) {
            registers[Int(i.a)] = .boolean(isSame == (i.flag & 1 == 0))
            return
        }
        let operation = ComparisonOperator(flag: i.flag)
        if operation == .matches {
            let pattern = try pattern(right.text(in: environment))
            try count(matching: left, pattern)
            registers[Int(i.a)] = .boolean(left.isEmpty ? false : pattern.matches(left.text(in: environment)))
            return
        }
        registers[Int(i.a)] = .boolean(try Comparison(environment: environment).holds(operation, left, right))
    }

    /// The pattern used last is kept: a `where` uses it for every row.
    private func pattern(_ source: String) throws(Fault) -> Pattern {
        if let lastPattern, lastPattern.source == source { return lastPattern }
        let pattern = try Pattern(source)
        lastPattern = pattern
        return pattern
    }

    @inline(never)
    func isMember(_ i: Instruction, _ registers: Registers) throws(Fault) {
        let right =
            switch i.op {
            case .isMemberField: readers[Int(i.extra)].normalize(registers[Int(i.c)], in: environment)
            case .isMemberFieldConstant:
                readers[Int(i.extra)].normalizeConstant(registers[Int(i.c)], in: environment)
            default: registers[Int(i.c)]
            }
        let comparison = Comparison(environment: environment)
        var value = registers[Int(i.b)]
        if i.op != .isMember { value = readers[Int(i.extra)].comparable(value, in: environment) }
        if case .list(let list) = right {
            try count(workOn: right)
            registers[Int(i.a)] = .boolean(comparison.isMember(value, of: list))
        } else {
            registers[Int(i.a)] = .boolean(comparison.isSame(value, right, ignoringCase: true))
        }
    }

    @inline(__always)
    func condition(_ value: Value) throws(Fault) -> Bool {
        if case .boolean(let flag) = value { return flag }
        throw .notACondition(value.quoted(in: environment))
    }

    /// For a fused comparison whose operands are not both integers. `>` came with its operands swapped.
    @inline(never)
    func ordered(_ i: Instruction, _ registers: Registers) throws(Fault) -> Bool {
        let operation = ComparisonOperator(flag: i.flag)
        let isSwapped =
            switch operation {
            case .greater, .over, .greaterOrEqual: true
            default: false
            }
        let first = registers[Int(isSwapped ? i.c : i.b)]
        let second = registers[Int(isSwapped ? i.b : i.c)]
        try count(comparing: first, second)
        return try Comparison(environment: environment).holds(operation, first, second)
    }

    @inline(never)
    func compareImmediate(_ i: Instruction, _ registers: Registers) throws(Fault) -> Bool {
        let operation = ComparisonOperator(flag: i.flag).positive
        return try Comparison(environment: environment).holds(operation, registers[Int(i.b)], .integer(Int(i.c)))
    }

    @inline(__always)
    func same(_ i: Instruction, _ registers: Registers) throws(Fault) -> Bool {
        if case .integer(let x) = registers[Int(i.b)], case .integer(let y) = registers[Int(i.c)] { return x == y }
        return try holdsPositive(i, registers)
    }

    @inline(never)
    private func holdsPositive(_ i: Instruction, _ registers: Registers) throws(Fault) -> Bool {
        try count(comparing: registers[Int(i.b)], registers[Int(i.c)])
        if let isSame = Comparison.quickSame(registers[Int(i.b)], registers[Int(i.c)], ignoringCase: i.flag < 2) {
            return isSame
        }
        let operation = ComparisonOperator(flag: i.flag).positive
        return try Comparison(environment: environment).holds(
            operation, registers[Int(i.b)], registers[Int(i.c)])
    }

    /// Whether there is no number at all.
    func startRange(_ i: Instruction, _ registers: Registers) throws(Fault) -> Bool {
        let range = registers + Int(i.b)
        let first = try whole(range[0])
        let last = try whole(range[1])
        range[0] = .integer(first)
        range[1] = .integer(last)
        range[2] = .integer(first)
        registers[Int(i.c)] = .integer(first)
        return first > last
    }

    func whole(_ value: Value) throws(Fault) -> Int {
        switch value.numeral {
        case .integer(let number): return number
        case .decimal(let number):
            if let number = Int(exactly: number) { return number }
        case nil: break
        }
        throw .notANumber(value.quoted(in: environment), "..")
    }

    func enter(_ i: Instruction, base: Int) throws(Fault) {
        guard fiber.frames.count < maxDepth else { throw .tooDeep(maxDepth) }
        let callee = Int(i.c)
        let function = program.functions[callee]
        let caller = fiber.frames.last.map { program.functions[$0.function].registerCount } ?? 0
        let newBase = base + caller
        fiber.reserve(newBase + function.registerCount)
        let count = Int(i.extra)
        for offset in 0..<count { fiber.stack[newBase + offset] = fiber.stack[base + Int(i.b) + offset] }
        fiber.frames.append(
            Fiber.Frame(
                function: callee, base: newBase, objectBase: fiber.objects.count, returnTo: fiber.pc, result: Int(i.a)))
        if function.objectCount > 0 {
            fiber.objects.append(repeating: nil, count: function.objectCount)
        }
        let entry = min(max(count - function.requiredCount, 0), function.entries.count - 1)
        fiber.pc = function.entries[entry]
    }

    /// Ends a call; returns where the caller goes on.
    func giveBack(_ value: Value) -> Int {
        guard let frame = fiber.frames.popLast() else { return 0 }
        clear(frame)
        let base = fiber.frames.last?.base ?? 0
        fiber.stack[base + frame.result] = value
        return frame.returnTo
    }

    /// Returns the rows that must be kept elsewhere before more are collected.
    @inline(__always)
    func collect(_ i: Instruction, _ registers: Registers, _ fiber: Fiber) throws(Fault) -> RowCollector? {
        let place = (fiber.frames.last?.objectBase ?? 0) &+ Int(i.a)
        guard let collector = fiber.objects.pointer(to: place)?.pointee else { return nil }
        try collector.add(registers[Int(i.b)], in: environment)
        guard case .rows(let rows) = collector, rows.isFull else { return nil }
        return rows
    }

    func exitStatus(_ value: Value) throws(Fault) -> ExitStatus {
        guard case .integer(let status) = value.numeral, (0...255).contains(status) else {
            throw .badArgument("exit", "a status from 0 to 255", value.quoted(in: environment))
        }
        return ExitStatus(rawValue: status)
    }
}

extension ComparisonOperator {
    /// `is` for `is not`: the jump knows the sense.
    var positive: ComparisonOperator {
        switch self {
        case .isNot: .is
        case .notEqual: .equal
        default: self
        }
    }
}
