import TMSSyntax

/// The instructions of one function while they are being written, with jumps to places that are not known yet, and what
/// catches failures and releases what is open.
final class CodeWriter {
    struct Label { let id: Int }

    struct PendingHandler {
        var range: Range<Int>
        var target: Label
        var kind: Handler.Kind
    }

    let file: SourceFile
    let pool: ProgramPool
    private(set) var instructions: [Instruction] = []
    /// Where each instruction stands in the file.
    private(set) var ranges: [SourceRange] = []
    private(set) var handlers: [PendingHandler] = []
    private(set) var cleanups: [Cleanup] = []
    private var labels: [Int] = []

    init(file: SourceFile, pool: ProgramPool) {
        self.file = file
        self.pool = pool
    }

    /// The place of the next instruction.
    var here: Int { instructions.count }

    func emit(
        _ op: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, flag: UInt8 = 0, extra: Int = 0, at range: SourceRange
    ) {
        ranges.append(range)
        guard let extra = UInt16(exactly: extra), let a = Int32(exactly: a), let b = Int32(exactly: b),
            let c = Int32(exactly: c)
        else {
            pool.refuse(SourceLocation(file, range))
            return instructions.append(Instruction(op: .halt))
        }
        instructions.append(Instruction(op: op, flag: flag, extra: extra, a: a, b: b, c: c))
    }

    func jump(
        _ op: Opcode, to label: Label, _ b: Int = 0, _ c: Int = 0, flag: UInt8 = 0, extra: Int = 0,
        at range: SourceRange
    ) {
        emit(op, label.id, b, c, flag: flag, extra: extra, at: range)
    }

    func makeLabel() -> Label {
        labels.append(0)
        return Label(id: labels.count - 1)
    }

    func bind(_ label: Label) { labels[label.id] = here }

    func position(of label: Label) -> Int { labels[label.id] }

    /// Handlers inside must be added before those around them.
    func handle(from start: Int, with kind: Handler.Kind, target: Label) {
        handlers.append(PendingHandler(range: start..<here, target: target, kind: kind))
    }

    func cleanUp(from start: Int, _ register: Int, _ kind: Cleanup.Kind) {
        cleanups.append(Cleanup(range: start..<here, register: register, kind: kind))
    }

    /// The code with labels replaced by places.
    func linked(base: Int) -> [Instruction] {
        instructions.map { instruction in
            guard instruction.op.isJump else { return instruction }
            var linked = instruction
            guard let place = Int32(exactly: labels[Int(instruction.a)] + base) else {
                pool.refuse(SourceLocation(file, .none))
                return Instruction(op: .halt)
            }
            linked.a = place
            return linked
        }
    }
}

// MARK: What is written often

extension CodeWriter {
    func constant(_ value: Value, into result: Int, _ range: SourceRange) {
        emit(.constant, result, pool.constant(value), at: range)
    }

    func raise(_ fault: Fault, at range: SourceRange) {
        emit(.raise, pool.fault(fault), at: range)
    }

    /// Makes what stands in a register a value of the kind that a parameter is declared to be.
    func convert(_ register: Int, to kind: ParameterKind, for name: String, _ mayBeEmpty: Bool, at range: SourceRange) {
        emit(.convert, register, kind.place, pool.constant(.string(name)), flag: mayBeEmpty ? 1 : 0, at: range)
    }

    /// Remembers where the script names a field.
    func place(field name: String, at range: SourceRange) {
        pool.place(ofField: name, SourceLocation(file, range))
    }

    func place(_ fields: [FieldSyntax]) { for field in fields { place(field: field.name, at: field.range) } }
}
