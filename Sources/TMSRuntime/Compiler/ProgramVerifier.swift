import TMSSyntax

extension CompiledProgram {
    /// What is wrong with the program: operands that lead outside of the tables, registers and code they name. A program
    /// of the compiler has none; in a debug build every one is looked at.
    var problems: [String] {
        guard let main = functions.first else { return ["no function"] }
        var verifier = ProgramVerifier(self, main)
        verifier.verify()
        return verifier.problems
    }
}

/// Looks at every instruction of a program once, without running it.
private struct ProgramVerifier {
    private let program: CompiledProgram
    private(set) var problems: [String] = []
    private var place = 0
    private let main: CompiledFunction
    /// The one at hand.
    private var function: CompiledFunction

    init(_ program: CompiledProgram, _ main: CompiledFunction) {
        self.program = program
        self.main = main
        function = main
    }

    mutating func verify() {
        let starts = program.functions.map { $0.entries.min() ?? 0 }
        var current = 0
        for place in program.code.indices {
            // Functions lie one behind the other; the code of each begins with its first entry.
            while current + 1 < starts.count, starts[current + 1] <= place { current += 1 }
            function = program.functions[current]
            self.place = place
            for operand in program.code[place].operands(in: program) { check(operand) }
        }
        for function in program.functions { check(function) }
        check(main.registerCount, covers: Array(program.globals.values), "a global")
        check(main.registerCount, covers: program.parameters.map(\.register), "a parameter")
        if program.locations.count != program.code.count { note("locations for other code") }
    }

    private mutating func check(_ function: CompiledFunction) {
        self.function = function
        let places = program.code.indices
        for entry in function.entries where !places.contains(entry) { note("entry \(entry)") }
        for handler in function.handlers {
            if !places.contains(handler.target) { note("handler at \(handler.target)") }
            if handler.range.upperBound > places.upperBound { note("handler of \(handler.range)") }
            switch handler.kind {
            case .endOfRows: break
            case .attempt(let error): check(function.registerCount, covers: [error], "an error")
            case .row(let row), .onlyRow(let row):
                check(function.registerCount, covers: [row.failures, row.failures + 1, row.rows], "a loop")
            }
        }
        for cleanup in function.cleanups {
            if cleanup.range.upperBound > places.upperBound { note("cleanup of \(cleanup.range)") }
            let count = cleanup.kind == .source ? 4 : 1
            check(function.registerCount, covers: [cleanup.register, cleanup.register + count - 1], "a cleanup")
        }
    }

    private mutating func check(_ count: Int, covers registers: [Int], _ what: String) {
        for register in registers where register < 0 || register >= count { note("register \(register) of \(what)") }
    }

    private mutating func check(_ operand: Operand) {
        switch operand {
        case .registers(let first, let count):
            guard count > 0 else { return }
            check(function.registerCount, covers: [first, first + count - 1], "an instruction")
        case .global(let register): check(main.registerCount, covers: [register], "the program")
        case .object(let object): within(object, function.objectCount, "object")
        case .place(let target): within(target, program.code.count, "jump to")
        case .entry(let table, let count, let name): within(table, count, name)
        }
    }

    private mutating func within(_ place: Int, _ count: Int, _ name: String) {
        if place < 0 || place >= count { note("\(name) \(place) of \(count)") }
    }

    private mutating func note(_ problem: String) {
        let op = program.code.indices.contains(place) ? "\(program.code[place].op)" : ""
        problems.append("\(place) \(op): \(problem)")
    }
}

/// What an operand of an instruction names.
private enum Operand {
    /// So many registers of the frame, from the first.
    case registers(Int, Int)
    /// A register of the outermost frame.
    case global(Int)
    case object(Int)
    /// An instruction.
    case place(Int)
    /// An entry of a table that has so many.
    case entry(Int, Int, String)
}

