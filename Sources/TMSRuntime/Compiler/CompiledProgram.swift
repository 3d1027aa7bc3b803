import TMSBase
import TMSSyntax

/// A program the machine can run: instructions with resolved registers, and the tables they point into.
public final class CompiledProgram: Sendable {
    let code: [Instruction]
    /// The loops that integers alone can run; backward jumps name them by their place from 1.
    let regions: [IntegerRegion]
    /// Where each instruction stands in the script.
    let locations: [SourceLocation]
    /// The first is the program itself.
    let functions: [CompiledFunction]
    let constants: [Value]
    let texts: TextTemplates
    let shapes: [Shape]
    let faults: [Fault]
    /// One name a field cache; the caches themselves belong to a fiber.
    let fieldNames: [NamedField]
    let fieldPlaces: [String: SourceLocation]
    /// The fields that conditions compare, each counted in the rows that lack it.
    let gapFields: [String]
    let commands: [CommandTemplate]
    let collectors: [CollectorSpecification]
    let reshapings: [Reshaping]
    let descriptions: [ResultDescription]
    let limits: [LimitTemplate]
    let verbLists: [[VerbID]]
    /// Registers of the outermost frame that outlive the run, by name.
    let globals: [String: Int]
    /// The register of each `param`.
    let parameters: [ParameterTemplate]
    /// Its file says so, and whoever carries it out holds it to that.
    public let isReadOnly: Bool

    init(_ pool: ProgramPool, functions: [FunctionBuilder], globals: [String: Int], parameters: [ParameterTemplate]) {
        isReadOnly = pool.isReadOnly
        var code: [Instruction] = []
        var locations: [SourceLocation] = []
        var compiled: [CompiledFunction] = []
        for builder in functions {
            let base = code.count
            compiled.append(CompiledFunction(builder, base: base))
            code += builder.code.linked(base: base)
            locations += builder.code.ranges.map { SourceLocation(builder.file, $0) }
        }
        regions = IntegerRegion.find(in: &code, constants: pool.constants)
        self.code = code
        self.locations = locations
        self.functions = compiled
        constants = pool.constants
        texts = TextTemplates(pool.texts)
        shapes = pool.shapes
        faults = pool.faults
        fieldNames = pool.fieldNames
        fieldPlaces = pool.fieldPlaces
        gapFields = pool.gapFields
        commands = pool.commands
        collectors = pool.collectors
        reshapings = pool.reshapings
        descriptions = pool.descriptions
        limits = pool.limits
        verbLists = pool.verbLists
        self.globals = globals
        self.parameters = parameters
    }
}

/// The program, or a `define`.
final class CompiledFunction: Sendable {
    let name: String
    /// Where to begin with so many optional arguments given; the last begins with all.
    let entries: [Int]
    let requiredCount: Int
    let registerCount: Int
    let objectCount: Int
    /// Innermost first.
    let handlers: [Handler]
    let cleanups: [Cleanup]

    init(_ builder: FunctionBuilder, base: Int) {
        name = builder.name
        entries = builder.entries.map { $0 + base }
        requiredCount = builder.requiredCount
        registerCount = builder.registers.count
        objectCount = builder.registers.objectCount
        handlers = builder.code.handlers.map {
            Handler(
                range: $0.range.lowerBound + base..<$0.range.upperBound + base,
                target: builder.code.position(of: $0.target) + base, kind: $0.kind)
        }
        cleanups = builder.code.cleanups.map {
            Cleanup(
                range: $0.range.lowerBound + base..<$0.range.upperBound + base, register: $0.register, kind: $0.kind)
        }
    }
}

/// What catches a failure raised in a range of instructions.
struct Handler: Sendable {
    enum Kind: Sendable {
        /// `try`: the failure goes to the register.
        case attempt(error: Int)
        /// A row of a loop: counts it and goes on.
        case row(RowHandler)
        /// A row of a loop that goes one by one: lets the failure pass, with what is left undone.
        case onlyRow(RowHandler)
        /// The source of a pipeline that is told from others by its first register: its rows end, and what they were to
        /// be given to goes on.
        case endOfRows(pipeline: Int)
    }
    let range: Range<Int>
    let target: Int
    let kind: Kind

    /// The loop whose row it is, if any.
    var loop: RowHandler? {
        switch kind {
        case .row(let row), .onlyRow(let row): row
        case .attempt, .endOfRows: nil
        }
    }
}

/// The registers of a loop that counts what fails.
struct RowHandler: Sendable {
    /// Holds the number of failures, and the register after it the gravest of their statuses.
    let failures: Int
    /// Holds the number of rows begun, or the base of a counted range.
    let rows: Int
    let isRange: Bool
    /// Holds the row at hand, and what the loop calls it.
    let row: Int
    let name: String
    /// A `gate` stands before the body: when the run ends, the rows still to come are told as not sent.
    let isGated: Bool
    /// Its rows write to the account, rather than only read.
    let writes: Bool
    /// It is a stage of a pipeline. What only describes a statement has no rows there that could fail one by one.
    var isStage = false
}

/// What must be released when a failure or an exit leaves a range of instructions.
struct Cleanup: Sendable {
    enum Kind: Sendable, Equatable {
        case source, writer, limit, loop, rows
        /// A statement under a word; the register holds the word around it. Outside of loops and definitions its calls are
        /// told together.
        case prefix(isOutside: Bool)
    }
    let range: Range<Int>
    let register: Int
    let kind: Kind
}

/// Registers that hold the amounts of a `limit`.
struct LimitTemplate: Sendable {
    var calls: Int?
    var quota: Int?
    var time: (register: Int, unit: DurationUnit)?
}

struct ParameterTemplate: Sendable {
    let name: String
    let register: Int
    let isRequired: Bool
    let location: SourceLocation
}
