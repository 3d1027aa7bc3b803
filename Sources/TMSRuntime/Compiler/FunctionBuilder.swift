import TMSSyntax

/// The instructions of one function while they are being written.
final class FunctionBuilder {
    struct Label { let id: Int }

    struct PendingHandler {
        var range: Range<Int>
        var target: Label
        var kind: Handler.Kind
    }

    /// Where `break` and `continue` go, and what is open around them.
    struct LoopContext {
        var next: Label
        var end: Label
        /// How many sources were open when the body began; what it opens beyond is released before a jump out of it.
        var openSources: Int
    }

    let name: String
    let file: SourceFile
    let pool: ProgramPool
    /// The builder of the outermost frame; `nil` in that one.
    let main: FunctionBuilder?

    private(set) var code: [Instruction] = []
    private(set) var ranges: [SourceRange] = []
    private(set) var handlers: [PendingHandler] = []
    private(set) var cleanups: [Cleanup] = []
    private var labels: [Int] = []

    /// The fields that the condition at hand compares, by the places of their counts; `nil` where none are counted.
    var comparedFields: [String: Int]?

    /// How the fields are asked for that are being compiled.
    var fieldUse = FieldUse.read

    private var scopes: [[String: Int]] = [[:]]
    /// How the columns of the rows in a register come to be, for names bound to a pipeline.
    var headers: [Int: HeaderPlan] = [:]
    private var nextRegister = 0
    private var reserved: Set<Int> = []
    private(set) var registerCount = 0
    private(set) var objectCount = 0
    var entries: [Int] = [0]
    var requiredCount = 0

    var loops: [LoopContext] = []
    /// Sources and limits being gone through, the innermost last.
    var openSources: [(register: Int, kind: Cleanup.Kind)] = []
    /// The row that `$it` and bare fields mean.
    var row: Int?
    /// Compiles what is done where the statement is only planned or described: it saves no file.
    var leavesOutSaves = false
    /// What becomes of the rows at hand is told by a loop or a pipeline around.
    var isTold = false
    /// Registers that count the rows which failed at a write of the pipeline at hand.
    var failedRows: [(register: Int, range: SourceRange)] = []
    /// How deep in blocks; 0 at top level.
    var blockDepth = 0

    init(name: String, file: SourceFile, pool: ProgramPool, main: FunctionBuilder?) {
        self.name = name
        self.file = file
        self.pool = pool
        self.main = main
    }
}

// MARK: Instructions

extension FunctionBuilder {
    var here: Int { code.count }

    func emit(
        _ op: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, flag: UInt8 = 0, extra: Int = 0, at range: SourceRange
    ) {
        ranges.append(range)
        guard let extra = UInt16(exactly: extra), let a = Int32(exactly: a), let b = Int32(exactly: b),
            let c = Int32(exactly: c)
        else {
            pool.refuse(SourceLocation(file, range))
            return code.append(Instruction(op: .halt))
        }
        code.append(Instruction(op: op, flag: flag, extra: extra, a: a, b: b, c: c))
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

    func raise(_ fault: Fault, at range: SourceRange) {
        emit(.raise, pool.fault(fault), at: range)
    }

    /// Handlers inside must be added before those around them.
    func handle(from start: Int, with kind: Handler.Kind, target: Label) {
        handlers.append(PendingHandler(range: start..<here, target: target, kind: kind))
    }

    func cleanUp(from start: Int, _ register: Int, _ kind: Cleanup.Kind) {
        cleanups.append(Cleanup(range: start..<here, register: register, kind: kind))
    }

    /// The code with labels replaced by places.
    func linkedCode(base: Int) -> [Instruction] {
        code.map { instruction in
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

// MARK: Registers and names

extension FunctionBuilder {
    /// A register that is free until `release(to:)` an earlier mark.
    func temporary() -> Int { registers(1) }

    func registers(_ count: Int) -> Int {
        var first = nextRegister
        while let taken = reserved.first(where: { (first..<first + count).contains($0) }) { first = taken + 1 }
        nextRegister = first + count
        registerCount = max(registerCount, nextRegister)
        return first
    }

    var mark: Int { nextRegister }
    func release(to mark: Int) { nextRegister = mark }

    func object() -> Int {
        objectCount += 1
        return objectCount - 1
    }

    /// Runs with names of its own.
    func scoped(_ body: () -> Void) {
        let mark = nextRegister
        scopes.append([:])
        blockDepth += 1
        body()
        blockDepth -= 1
        scopes.removeLast()
        nextRegister = mark
    }

    /// Runs as a definition does: with no names around it but the outermost, and then with names of its own.
    func alone(_ body: () -> Void) {
        let around = scopes
        scopes = [main == nil ? around[0] : [:], [:]]
        body()
        // What was new among the outermost names stays.
        scopes = (main == nil ? [scopes[0]] : [around[0]]) + around.dropFirst()
    }

    /// The register of a name declared here; the same again if this scope has it.
    func declare(_ name: String) -> Int {
        if let register = scopes[scopes.count - 1][name] { return register }
        let register = registers(1)
        scopes[scopes.count - 1][name] = register
        return register
    }

    /// The register of a name if this very scope has it.
    func ownRegister(_ name: String) -> Int? { scopes[scopes.count - 1][name] }

    func bind(_ name: String, to register: Int) {
        scopes[scopes.count - 1][name] = register
        headers[register] = nil
    }

    func local(_ name: String) -> Int? {
        for scope in scopes.reversed() {
            if let register = scope[name] { return register }
        }
        return nil
    }

    /// Names of the outermost scope.
    var globals: [String: Int] { scopes[0] }

    /// The register, in the outermost frame, of a name that lives outside of all functions. A name not declared yet
    /// is one from an earlier line of the shell.
    func globalRegister(_ name: String) -> Int {
        if let register = scopes[0][name] { return register }
        // Above every temporary so far, and kept from those to come.
        let register = registerCount
        registerCount += 1
        reserved.insert(register)
        scopes[0][name] = register
        return register
    }
}
