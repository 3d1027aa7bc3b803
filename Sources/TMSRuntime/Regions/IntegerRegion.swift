/// A loop made of nothing but integer arithmetic, comparisons and jumps, in a form that runs on bare integers.
///
/// The machine enters it at a backward jump if every register the loop touches holds an integer, and leaves it at the
/// end of the loop, when the slice of steps is used up, or *before* whatever is out of the ordinary: an overflow, a
/// division by a number that is not positive. There it goes on by itself, at the same instruction, so that a region
/// changes speed and never meaning.
struct IntegerRegion: Sendable {
    let code: [IntegerInstruction]
    /// The instruction of the machine that each one stands for.
    let origins: [Int]
    let constants: [Int]
    /// All registers read or written, ascending.
    let registers: [Int]

    /// The region closed by the backward jump at `end`, if it is one.
    init?(endingAt end: Int, in program: [Instruction], constants values: [Value]) {
        let start = Int(program[end].a)
        guard start >= 0, start <= end else { return nil }
        var builder = IntegerRegionBuilder(start: start)
        for place in start...end {
            guard builder.translate(program[place], constants: values) else { return nil }
        }
        builder.close()
        code = builder.code
        origins = builder.origins
        constants = builder.constants
        registers = builder.registers.sorted()
    }

    /// The regions of a program, and the program with each backward jump into one marked by its place from 1.
    static func find(in program: inout [Instruction], constants: [Value]) -> [IntegerRegion] {
        var regions: [IntegerRegion] = []
        for place in program.indices where program[place].op == .loop || program[place].op == .rangeNext {
            // Loops beyond what a jump can name run without one.
            guard let number = UInt16(exactly: regions.count + 1),
                let region = IntegerRegion(endingAt: place, in: program, constants: constants)
            else { continue }
            regions.append(region)
            program[place].extra = number
        }
        return regions
    }
}

/// Translates the instructions of a loop one by one.
private struct IntegerRegionBuilder {
    private(set) var code: [IntegerInstruction] = []
    private(set) var origins: [Int] = []
    private(set) var constants: [Int] = []
    private(set) var registers: Set<Int> = []
    private let start: Int
    private var place: Int

    init(start: Int) {
        self.start = start
        place = start
    }

    /// Whether the instruction is one that integers alone can do.
    mutating func translate(_ i: Instruction, constants values: [Value]) -> Bool {
        switch i.op {
        case .move: append(.move, i, writes: [i.a], reads: [i.b])
        case .constant:
            guard case .integer(let number) = values[Int(i.b)] else { return false }
            constants.append(number)
            append(.constant, a: i.a, b: Int32(clamping: constants.count - 1), writes: [i.a])
        case .add: append(.add, i, writes: [i.a], reads: [i.b, i.c])
        case .subtract: append(.subtract, i, writes: [i.a], reads: [i.b, i.c])
        case .multiply: append(.multiply, i, writes: [i.a], reads: [i.b, i.c])
        case .remainder: append(.remainder, i, writes: [i.a], reads: [i.b, i.c])
        case .remainderImmediate: append(.remainderImmediate, i, writes: [i.a], reads: [i.b])
        case .addImmediate: append(.addImmediate, i, writes: [i.a], reads: [i.b])

        case .jump: append(.jump, i)
        case .loop: append(.loop, i)
        case .jumpIfLess: append(.jumpIfLess, i, reads: [i.b, i.c])
        case .jumpUnlessLess: append(.jumpIfLessOrEqual, a: i.a, b: i.c, c: i.b, reads: [i.b, i.c])
        case .jumpIfLessOrEqual: append(.jumpIfLessOrEqual, i, reads: [i.b, i.c])
        case .jumpUnlessLessOrEqual: append(.jumpIfLess, a: i.a, b: i.c, c: i.b, reads: [i.b, i.c])
        case .jumpIfIs: append(.jumpIfEqual, i, reads: [i.b, i.c])
        case .jumpUnlessIs: append(.jumpUnlessEqual, i, reads: [i.b, i.c])
        case .jumpIfLessOrEqualImmediate, .jumpUnlessGreaterImmediate: append(.jumpIfAtMost, i, reads: [i.b])
        case .jumpIfGreaterOrEqualImmediate, .jumpUnlessLessImmediate: append(.jumpIfAtLeast, i, reads: [i.b])
        case .jumpIfLessImmediate, .jumpUnlessGreaterOrEqualImmediate:
            guard i.c > .min else { return false }
            append(.jumpIfAtMost, a: i.a, b: i.b, c: i.c - 1, reads: [i.b])
        case .jumpIfGreaterImmediate, .jumpUnlessLessOrEqualImmediate:
            guard i.c < .max else { return false }
            append(.jumpIfAtLeast, a: i.a, b: i.b, c: i.c + 1, reads: [i.b])
        case .jumpIfIsImmediate: append(.jumpIfNumber, i, reads: [i.b])
        case .jumpUnlessIsImmediate: append(.jumpUnlessNumber, i, reads: [i.b])

        case .rangeStart: append(.rangeStart, i, writes: [i.b, i.b + 1, i.b + 2, i.c])
        case .rangeNext: append(.rangeNext, i, writes: [i.b, i.b + 1, i.c])
        case .endLoop: append(.endLoop, i, reads: [i.a])
        default: return false
        }
        return true
    }

