@_spi(ProposalGate) import TMSSyntax

/// The one gate that every proposal passes before anybody is shown it.
///
/// The mended text is read and checked as the typed one was: same vocabulary, same scope. A proposal is dropped where an
/// error is left in the statement it mends, where it does more to the account than what was typed, or where it names a
/// tracking number that was not in the text. Where one proposal mends a whole statement, the other errors of that
/// statement came from the same mistake and are not told.
struct ProposalGate {
    let vocabulary: Vocabulary
    /// Whether the text is a line of the shell.
    let isInteractive: Bool
    /// Reads and checks a text; its diagnostics have not passed the gate.
    let read: (SourceFile) -> CheckedProgram

    /// So many bytes are read again for the proposals of one file; what comes later in a long file full of mistakes
    /// is told without a corrected line.
    private static let readingBudget = 8_000_000

    /// The diagnostics with fix-its in place of proposals, without those that a fix-it makes go away.
    func pass(_ diagnostics: [Diagnostic], of checked: CheckedProgram) -> [Diagnostic] {
        guard diagnostics.contains(where: { $0.severity == .error || !$0.proposals.isEmpty }) else {
            return diagnostics
        }
        if let told = prose(diagnostics, checked) { return told }
        var outcome = diagnostics.map { Optional($0) }
        for file in files(of: diagnostics) {
            let own = diagnostics.indices.filter { diagnostics[$0].location?.file === file }
            let program = file === checked.program.file ? checked : read(file)
            let review = Review(
                gate: self, file: file, program: program.program, definitions: program.definitions,
                errors: diagnostics.filter { $0.location?.file === file && $0.severity == .error })
            var left = Self.readingBudget
            for group in review.groups(of: own.map { ($0, diagnostics[$0]) }) {
                var members = group.members.map { (index: $0.index, diagnostic: $0.diagnostic) }
                let verdicts = left > 0 ? review.review(members.map(\.diagnostic), in: group.statement, &left) : []
                for position in members.indices {
                    if verdicts.isEmpty { members[position].diagnostic.settle(.none) }
                    outcome[members[position].index] =
                        verdicts.isEmpty ? members[position].diagnostic : verdicts[position]
                }
            }
        }
        return outcome.compactMap { diagnostic in
            var diagnostic = diagnostic
            if diagnostic?.proposals.isEmpty == false { diagnostic?.settle(.none) }
            return diagnostic
        }
    }

    /// A mail that was pasted: one diagnostic for all of it, with the numbers it names.
    private func prose(_ diagnostics: [Diagnostic], _ checked: CheckedProgram) -> [Diagnostic]? {
        let file = checked.program.file
        let errors = diagnostics.filter { $0.severity == .error && $0.location?.file === file }
        guard errors.count > 1, Prose.holds(file, vocabulary), let first = errors.first else { return nil }
        let whole = SourceRange(0, file.utf8.count)
        let review = Review(
            gate: self, file: file, program: checked.program, definitions: checked.definitions, errors: errors)
        let repairs = Prose(file: file, range: whole, vocabulary: vocabulary).repairs
        let passed = repairs.filter { repair in
            repair.proposal.map { review.verdict(of: $0.edits, in: whole, known: []) == .clean } ?? false
        }
        guard let best = passed.first else { return nil }
        var told = first
        best.reword(&told)
        told.location = SourceLocation(file, file.lineRange(file.line(at: first.location?.range.lower ?? 0)))
        told.settle(.passed(passed.compactMap(\.proposal)))
        return [told]
    }

    /// What a run says of a text that was right: its proposals are reviewed alone.
    func pass(_ diagnostic: Diagnostic, of checked: CheckedProgram) -> Diagnostic {
        var diagnostic = diagnostic
        guard !diagnostic.proposals.isEmpty else { return diagnostic }
        let file = checked.program.file
        guard let place = diagnostic.location, place.file === file else {
            diagnostic.settle(.none)
            return diagnostic
        }
        let review = Review(
            gate: self, file: file, program: checked.program, definitions: checked.definitions, errors: [])
        let statement = checked.program.innermostStatement(at: place.range.lower) ?? place.range
        let passed = diagnostic.proposals.filter {
            review.verdict(of: $0.edits, in: statement, known: $0.knownNumbers) == .clean
        }
        diagnostic.settle(passed.isEmpty ? .none : .passed(passed))
        return diagnostic
    }

    private func files(of diagnostics: [Diagnostic]) -> [SourceFile] {
        var files: [SourceFile] = []
        for case let file? in diagnostics.map({ $0.location?.file }) where !files.contains(where: { $0 === file }) {
            files.append(file)
        }
        return files
    }
}
