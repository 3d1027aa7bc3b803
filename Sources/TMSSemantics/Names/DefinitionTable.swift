import TMSSyntax

/// Every definition in reach, by name; hoisted, so that a script may call what stands below.
struct DefinitionTable {
    private(set) var definitions: [String: Definition]
    private(set) var diagnostics: [Diagnostic] = []
    /// Names defined by these files, as opposed to earlier lines of the shell, which may be replaced.
    private var own: Set<String> = []
    private let verbs: Set<String>

    init(vocabulary: Vocabulary, known: [String: Definition]) {
        definitions = known
        verbs = Set(vocabulary.verbs.compactMap { $0.words.count == 1 ? $0.words.first : nil })
    }

    mutating func add(_ program: ProgramSyntax) {
        for statement in program.statements {
            if case .define(let definition) = statement.kind { add(definition, in: program.file) }
        }
    }

    private mutating func add(_ definition: DefineSyntax, in file: SourceFile) {
        let name = definition.name.name
        let place = SourceLocation(file, definition.name.range)
        if name.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            diagnostics.append(CheckDiagnostics.digitInDefinition(name, at: place))
        } else if verbs.contains(name) {
            diagnostics.append(CheckDiagnostics.definedAsBuiltIn(name, "verb", at: place))
        } else if Function.named(name) != nil {
            diagnostics.append(CheckDiagnostics.definedAsBuiltIn(name, "function", at: place))
        } else if !own.insert(name).inserted, let first = definitions[name] {
            let firstPlace = SourceLocation(first.file, first.syntax.name.range)
            diagnostics.append(CheckDiagnostics.definedTwice(name, at: place, first: firstPlace))
            return
        }
        definitions[name] = Definition(syntax: definition, file: file)
    }
}
