import TMSSyntax

/// What is found wrong in one file, beside what its parser has found.
struct FileDiagnostics {
    private let file: SourceFile
    /// Where the parser has reported an error, in order.
    private let parserErrors: [SourceRange]
    private(set) var all: [Diagnostic] = []
    /// How many of them are errors.
    private(set) var errorCount = 0

    init(_ file: SourceFile, parserErrors: [SourceRange]) {
        self.file = file
        self.parserErrors = parserErrors.sorted { $0.lower < $1.lower }
    }

    /// Adds a diagnostic, unless the parser has reported an error in the same words.
    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error {
            if let range = diagnostic.location?.range, hasParserError(in: range) { return }
            errorCount += 1
        }
        all.append(diagnostic)
    }

    var hasParserErrors: Bool { !parserErrors.isEmpty }

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
