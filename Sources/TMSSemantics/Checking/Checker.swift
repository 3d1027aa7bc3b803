import TMSSyntax

/// Walks the tree of one file and says what is wrong before anything is run.
///
/// Its extensions hold one concern each; this file holds what they share. What has a state of its own is a type of its own.
struct Checker {
    let input: CheckInput
    let isInteractive: Bool

    /// The file whose statements are being walked.
    let file: SourceFile
    let isLibrary: Bool
    private(set) var log: FileDiagnostics
    var scopes = Scopes()
    /// The places that call a definition.
    var calls: [DefinitionCall] = []
    /// The loops around the place, outermost first.
    var loops: [LoopFrame] = []
    var isInDefinition = false
    /// Variables from this place on in `scopes.bindings` belong to the definition being walked.
    var definitionFloor = 0
    /// What `where` and `set` see as the row; `nil` outside of stages.
    var row: StaticType?
    /// The kinds of what the `return`s so far give back.
    var returned: [StaticType] = []
    /// Inside of a `where`.
    var isInCondition = false
    /// What is known of the values in the rows of the pipeline at hand.
    var wanted = WantedValues()
    /// Where the file says `read only`.
    var promise: SourceRange?
    /// Under `plan`, `explain` or `curl`, where no write is sent.
    var isWithheld = false

    /// Names that are given a new value somewhere, so that their kind is not certain.
    private let reassigned: Set<String>
    private let tables: FieldTables
    var literals: LiteralVerdicts
    var headers: FileHeaders
    /// Where top-level variables get their first value, for those used too early; made when first asked for.
    lazy var declaredAtTop = program.declaredAtTop
    private let program: ProgramSyntax

    struct LoopFrame {
        var head: SourceRange
        /// `nil` for `while`.
        var variable: String?
        var body: BlockSyntax
    }

    init(_ program: ProgramSyntax, _ input: CheckInput, parserErrors: [SourceRange], isLibrary: Bool) {
        self.input = input
        self.isLibrary = isLibrary
        isInteractive = input.context.isInteractive && !isLibrary
        self.program = program
        file = program.file
        log = FileDiagnostics(file, parserErrors: parserErrors)
        reassigned = AssignedNames.within(program.statements)
        tables = FieldTables(input.vocabulary)
        literals = LiteralVerdicts(input.context)
        headers = FileHeaders(file, input.vocabulary, input.context)
    }

    var vocabulary: Vocabulary { input.vocabulary }
    var context: any CheckContext { input.context }
    var definitions: [String: Definition] { input.definitions }
}

/// What the checkers of all files of a program are given.
struct CheckInput {
    let vocabulary: Vocabulary
    let context: any CheckContext
    let definitions: [String: Definition]
    let definitionEffects: DefinitionEffects
    /// False where a file that is used could not be read: a name that nobody knows may be defined there.
    let knowsDefinitions: Bool
    let results = DefinitionResults()
}

// MARK: - Reporting

extension Checker {
    func place(_ range: SourceRange) -> SourceLocation { SourceLocation(file, range) }

    /// Adds a diagnostic, unless the parser has reported an error in the same words.
    mutating func report(_ diagnostic: Diagnostic) { log.report(diagnostic) }
}

// MARK: - Variables and kinds

extension Checker {
    mutating func declare(_ name: NameSyntax, _ type: StaticType, _ origin: Scopes.Binding.Origin) {
        let certain = reassigned.contains(name.name) ? StaticType.unknown : type
        scopes.declare(name.name, at: name.range, certain, origin, loopDepth: loops.count)
    }

    mutating func give(_ name: String, _ type: StaticType) {
        scopes.give(name, type, loopDepth: loops.count)
    }

    func row(ofSchema name: String) -> RowType { tables[name].map { RowType($0) } ?? .open }
}

extension ProgramSyntax {
    fileprivate var declaredAtTop: [String: SourceRange] {
        var declared: [String: SourceRange] = [:]
        for statement in statements {
            if case .let(let name, _) = statement.kind, declared[name.name] == nil { declared[name.name] = name.range }
        }
        return declared
    }
}
