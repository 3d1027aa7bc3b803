/// What reading a text gave: always a tree, and what is wrong with the text.
public struct ParseResult: Sendable {
    public var program: ProgramSyntax
    public var diagnostics: [Diagnostic]
    /// The text ends where more must come (an open brace, a trailing pipe): a fact of its own, beside *wrong*.
    public var isIncomplete: Bool

    public init(program: ProgramSyntax, diagnostics: [Diagnostic], isIncomplete: Bool) {
        self.program = program
        self.diagnostics = diagnostics
        self.isIncomplete = isIncomplete
    }

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
