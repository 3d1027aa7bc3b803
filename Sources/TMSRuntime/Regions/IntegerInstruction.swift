/// One step of an integer region: `a`, `b`, `c` are registers of the frame, whose values are plain integers there.
/// In every jump `a` is a place in the region.
struct IntegerInstruction {
    enum Operation: UInt8 {
        /// `a` ← `b`
        case move
        /// `a` ← integer `b` of the region
        case constant
        case add, subtract, multiply, remainder
        /// `a` ← `b` + the number `c`
        case addImmediate
        /// `a` ← what is left of `b` divided by the number `c`, which is above 0
        case remainderImmediate

        case jump
        case jumpIfLess, jumpIfLessOrEqual, jumpIfEqual, jumpUnlessEqual
        /// As above, `c` being the number itself.
        case jumpIfAtMost, jumpIfAtLeast, jumpIfNumber, jumpUnlessNumber

        /// Backwards; counts a step.
        case loop
        case loopIfLess, loopIfLessOrEqual, loopIfEqual, loopUnlessEqual
        case loopIfAtMost, loopIfAtLeast, loopIfNumber, loopUnlessNumber

        /// As in `Opcode`.
        case rangeStart, rangeNext
        /// Leaves the region if `a` rows failed.
        case endLoop
        /// The machine goes on at its own instruction `a`.
        case leave
    }

    var operation: Operation
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
}

extension IntegerInstruction.Operation {
    /// The jump taken when this one is not.
    var inverse: (operation: IntegerInstruction.Operation, swapsOperands: Bool)? {
        switch self {
        case .jumpIfLess: (.jumpIfLessOrEqual, true)
        case .jumpIfLessOrEqual: (.jumpIfLess, true)
        case .jumpIfEqual: (.jumpUnlessEqual, false)
        case .jumpUnlessEqual: (.jumpIfEqual, false)
        case .jumpIfNumber: (.jumpUnlessNumber, false)
        case .jumpUnlessNumber: (.jumpIfNumber, false)
        default: nil
        }
    }

    /// The same jump, backwards.
    var backwards: IntegerInstruction.Operation? {
        switch self {
        case .jumpIfLess: .loopIfLess
        case .jumpIfLessOrEqual: .loopIfLessOrEqual
        case .jumpIfEqual: .loopIfEqual
        case .jumpUnlessEqual: .loopUnlessEqual
        case .jumpIfAtMost: .loopIfAtMost
        case .jumpIfAtLeast: .loopIfAtLeast
        case .jumpIfNumber: .loopIfNumber
        case .jumpUnlessNumber: .loopUnlessNumber
        default: nil
        }
    }

    var isJump: Bool {
        switch self {
        case .jump, .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqual, .jumpUnlessEqual, .jumpIfAtMost, .jumpIfAtLeast,
            .jumpIfNumber, .jumpUnlessNumber, .loop, .rangeStart, .rangeNext:
            true
        default: false
        }
    }

    var isArithmetic: Bool {
        switch self {
        case .add, .subtract, .multiply, .remainder, .addImmediate, .remainderImmediate: true
        default: false
        }
    }
}
