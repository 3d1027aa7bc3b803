import TMSSyntax

/// Walks the tree of one file and says what is wrong before anything is run.
///
/// Its extensions hold one concern each; this file holds what they share.
struct Checker {
    let vocabulary: Vocabulary
    let context: any CheckContext
    let definitions: [String: Definition]
    let definitionEffects: DefinitionEffects
    let results: DefinitionResults
    let isInteractive: Bool

    /// The file whose statements are being walked.
    let file: SourceFile
    let isLibrary: Bool
    /// False where a file that is used could not be read: a name that nobody knows may be defined there.
    let knowsDefinitions: Bool
    var diagnostics: [Diagnostic] = []
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
    /// What the verb of the pipeline was asked for, by field: `list status transit` gives rows of one status.
    var asked: [String: Set<String>] = [:]
    /// Where the file says `read only`.
    var promise: SourceRange?
    /// Under `plan`, `explain` or `curl`, where no write is sent.
    var isWithheld = false

    /// Names that are given a new value somewhere, so that their kind is not certain.
    private let reassigned: Set<String>
    /// Where the parser has reported an error, in order.
    let parserErrors: [SourceRange]
    private let tables: FieldTables
    var verdicts: [Literal: LiteralVerdict] = [:]
    var headers: [FileQuestion: RowType?] = [:]
    /// Where top-level variables get their first value, for those used too early; made when first asked for.
    lazy var declaredAtTop = program.declaredAtTop
    private let program: ProgramSyntax

    struct LoopFrame {
        var head: SourceRange
        /// `nil` for `while`.
        var variable: String?
        var body: BlockSyntax
    }

    init(
        _ program: ProgramSyntax, vocabulary: Vocabulary, context: any CheckContext,
        definitions: [String: Definition], definitionEffects: DefinitionEffects, results: DefinitionResults,
        parserErrors: [SourceRange], isLibrary: Bool, knowsDefinitions: Bool
    ) {
        self.vocabulary = vocabulary
        self.context = context
        self.definitions = definitions
        self.definitionEffects = definitionEffects
        self.results = results
        self.isLibrary = isLibrary
        self.knowsDefinitions = knowsDefinitions
        isInteractive = context.isInteractive && !isLibrary
        self.program = program
        file = program.file
        self.parserErrors = parserErrors.sorted { $0.lower < $1.lower }
        reassigned = AssignedNames.within(program.statements)
        tables = FieldTables(vocabulary)
    }
}

// MARK: - Reporting

extension Checker {
    func place(_ range: SourceRange) -> SourceLocation { SourceLocation(file, range) }

    /// Adds a diagnostic, unless the parser has reported an error in the same words.
    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error, let range = diagnostic.location?.range, hasParserError(in: range) { return }
        diagnostics.append(diagnostic)
    }

    var errorCount: Int { diagnostics.count { $0.severity == .error } }

    /// Whether the parser has reported an error in the word that follows.
    func hasParserError(justAfter range: SourceRange) -> Bool {
        parserErrors.contains {
            $0.lower > range.upper && $0.lower < range.upper + 8
                && file.slice(SourceRange(range.upper, $0.lower)).allSatisfy { $0 == " " }
        }
    }

    func hasParserError(in range: SourceRange) -> Bool {
        guard !parserErrors.isEmpty else { return false }
        return parserErrors.contains {
            $0.lower < max(range.upper, range.lower + 1) && range.lower < max($0.upper, $0.lower + 1)
        }
    }
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
