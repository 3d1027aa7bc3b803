/// What a code means, for `help E0107` and for docs/diagnostics.md.
public struct DiagnosticEntry: Sendable, Equatable {
    public var code: String
    /// One line: "A clause the verb does not have".
    public var title: String
    /// Why it is a mistake and what to write instead; a few sentences.
    public var explanation: String
    /// A text that gives this diagnostic.
    public var example: String

    public init(_ code: String, _ title: String, _ explanation: String, example: String) {
        self.code = code
        self.title = title
        self.explanation = explanation
        self.example = example
    }
}

/// The entries of one phase. Each phase declares its own (`DiagnosticCatalogue.syntax`).
public struct DiagnosticCatalogue: Sendable {
    public var entries: [DiagnosticEntry]

    public init(_ entries: [DiagnosticEntry]) { self.entries = entries }

    public func entry(_ code: String) -> DiagnosticEntry? {
        let code = code.uppercased()
        return entries.first { $0.code == code }
    }
}
