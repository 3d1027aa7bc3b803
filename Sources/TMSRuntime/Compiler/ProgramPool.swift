public import TMSSemantics
public import TMSSyntax

/// What all functions of a program share while they are compiled.
final class ProgramPool {
    let vocabulary: Vocabulary
    var constants: [Value] = []
    var shapes: [Shape] = []
    var faults: [Fault] = []
    var fieldNames: [String] = []
    var commands: [CommandTemplate] = []
    var collectors: [CollectorSpecification] = []
    var reshapings: [Reshaping] = []
    var descriptions: [ResultDescription] = []
    var limits: [LimitTemplate] = []

    /// Definitions by name, and their places among the functions (from 1; 0 is the program).
    let definitions: [String: Definition]
    let definitionPlaces: [String: Int]
    let definitionNames: [String]
    /// Definitions that send a write, themselves or by what they call.
    let writingDefinitions: Set<String>
    private let loops: [LoopKey: LoopIndependence]

    init(_ checked: CheckedProgram, vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        definitions = checked.definitions
        loops = checked.loops
        definitionNames = checked.definitions.keys.sorted()
        definitionPlaces = Dictionary(
            definitionNames.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        writingDefinitions = WriteAnalysis.writingDefinitions(checked.definitions, vocabulary: vocabulary)
    }

    func isIndependent(_ range: SourceRange, in file: SourceFile) -> Bool {
        loops[LoopKey(file: file.name, range: range)] == .independent
    }

    func constant(_ value: Value) -> Int { add(value, to: &constants) }
    func shape(_ shape: Shape) -> Int { add(shape, to: &shapes) }
    func fault(_ fault: Fault) -> Int { add(fault, to: &faults) }
    func fieldCache(_ name: String) -> Int { add(name, to: &fieldNames) }
    func command(_ command: CommandTemplate) -> Int { add(command, to: &commands) }
    func collector(_ collector: CollectorSpecification) -> Int { add(collector, to: &collectors) }
    func reshaping(_ reshaping: Reshaping) -> Int { add(reshaping, to: &reshapings) }
    func description(_ description: ResultDescription) -> Int { add(description, to: &descriptions) }
    func limit(_ limit: LimitTemplate) -> Int { add(limit, to: &limits) }

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
        return CompiledProgram(pool, functions: functions, globals: main.globals, parameters: parameters)
    }
}
