public import TMSSyntax

/// Whatever can run a script from a fresh, seeded account.
public protocol ScriptRunner: Sendable {
    /// `folder`: where the files it opens and uses lie.
    func run(_ script: SourceFile, in folder: String) async -> ScriptRun
}

/// What a run said.
public struct ScriptRun: Sendable {
    /// Lines that one top-level statement printed.
    public struct Output: Sendable {
        /// The line on which the statement ends, from 1.
        public var line: Int
        public var lines: [String]
        public init(line: Int, lines: [String]) {
            self.line = line
            self.lines = lines
        }
    }

    public var outputs: [Output]
    public var diagnostics: [Diagnostic]
    public var status: Int

    public init(outputs: [Output] = [], diagnostics: [Diagnostic] = [], status: Int = 0) {
        self.outputs = outputs
        self.diagnostics = diagnostics
        self.status = status
    }

    /// All output as one text.
    var outputText: String { outputs.flatMap(\.lines).map { $0 + "\n" }.joined() }

    var withoutOutput: ScriptRun { ScriptRun(diagnostics: diagnostics, status: status) }
}
