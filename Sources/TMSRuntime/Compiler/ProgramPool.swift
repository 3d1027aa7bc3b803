public import TMSSemantics
public import TMSSyntax

/// What all functions of a program share while they are compiled.
final class ProgramPool {
    let vocabulary: Vocabulary
    var constants: [Value] = []
    /// Strings with places to fill, which are `nil`.
    var texts: [[String?]] = []
    var shapes: [Shape] = []
    var faults: [Fault] = []
    var fieldNames: [NamedField] = []
    /// Where each name of a field stands first.
    private(set) var fieldPlaces: [String: SourceLocation] = [:]
    var gapFields: [String] = []
    var commands: [CommandTemplate] = []
    var collectors: [CollectorSpecification] = []
    var reshapings: [Reshaping] = []
    var descriptions: [ResultDescription] = []
    var limits: [LimitTemplate] = []
    var verbLists: [[VerbID]] = []
    /// By name, once caches are shared.
    private var sharedCaches: [NamedField: Int] = [:]
    /// The first place at which the program was too large for its instructions.
    private(set) var tooLarge: SourceLocation?

    /// Definitions by name, and their places among the functions (from 1; 0 is the program).
    let definitions: [String: Definition]
    let definitionPlaces: [String: Int]
    let definitionNames: [String]
    /// What each piece of the program can do.
    let effects: EffectAnalysis
    private let loops: CheckedLoops
    let isReadOnly: Bool

    init(_ checked: CheckedProgram, vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        isReadOnly = checked.isReadOnly
        definitions = checked.definitions
        loops = checked.loops
        definitionNames = checked.definitions.keys.sorted()
        definitionPlaces = Dictionary(
            definitionNames.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        effects = EffectAnalysis(vocabulary: vocabulary, definitions: checked.definitions)
    }

    func isIndependent(_ range: SourceRange, in file: SourceFile) -> Bool {
        loops.isIndependent(range, in: file)
    }

    func constant(_ value: Value) -> Int { add(value, to: &constants) }
    func text(_ pieces: [String?]) -> Int { add(pieces, to: &texts) }
    func shape(_ shape: Shape) -> Int { add(shape, to: &shapes) }
    func fault(_ fault: Fault) -> Int { add(fault, to: &faults) }
    /// Every place that reads a field has a cache of its own while there are few; then places of one name share one.
    func fieldCache(_ name: String, _ use: FieldUse) -> Int {
        let field = NamedField(name: name, use: use)
        guard fieldNames.count >= ProgramPool.mostOwnCaches else { return add(field, to: &fieldNames) }
        if sharedCaches.isEmpty {
            for (place, known) in fieldNames.enumerated() where sharedCaches[known] == nil {
                sharedCaches[known] = place
            }
        }
        if let known = sharedCaches[field] { return known }
        let place = add(field, to: &fieldNames)
        sharedCaches[field] = place
        return place
    }

    /// Remembers where a field is named first.
    func place(ofField name: String, _ location: SourceLocation) {
        if fieldPlaces[name] == nil { fieldPlaces[name] = location }
    }

    /// Whether several places may read through a cache, so that it cannot keep the constant of one of them.
    var sharesCaches: Bool { !sharedCaches.isEmpty }

    /// Operands of an instruction reach 65,535; the rest is for names that come later.
    private static let mostOwnCaches = 32_768

    /// Notes that some operand does not fit its instruction: the program is not to be run.
    func refuse(_ place: SourceLocation) { tooLarge = tooLarge ?? place }

    func gap(_ field: String) -> Int { add(field, to: &gapFields) }
    func command(_ command: CommandTemplate) -> Int { add(command, to: &commands) }
    func collector(_ collector: CollectorSpecification) -> Int { add(collector, to: &collectors) }
    func reshaping(_ reshaping: Reshaping) -> Int { add(reshaping, to: &reshapings) }
    func description(_ description: ResultDescription) -> Int { add(description, to: &descriptions) }
    func limit(_ limit: LimitTemplate) -> Int { add(limit, to: &limits) }
    func verbList(_ verbs: [VerbID]) -> Int { add(verbs, to: &verbLists) }

    private func add<Element>(_ element: Element, to table: inout [Element]) -> Int {
        table.append(element)
        return table.count - 1
    }
}

extension CompiledProgram {
    /// Compiles a program that the checker found no error in. What it cannot make sense of fails when it is reached.
    public static func compile(_ checked: CheckedProgram, vocabulary: Vocabulary) -> CompiledProgram {
        let pool = ProgramPool(checked, vocabulary: vocabulary)
        let main = FunctionBuilder(name: "", file: checked.program.file, pool: pool, main: nil)
        let parameters = main.parameters(checked.parameters)
        main.program(checked.program.statements)
        var functions = [main]
        for name in pool.definitionNames {
            guard let definition = pool.definitions[name] else { continue }
            let builder = FunctionBuilder(name: name, file: definition.file, pool: pool, main: main)
            builder.definition(definition.syntax)
            functions.append(builder)
        }
        let program = CompiledProgram(
            pool, functions: functions, globals: main.registers.globals, parameters: parameters)
        if let place = pool.tooLarge { return .refused(checked, vocabulary: vocabulary, at: place) }
        assert(program.problems.isEmpty, "the compiler made \(program.problems)")
        return program
    }

    /// A program that fails at once, before it does anything.
    private static func refused(
        _ checked: CheckedProgram, vocabulary: Vocabulary, at place: SourceLocation
    ) -> CompiledProgram {
        let pool = ProgramPool(checked, vocabulary: vocabulary)
        let main = FunctionBuilder(name: "", file: place.file, pool: pool, main: nil)
        main.code.raise(.tooLargeToCompile, at: place.range)
        main.code.emit(.halt, at: place.range)
        return CompiledProgram(pool, functions: [main], globals: [:], parameters: [])
    }
}
