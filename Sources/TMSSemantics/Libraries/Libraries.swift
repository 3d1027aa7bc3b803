import TMSSyntax

/// The files a program uses, read through the context, each once, those used by others first.
struct Libraries {
    private(set) var programs: [ProgramSyntax] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Where the parser reported errors, by library.
    private(set) var parserErrors: [String: [SourceRange]] = [:]
    /// Some of it could not be read, so that nobody knows all definitions.
    var areIncomplete: Bool { diagnostics.contains { $0.severity == .error } }
    private let vocabulary: Vocabulary
    private let context: any CheckContext
    private var done: Set<String> = []
    /// Chains of `use` longer than this are surely a mistake, and the stack is not endless.
    private static let deepest = 100

    init(vocabulary: Vocabulary, context: any CheckContext) {
        self.vocabulary = vocabulary
        self.context = context
    }

    mutating func load(usedBy program: ProgramSyntax) { load(usedBy: program, chain: [program.file.name]) }

    private mutating func load(usedBy program: ProgramSyntax, chain: [String]) {
        for statement in program.statements {
            guard case .use(let path) = statement.kind else { continue }
            load(path, in: program.file, chain: chain)
        }
    }

    private mutating func load(_ path: ExpressionSyntax, in file: SourceFile, chain: [String]) {
        let place = SourceLocation(file, path.range)
        guard let name = path.literalText else {
            diagnostics.append(CheckDiagnostics.notALiteral("the file of a `use`", at: place))
            return
        }
        let library: SourceFile
        do throws(Diagnostic) {
            guard let found = try context.library(name, relativeTo: file) else {
                diagnostics.append(CheckDiagnostics.unreadableLibrary(name, at: place))
                return
            }
            library = found
        } catch {
            var told = error
            told.location = place
            diagnostics.append(told)
            return
        }
        guard !chain.contains(library.name), chain.count < Libraries.deepest else {
            diagnostics.append(CheckDiagnostics.libraryCircle(chain + [library.name], at: place))
            return
        }
        guard done.insert(library.name).inserted else { return }
        let parsed = parse(library, vocabulary: vocabulary)
        diagnostics += parsed.diagnostics
        parserErrors[library.name] = parsed.diagnostics.errorRanges
        load(usedBy: parsed.program, chain: chain + [library.name])
        programs.append(parsed.program)
    }
}

extension [Diagnostic] {
    /// The places of the errors.
    var errorRanges: [SourceRange] { compactMap { $0.severity == .error ? $0.location?.range : nil } }
}