    /// Resolves the jumps: those that leave go to an instruction that says where.
    mutating func close() {
        let end = code.count
        var exits: [Int: Int32] = [:]
        func exit(to target: Int) -> Int32 {
            if let known = exits[target] { return known }
            code.append(IntegerInstruction(operation: .leave, a: Int32(clamping: target)))
            origins.append(target)
            exits[target] = Int32(clamping: code.count - 1)
            return Int32(clamping: code.count - 1)
        }
        // What runs off the end goes on behind the loop.
        _ = exit(to: start + end)
        for place in 0..<end where code[place].operation.isJump {
            let target = Int(code[place].a) - start
            code[place].a = (0..<end).contains(target) ? Int32(clamping: target) : exit(to: target + start)
        }
        turnTestAround(end)
    }

    /// A loop that ends with "unless so, leave; go back" does it at once: "if so, go back".
    private mutating func turnTestAround(_ end: Int) {
        guard end >= 2, code[end - 1].operation == .loop, Int(code[end - 2].a) == end,
            !code[..<end].contains(where: { $0.operation.isJump && Int($0.a) == end - 1 })
        else { return }
        var test = code[end - 2]
        switch test.operation {
        case .jumpIfAtMost where test.c < .max: (test.operation, test.c) = (.jumpIfAtLeast, test.c + 1)
        case .jumpIfAtLeast where test.c > .min: (test.operation, test.c) = (.jumpIfAtMost, test.c - 1)
        default:
            guard let inverse = test.operation.inverse else { return }
            test.operation = inverse.operation
            if inverse.swapsOperands { swap(&test.b, &test.c) }
        }
        guard let backwards = test.operation.backwards else { return }
        test.operation = backwards
        test.a = code[end - 1].a
        code[end - 2] = test
        code[end - 1] = IntegerInstruction(operation: .jump, a: Int32(clamping: end))
    }

    private mutating func append(
        _ operation: IntegerInstruction.Operation, _ i: Instruction, writes: [Int32] = [], reads: [Int32] = []
    ) {
        append(operation, a: i.a, b: i.b, c: i.c, writes: writes, reads: reads)
    }

    private mutating func append(
        _ operation: IntegerInstruction.Operation, a: Int32, b: Int32 = 0, c: Int32 = 0, writes: [Int32] = [],
        reads: [Int32] = []
    ) {
        code.append(IntegerInstruction(operation: operation, a: a, b: b, c: c))
        origins.append(place)
        place += 1
        registers.formUnion(writes.map(Int.init))
        registers.formUnion(reads.map(Int.init))
    }
}
