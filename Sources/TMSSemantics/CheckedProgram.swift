public import TMSSyntax

/// A program that has passed the checker: what the compiler needs beyond the tree.
public struct CheckedProgram: Sendable {
    public var program: ProgramSyntax
    /// The trees of the files named by `use`, each once, dependencies first.
    public var libraries: [ProgramSyntax]
    /// Every definition in reach, by name.
    public var definitions: [String: Definition]
    /// The `param`s at the top of the file, in order.
    public var parameters: [ParamSyntax]
    public var isReadOnly: Bool
    public var loops: CheckedLoops
    /// What running it can do to the account, at the worst.
    public var effects: EffectBound
    /// The commands that take their rows from a file (`track from "orders.csv"`, `open "orders.csv" | track`), in their
    /// order.
    public var fileCommands: [CommandSyntax] = []
    /// The results it shows, in order.
    public var results: [ShownResult]
    /// The names that it declares, and where they are used.
    public internal(set) var symbols = SymbolTable()
    public var diagnostics: [Diagnostic]

    public init(
        program: ProgramSyntax, libraries: [ProgramSyntax] = [], definitions: [String: Definition] = [:],
        parameters: [ParamSyntax] = [], isReadOnly: Bool = false, loops: CheckedLoops = CheckedLoops(),
        effects: EffectBound = EffectBound(), results: [ShownResult] = [], diagnostics: [Diagnostic] = []
    ) {
        self.program = program
        self.libraries = libraries
        self.definitions = definitions
        self.parameters = parameters
        self.isReadOnly = isReadOnly
        self.loops = loops
        self.effects = effects
        self.results = results
        self.diagnostics = diagnostics
    }

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A `define` with the file it stands in.
public struct Definition: Sendable {
    public var syntax: DefineSyntax
    public var file: SourceFile
    public init(syntax: DefineSyntax, file: SourceFile) {
        self.syntax = syntax
        self.file = file
    }
}

/// What the checker may ask about the world outside the text; it does no I/O of its own.
public protocol CheckContext {
    /// Variables that exist before the first statement: the shell's earlier `let`s, `last`.
    var variables: Set<String> { get }
    /// Definitions from earlier lines of the shell.
    var definitions: [String: Definition] { get }
    /// Whether this is a line of the interactive shell (`@3`, `those`, `$last` allowed).
    var isInteractive: Bool { get }
    /// The form of output asked for with `--format`.
    var outputFormat: OutputFormat? { get }
    /// The text of a file named by `use`, relative to `file`; `nil` if it cannot be read.
    /// - Throws: what keeps the bytes of the file from being a script.
    func library(_ path: String, relativeTo file: SourceFile) throws(Diagnostic) -> SourceFile?
    /// The column names of a table, if it can be read.
    func header(of question: FileQuestion, relativeTo file: SourceFile) -> [String]?
    /// Whether bytes can be read in the encoding of this name.
    func validate(encoding name: String) -> LiteralVerdict
    /// The one spelling of a literal of this kind; `nil` where it is none.
    func normalForm(of literal: String, as kind: ValueKind) -> String?
    /// Validates a literal for a slot: the normal form, or what is wrong with near names.
    func validate(_ literal: String, as kind: ValueKind) -> LiteralVerdict
    /// Validates a word that stands without quotes, where what is nearly a known word is a slip.
    func validate(word: String, as kind: ValueKind) -> LiteralVerdict
}

/// A file with what a script says of its form, all written out.
public struct FileQuestion: Hashable, Sendable {
    public var path: String
    public var said: [FileClause: String]
    public init(path: String, said: [FileClause: String] = [:]) {
        self.path = path
        self.said = said
    }
}

extension CheckContext {
    public func validate(encoding name: String) -> LiteralVerdict { .valid }
    public var outputFormat: OutputFormat? { nil }

    public func validate(word: String, as kind: ValueKind) -> LiteralVerdict { validate(word, as: kind) }
    public func normalForm(of literal: String, as kind: ValueKind) -> String? { nil }
}

public enum LiteralVerdict: Sendable, Equatable {
    case valid
    /// `message`: "there is no carrier `upps`"; `suggestion`: the nearest word that is valid;
    /// `remedy`: what else can be done.
    case invalid(message: String, suggestion: String?, remedy: String? = nil)
}