extension Instruction {
    fileprivate func operands(in program: CompiledProgram) -> [Operand] {
        let (a, b, c, extra) = (Int(a), Int(b), Int(c), Int(extra))
        func register(_ place: Int) -> Operand { .registers(place, 1) }
        func source(_ place: Int) -> Operand { .registers(place, 4) }
        let cache = { (place: Int) in Operand.entry(place, program.fieldNames.count, "field cache") }
        let constant = { (place: Int) in Operand.entry(place, program.constants.count, "constant") }
        let region = Operand.entry(extra, program.regions.count + 1, "region")
        switch op {
        case .move, .negate, .not, .isEmpty, .ago, .duration, .addImmediate, .remainderImmediate:
            return [register(a), register(b)]
        case .constant, .date: return [register(a), constant(b)]
        case .global: return [register(a), .global(b)]
        case .add, .subtract, .multiply, .divide, .remainder, .compare, .isMember, .index, .rangeList:
            return [register(a), register(b), register(c)]
        case .compareField, .compareFieldConstant, .isMemberField, .isMemberFieldConstant:
            return [register(a), register(b), register(c), cache(extra)]
        case .isInRange: return [register(a), register(b), .registers(c, 2)]
        case .field: return [register(a), register(b), cache(c)]
        case .comparedField:
            return [register(a), register(b), cache(c), .entry(extra, program.gapFields.count, "gap")]
        case .list, .flatten: return [register(a), .registers(b, c)]
        case .record:
            let shapes = Operand.entry(c, program.shapes.count, "shape")
            let count = program.shapes.indices.contains(c) ? program.shapes[c].keys.count : 0
            return [register(a), shapes, .registers(b, count)]
        case .concat, .printText:
            let texts = Operand.entry(c, program.texts.count, "text")
            let count = c >= 0 && c < program.texts.count ? program.texts[c].valueCount : 0
            return (op == .concat ? [register(a)] : []) + [texts, .registers(b, count)]
        case .dateRange: return [.registers(a, 2), register(b), register(c)]
        case .rows: return [register(a), register(b), constant(c), constant(c + 1)]
        case .function:
            return [register(a), .registers(b, c), .entry(extra, Builtin.allCases.count, "function")]
        case .convert:
            return [register(a), .entry(b, ParameterKind.all.count, "kind of parameter"), constant(c)]
        case .raise: return [.entry(a, program.faults.count, "fault")]
        case .jump: return [.place(a)]
        case .loop: return [.place(a), region]
        case .jumpIf, .jumpUnless, .jumpIfEmpty, .jumpUnlessEmpty, .jumpIfLessImmediate, .jumpUnlessLessImmediate,
            .jumpIfLessOrEqualImmediate, .jumpUnlessLessOrEqualImmediate, .jumpIfGreaterImmediate,
            .jumpUnlessGreaterImmediate, .jumpIfGreaterOrEqualImmediate, .jumpUnlessGreaterOrEqualImmediate,
            .jumpIfIsImmediate, .jumpUnlessIsImmediate, .jumpIfZero, .jumpCountingDown:
            return [.place(a), register(b)]
        case .jumpIfLess, .jumpUnlessLess, .jumpIfLessOrEqual, .jumpUnlessLessOrEqual, .jumpIfIs, .jumpUnlessIs:
            return [.place(a), register(b), register(c)]
        case .rangeStart: return [.place(a), .registers(b, 3), register(c)]
        case .rangeNext: return [.place(a), .registers(b, 2), register(c), region]
        case .sourceFrom, .open: return [source(a), register(b)]
        case .spread: return [.place(a), register(b), source(c)]
        case .command:
            let commands = Operand.entry(b, program.commands.count, "command")
            let given = program.commands.indices.contains(b) ? program.commands[b].registers : []
            return [source(a), commands] + given.map { .registers($0, 1) }
        case .sourceNext: return [.place(a), source(b), register(c)]
        case .closeSource: return [source(a)]
        case .drain: return [register(a), source(b), .object(c)]
        case .begin: return [.object(a), .entry(b, program.collectors.count, "collector"), register(c)]
        case .collect: return [.object(a), register(b)]
        case .finish: return [source(a), .object(b)]
        case .finishValue: return [register(a), .object(b)]
        case .jumpIfSeen: return [.place(a), .object(b), register(c)]
        case .joinRow: return [register(a), register(b), .object(c)]
        case .reshape, .setField:
            return [register(a), register(b), .entry(c, program.reshapings.count, "reshaping")]
        case .rowCount: return [register(a), register(b), constant(c)]
        case .print: return [.registers(a, b)]
        case .beginResult: return [.entry(a, program.descriptions.count, "description")]
        case .resultRow: return [register(a)]
        case .endResult: return b > 0 ? [.entry(a + b - 1, program.gapFields.count, "gap")] : []
        case .showValue: return [register(a), .entry(b, program.descriptions.count, "description")]
        case .showSingle: return [.place(a), source(b), .entry(c, program.descriptions.count, "description")]
        case .save: return [register(a), register(b), .entry(c, program.descriptions.count, "description")]
        case .saveRow: return [register(a), register(b), .object(c)]
        case .saveRest: return [register(a), .object(c)]
        case .commit: return [register(a), register(b)]
        case .call:
            let definitions = Operand.entry(c, program.functions.count, "definition")
            return [register(a), definitions, .registers(b, extra)]
        case .giveBack, .fail, .exit, .wait: return [register(b)]
        case .expect: return [register(b), .registers(c, 2 * a)]
        case .limit:
            guard program.limits.indices.contains(a) else { return [.entry(a, program.limits.count, "limit")] }
            let limit = program.limits[a]
            return [limit.calls, limit.time?.register].compactMap { $0 }.map { .registers($0, 1) }
        case .perRow: return [.entry(a, program.verbLists.count, "list of verbs")]
        case .foretell, .foretellRows: return flag == 1 ? [.registers(a, 2)] : [source(a)]
        case .fork: return [.place(a), .registers(b, 2)]
        // Of a loop the rows that failed and their gravest status stand in two registers.
        case .gate: return [.place(a), register(b), .registers(c, 2)]
        case .join, .endLoop: return [.registers(a, 2)]
        case .prefixBegins: return [register(a), .entry(b, StatementSyntax.Prefix.allCases.count, "prefix")]
        case .prefixEnds: return [register(a)]
        case .jumpUnderPrefix: return [.place(a)]
        case .pipelineBegins, .pipelineEnds: return []
        case .resultAhead, .endLimit, .loopBegins, .loopEnds, .rowsBegin, .rowsEnd, .rowDone, .halt:
            return []
        }
    }
}

extension CommandTemplate {
    /// All registers whose values it takes.
    fileprivate var registers: [Int] {
        let given = (subjects + (file.map { [$0] } ?? [])).flatMap(\.registers)
        return clauses.reduce(into: given) { registers, clause in
            switch clause.content {
            case .flag: break
            case .registers(let places): registers += places
            case .range(let first): registers += [first, first + 1]
            }
        }
    }
}
