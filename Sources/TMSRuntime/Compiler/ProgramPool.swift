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
    var fieldNames: [String] = []
    var gapFields: [String] = []
    var commands: [CommandTemplate] = []
    var collectors: [CollectorSpecification] = []
    var reshapings: [Reshaping] = []
    var descriptions: [ResultDescription] = []
    var limits: [LimitTemplate] = []
    var verbLists: [[VerbID]] = []

    /// Definitions by name, and their places among the functions (from 1; 0 is the program).
    let definitions: [String: Definition]
    let definitionPlaces: [String: Int]
    let definitionNames: [String]
    /// Definitions called under `plan`, `explain` or `curl`, which hold for what they call in turn; their places follow
    /// those of the plain ones.
    private(set) var prefixed: [(name: String, prefix: StatementSyntax.Prefix)] = []
    /// Definitions that send a write, themselves or by what they call.
    let writingDefinitions: Set<String>
    private let irreversible: WriteAnalysis
    private let asking: WriteAnalysis
    private let loops: LoopJudgements
    let isReadOnly: Bool

    init(_ checked: CheckedProgram, vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        isReadOnly = checked.isReadOnly
        definitions = checked.definitions
        loops = checked.loops
        definitionNames = checked.definitions.keys.sorted()
        definitionPlaces = Dictionary(
            definitionNames.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        writingDefinitions =
            WriteAnalysis(vocabulary: vocabulary, definitions: checked.definitions) { $0.effect(of: $1).isWrite }
            .writing
        irreversible =
            WriteAnalysis(vocabulary: vocabulary, definitions: checked.definitions) { signature, _ in
                signature.isIrreversible
            }
        asking =
            WriteAnalysis(vocabulary: vocabulary, definitions: checked.definitions) { signature, _ in
                signature.effect != .none
            }
    }

    func isIndependent(_ range: SourceRange, in file: SourceFile) -> Bool {
        loops.isIndependent(range, in: file)
    }

    /// Whether running it may do what cannot be taken back.
    func isIrreversible(_ body: BlockSyntax) -> Bool { irreversible.writes(body) }

    /// Whether running it may ask the service something, so that there are answers to wait for.
    func asksTheService(_ body: BlockSyntax) -> Bool { asking.writes(body) }

    /// The verbs that ask the service something in a piece of the tree, itself or by what it calls.
    func verbs(in piece: (WriteAnalysis) -> Bool) -> [VerbID] {
        vocabulary.verbs.indices.filter { place in
            let signature = vocabulary.verbs[place]
            guard signature.effect != .none else { return false }
            return piece(
                WriteAnalysis(vocabulary: vocabulary, definitions: definitions) { found, _ in
                    found.name == signature.name
                })
        }.map(VerbID.init)
    }

    /// The place of a definition among the functions, as it runs under a prefix.
    func place(of name: String, under prefix: StatementSyntax.Prefix?) -> Int? {
        guard let prefix, definitionPlaces[name] != nil else { return definitionPlaces[name] }
        let known = prefixed.firstIndex { $0.name == name && $0.prefix == prefix }
        if known == nil { prefixed.append((name, prefix)) }
        return definitionNames.count + 1 + (known ?? prefixed.count - 1)
    }

    func constant(_ value: Value) -> Int { add(value, to: &constants) }
    func text(_ pieces: [String?]) -> Int { add(pieces, to: &texts) }
    func shape(_ shape: Shape) -> Int { add(shape, to: &shapes) }
    func fault(_ fault: Fault) -> Int { add(fault, to: &faults) }
    func fieldCache(_ name: String) -> Int { add(name, to: &fieldNames) }
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
        // Compiling one may call for another.
        var next = 0
        while next < pool.prefixed.count {
            let (name, prefix) = pool.prefixed[next]
            next += 1
            guard let definition = pool.definitions[name] else { continue }
            let builder = FunctionBuilder(name: name, file: definition.file, pool: pool, main: main)
            builder.prefix = prefix
            builder.definition(definition.syntax)
            functions.append(builder)
        }
        return CompiledProgram(pool, functions: functions, globals: main.globals, parameters: parameters)
    }
}
