@_spi(ProposalGate) import TMSSyntax

/// The proposals of one file, reviewed statement by statement.
struct Review {
    let gate: ProposalGate
    let file: SourceFile
    let program: ProgramSyntax
    let definitions: [String: Definition]
    /// All errors of the file as it was typed.
    let errors: [Diagnostic]

    /// What is wrong in one statement without the blocks in it, or in several on one line.
    struct Group {
        var statement: SourceRange
        var members: [(index: Int, diagnostic: Diagnostic)]
    }

    /// The diagnostics by the statements they stand in; statements that share a line are shown, and reviewed, together.
    func groups(of diagnostics: [(Int, Diagnostic)]) -> [Group] {
        var groups: [Group] = []
        var places: [Int: Int] = [:]
        for (index, diagnostic) in diagnostics {
            guard let place = diagnostic.location?.range else { continue }
            let statement = program.innermostStatement(at: place.lower) ?? file.lineRange(file.line(at: place.lower))
            let lines =
                file.line(
                    at: statement.lower)...max(
                    file.line(at: statement.lower), file.line(at: max(statement.upper - 1, place.lower)))
            let position = lines.lazy.compactMap { places[$0] }.first ?? groups.count
            if position == groups.count { groups.append(Group(statement: statement, members: [])) }
            groups[position].statement = groups[position].statement.joined(with: statement)
            groups[position].members.append((index, diagnostic))
            for line in lines { places[line] = position }
        }
        return groups.map { group in
            var group = group
            group.members.sort {
                ($0.diagnostic.location?.range.lower ?? 0) < ($1.diagnostic.location?.range.lower ?? 0)
            }
            return group
        }
    }

    /// What is told of the diagnostics of a statement; `nil` for what came from the mistake that another names.
    func review(_ diagnostics: [Diagnostic], in statement: SourceRange, _ budget: inout Int) -> [Diagnostic?] {
        var told = diagnostics.map { Optional($0) }
        let wrong = diagnostics.indices.filter { diagnostics[$0].severity == .error }
        var verdicts: [[Verdict]] = diagnostics.map { _ in [] }
        func assess(_ edits: [Diagnostic.Edit]) -> Verdict {
            budget -= file.utf8.count
            return verdict(of: edits, in: statement, known: [])
        }
        func repaired(_ repairs: (MistakenLine) -> [Repair]) -> [Diagnostic?]? {
            guard let first = wrong.first, let place = diagnostics[first].location?.range else { return nil }
            let line = MistakenLine(
                file: file, statement: statement, place: place, vocabulary: gate.vocabulary,
                isInteractive: gate.isInteractive)
            guard let repair = repair(diagnostics[first], by: repairs(line), assess) else { return nil }
            for position in wrong { told[position] = position == first ? repair : nil }
            return settleRest(told, except: wrong)
        }
        if let repaired = repaired(\.certainRepairs) { return repaired }
        for position in diagnostics.indices {
            verdicts[position] = diagnostics[position].proposals.map { assess($0.edits) }
        }
        let clean = wrong.first { verdicts[$0].contains(.clean) }
        if let clean {
            for position in wrong where position != clean { told[position] = nil }
        } else if let repaired = repaired(\.furtherRepairs) {
            return repaired
        } else if let combined = combination(of: wrong.map { diagnostics[$0] }), wrong.count > 1,
            assess(combined.edits) == .clean, let last = wrong.last
        {
            for position in wrong {
                let own = diagnostics[position].proposals.first
                var proposal = combined
                proposal.hint = own?.hint
                if position == last {
                    told[position]?.settle(.passed([proposal]))
                } else if let own {
                    told[position]?.settle(.step(own))
                }
            }
            return settleRest(told, except: wrong)
        } else if wrong.contains(where: { diagnostics[$0].isOfNoVerb }), let repaired = repaired(\.textRepairs) {
            return repaired
        }
        for position in diagnostics.indices {
            let all = diagnostics[position].proposals
            let passed = zip(all, verdicts[position]).filter { $0.1 == .clean }.map(\.0)
            if !passed.isEmpty {
                told[position]?.settle(.passed(passed))
            } else if let step = zip(all, verdicts[position]).first(where: { $0.1 == .step })?.0 {
                told[position]?.settle(.step(step))
            } else {
                told[position]?.settle(.none)
            }
        }
        return told
    }

    /// Warnings beside errors keep their words; their line is shown once the errors are gone.
    private func settleRest(_ told: [Diagnostic?], except settled: [Int]) -> [Diagnostic?] {
        var told = told
        for position in told.indices where !settled.contains(position) { told[position]?.settle(.none) }
        return told
    }

    /// The first proposals of several mistakes, together.
    private func combination(of diagnostics: [Diagnostic]) -> Proposal? {
        let proposals = diagnostics.compactMap(\.proposals.first)
        guard proposals.count > 1 else { return nil }
        let edits = proposals.flatMap(\.edits).sorted { $0.range.lower < $1.range.lower }
        for (left, right) in zip(edits, edits.dropFirst()) where right.range.lower < left.range.upper { return nil }
        return Proposal(
            proposals.map(\.message).joined(separator: ", "), edits, isSafe: proposals.allSatisfy(\.isSafe))
    }

    /// The line that was meant, where words of a statement stand in a way that people write and tms does not read.
    private func repair(
        _ diagnostic: Diagnostic, by repairs: [Repair], _ assess: ([Diagnostic.Edit]) -> Verdict
    ) -> Diagnostic? {
        var passed: [Proposal] = []
        var repaired = diagnostic
        for repair in repairs {
            if let proposal = repair.proposal {
                guard passed.count < 2, assess(proposal.edits) == .clean else { continue }
                passed.append(proposal)
            }
            if passed.count <= 1 { repair.reword(&repaired) }
            if repair.isLast || repair.proposal == nil { break }
        }
        guard !passed.isEmpty || repaired != diagnostic else { return nil }
        repaired.settle(passed.isEmpty ? .none : .passed(passed))
        return repaired
    }
}

extension Diagnostic {
    /// Whether it may come from a text that is no command: the parser's, or a verb nobody knows.
    fileprivate var isOfNoVerb: Bool { code.hasPrefix("E01") || code == CheckCode.unknownVerb.rawValue }
}

/// What became of a text when a proposal was applied to it.
enum Verdict {
    /// The statement has no error left.
    case clean
    /// One error fewer, and none that was not there.
    case step
    case refused
}
