import TMSSyntax

extension Review {
    /// Reads and checks the text as it would be with these edits.
    func verdict(
        of edits: [Diagnostic.Edit], in statement: SourceRange, known: Set<String>
    ) -> Verdict {
        guard !edits.isEmpty, let mended = file.applying(edits) else { return .refused }
        let growth = mended.utf8.count - file.utf8.count
        let touched = edits.reduce(statement) { $0.joined(with: $1.range) }
        // What is shown is whole lines: nothing on them may be wrong.
        let lower = file.lineRange(file.line(at: touched.lower)).lower
        let upper = file.lineRange(file.line(at: touched.upper)).upper
        let (before, after) = (SourceRange(lower, upper), SourceRange(lower, upper + growth))
        guard adds(nothingNewTo: file.slice(before), mended.slice(after), known) else { return .refused }

        let checked = gate.read(mended)
        let left = checked.diagnostics.filter { $0.severity == .error && $0.location?.file === mended }
        let inside = left.filter { $0.location.map { after.touches($0.range) || after.ends(at: $0.range) } ?? false }
        let old = errors.filter { $0.location.map { before.touches($0.range) || before.ends(at: $0.range) } ?? false }
        guard left.count - inside.count <= errors.count - old.count else { return .refused }
        guard isHarmless(checked, after, before) else { return .refused }
        if inside.isEmpty { return .clean }
        let known = Set(old.map { $0.code + $0.message })
        return inside.count <= old.count && inside.allSatisfy { known.contains($0.code + $0.message) }
            ? .step : .refused
    }

    /// Whether the mended statement does no more to the account than the typed one says.
    private func isHarmless(_ mended: CheckedProgram, _ after: SourceRange, _ before: SourceRange) -> Bool {
        let typed = file.slice(before)
        let now = effects(of: mended.program, in: after, mended.definitions)
        guard now.writes || now.needsConfirmation else { return true }
        let then = effects(of: program, in: before, definitions).joined(with: NamedEffects(gate.vocabulary).of(typed))
        if now.creates && !then.creates || now.updates && !then.updates || now.deletes && !then.deletes { return false }
        if now.needsConfirmation && !then.needsConfirmation { return false }
        return typed.keepsItsLimits(in: mended.program.file.slice(after))
    }

    private func effects(
        of program: ProgramSyntax, in range: SourceRange, _ definitions: [String: Definition]
    ) -> EffectBound {
        let statements = program.statements.filter { range.touches($0.range) }
        let part = ProgramSyntax(file: program.file, statements: statements)
        return ProgramEffects(of: part, vocabulary: gate.vocabulary, definitions: definitions).whole
    }

    /// Whether every tracking number of the mended text stands in the typed one, together or in groups.
    private func adds(nothingNewTo typed: String, _ mended: String, _ known: Set<String>) -> Bool {
        let spellings = NumberSpellings(typed)
        return NumberSpellings.numbers(in: mended).allSatisfy { spellings.holds($0) || known.contains($0.uppercased()) }
    }
}

extension SourceRange {
    /// Whether a place of no extent is the end of this one: what is missing at the end of a line.
    fileprivate func ends(at place: SourceRange) -> Bool { place.lower == place.upper && place.lower == upper }
}

extension EffectBound {
    fileprivate func joined(with other: EffectBound) -> EffectBound {
        EffectBound(
            reads: reads || other.reads, creates: creates || other.creates, updates: updates || other.updates,
            deletes: deletes || other.deletes, irreversible: irreversible ?? other.irreversible)
    }
}

extension SourceRange {
    /// Whether they share a place; an empty range has the place where it stands.
    func touches(_ other: SourceRange) -> Bool {
        other.lower < max(upper, lower + 1) && lower < max(other.upper, other.lower + 1)
    }
}

extension SourceFile {
    /// The whole text after the edits; `nil` where these overlap or stand outside.
    func applying(_ edits: [Diagnostic.Edit]) -> SourceFile? {
        var end = 0
        for edit in edits.sorted(by: { ($0.range.lower, $0.range.upper) < ($1.range.lower, $1.range.upper) }) {
            guard edit.range.lower >= end, edit.range.upper >= edit.range.lower, edit.range.upper <= utf8.count else {
                return nil
            }
            end = edit.range.upper
        }
        return SourceFile(name: name, text: TMSSyntax.applying(edits, to: self, in: SourceRange(0, utf8.count)))
    }
}

extension ProgramSyntax {
    /// The innermost statement that holds a place, by its range; of one with blocks what stands before the first.
    func innermostStatement(at offset: Int) -> SourceRange? { Self.innermost(statements, offset) }

    private static func innermost(_ statements: [StatementSyntax], _ offset: Int) -> SourceRange? {
        // They stand in order: the last that begins at the place or before it.
        var (low, high) = (0, statements.count)
        while low < high {
            let middle = (low + high) / 2
            if statements[middle].range.lower <= offset { low = middle + 1 } else { high = middle }
        }
        // A place just behind a statement belongs to it where nothing follows.
        guard low > 0, case let statement = statements[low - 1], offset <= statement.range.upper else { return nil }
        for block in statement.blocks where block.range.lower <= offset && offset < block.range.upper {
            if let inner = innermost(block.statements, offset) { return inner }
        }
        guard let block = statement.blocks.first, offset <= block.range.lower else { return statement.range }
        return SourceRange(statement.range.lower, block.range.lower)
    }
}
