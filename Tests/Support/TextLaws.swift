public import TMSSemantics
public import TMSSyntax

/// What holds of every text, whatever stands in it. Held over generated programs, over broken ones, and by the fuzzer.
public struct TextLaws: Sendable {
    private let vocabulary: Vocabulary
    private let context: any CheckContext & Sendable

    public init(vocabulary: Vocabulary, context: any CheckContext & Sendable = NoFiles()) {
        self.vocabulary = vocabulary
        self.context = context
    }

    /// The law of broken texts that the text breaks, which are those of all texts but printing and checking.
    public func brokenByReading(_ text: String) -> String? {
        let parsed = parse(SourceFile(name: "text.tms", text: text), vocabulary: vocabulary)
        if parsed.isIncomplete, !parsed.hasErrors { return "it is incomplete and yet without an error" }
        return places(of: parsed.diagnostics) ?? extent(of: parsed.program)
    }

    /// The law that the text breaks, in words; `nil` where all hold.
    public func broken(by text: String) -> String? {
        let file = SourceFile(name: "text.tms", text: text)
        if let words = brokenByReading(text) { return words }
        let parsed = parse(file, vocabulary: vocabulary)
        _ = expectations(atEndOf: file, vocabulary: vocabulary)
        // Broken trees are printed too, if only to see that it does no harm.
        let printed = printed(parsed.program, vocabulary: vocabulary)
        if let words = places(of: check(parsed, vocabulary: vocabulary, context: context).diagnostics) { return words }
        return parsed.hasErrors ? keptAsItIs(file) : meaningIsKept(file, parsed.program, printed)
    }
}

extension TextLaws {
    private func meaningIsKept(_ file: SourceFile, _ program: ProgramSyntax, _ printed: String) -> String? {
        if let words = isRead(printed, as: program) { return "printed, " + words }
        let formatted = format(file, vocabulary: vocabulary)
        if let words = isRead(formatted, as: program) { return "formatted, " + words }
        let again = format(SourceFile(name: "again.tms", text: formatted), vocabulary: vocabulary)
        if again != formatted { return "formatting twice is not formatting once:\n\(formatted)\n---\n\(again)" }
        let (before, after) = (comments(of: file), comments(of: SourceFile(name: "", text: formatted)))
        return before == after ? nil : "formatting changed the comments:\n\(before)\n\(after)"
    }

    private func isRead(_ text: String, as program: ProgramSyntax) -> String? {
        let back = parse(SourceFile(name: "back.tms", text: text), vocabulary: vocabulary)
        if let error = back.diagnostics.first(where: { $0.severity == .error }) {
            return "it is refused: \(error.message)\n\(text)"
        }
        if back.program.isSameTree(as: program) { return nil }
        return "it means something else:\n\(text)\n\(program.outline)\n---\n\(back.program.outline)"
    }

    private func keptAsItIs(_ file: SourceFile) -> String? {
        format(file, vocabulary: vocabulary) == file.text ? nil : "a text with errors was formatted"
    }

    private func comments(of file: SourceFile) -> [String] {
        file.comments.map { file.slice($0).trailingBlanksDropped }.sorted()
    }
}

// Places.
extension TextLaws {
    private func places(of diagnostics: [Diagnostic]) -> String? {
        for diagnostic in diagnostics {
            guard let location = diagnostic.location else { return "`\(diagnostic.message)` has no place" }
            let edits = diagnostic.fixIts.flatMap(\.edits)
            let ranges = [location.range] + diagnostic.labels.map(\.range) + edits.map(\.range)
            for range in ranges where !location.file.holds(range) {
                return "`\(diagnostic.message)` points at \(range.lower)..<\(range.upper)"
            }
            for position in [location.range.lower, location.range.upper].map(location.file.position) {
                guard position.column >= 1, position.utf16Column >= position.column,
                    position.utf8Column >= position.utf16Column
                else { return "`\(diagnostic.message)` has the columns \(position)" }
            }
            _ = DiagnosticRenderer(width: 40).render(diagnostic)
            _ = diagnostic.json
        }
        return nil
    }

    /// Statements stand one after the other, each within the text, and between them is nothing but comments, blanks and
    /// marks that end or close.
    private func extent(of program: ProgramSyntax) -> String? {
        let file = program.file
        var covered = program.statements.map(\.range)
        var upper = 0
        for range in covered {
            guard range.lower >= upper, file.holds(range) else { return "a statement has the range \(range)" }
            upper = range.upper
        }
        covered += file.comments
        covered.sort { $0.lower < $1.lower }
        var place = 0
        for range in covered + [SourceRange(file.utf8.count, file.utf8.count)] {
            let between = file.slice(SourceRange(place, range.lower))
            if between.unicodeScalars.contains(where: { !isBetweenStatements($0) }) {
                return "the tree leaves out `\(between)`"
            }
            place = max(place, range.upper)
        }
        return nil
    }

    private func isBetweenStatements(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
            || ";}；｝".unicodeScalars.contains(scalar)
    }
}

/// Nothing exists outside the text.
public struct NoFiles: CheckContext, Sendable {
    public let variables: Set<String> = []
    public let definitions: [String: Definition] = [:]
    public let isInteractive = false
    public init() {}
    public func library(_ path: String, relativeTo file: SourceFile) -> SourceFile? { nil }
    public func header(of question: FileQuestion, relativeTo file: SourceFile) -> [String]? { nil }
    public func validate(_ literal: String, as kind: ValueKind) -> LiteralVerdict { .valid }
}

extension SourceFile {
    /// Whether the range lies in the text and cuts no character in two.
    fileprivate func holds(_ range: SourceRange) -> Bool {
        guard 0 <= range.lower, range.lower <= range.upper, range.upper <= utf8.count else { return false }
        return [range.lower, range.upper].allSatisfy { $0 == utf8.count || utf8[$0] & 0xC0 != 0x80 }
    }
}

extension String {
    fileprivate var trailingBlanksDropped: String {
        var rest = self[...]
        while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest.removeLast() }
        return String(rest)
    }
}
