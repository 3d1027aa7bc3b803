/// A way to mend a text that somebody thought of. It is shown to nobody before it has passed the gate of proposals, which
/// reads and checks the mended text as the one that was typed.
public struct Proposal: Sendable, Equatable {
    /// What an editor calls it in a menu: "write `via`".
    public var message: String
    public var edits: [Diagnostic.Edit]
    /// Applying it unasked cannot change what the line meant.
    public var isSafe: Bool
    /// What stands beside the carets if it passes; `nil` leaves the hint of its diagnostic.
    public var hint: String?
    /// The words it puts in, where its hint asks whether they were meant.
    public var meant: String?
    /// Numbers it puts in that were not typed and that the session knows as parcels of the account; in capitals.
    public var knownNumbers: Set<String> = []

    public init(_ message: String, _ edits: [Diagnostic.Edit], isSafe: Bool = false, hint: String? = nil) {
        self.message = message
        self.edits = edits
        self.isSafe = isSafe
        self.hint = hint
    }
}

extension Proposal {
    /// A word in place of one that is near it.
    public static func meant(_ text: String, at range: SourceRange, isSafe: Bool = false) -> Proposal {
        var proposal = Proposal("write `\(text)`", [Diagnostic.Edit(range, text)], isSafe: isSafe)
        proposal.ask(text)
        return proposal
    }

    /// `via 4px`: a label that is missing before its value.
    static func label(_ label: String, before value: String, at range: SourceRange) -> Proposal {
        let place = SourceRange(range.lower, range.lower)
        var proposal = Proposal("add `\(label)`", [Diagnostic.Edit(place, "\(label) ")])
        proposal.ask("\(label) \(value)")
        return proposal
    }

    private mutating func ask(_ text: String) {
        meant = text
        hint = Self.question([text])
    }

    /// "did you mean `a` or `b`?"
    static func question(_ texts: [String]) -> String {
        "did you mean \(texts.map { "`\($0)`" }.joined(separator: " or "))?"
    }

    /// The form in which a thing is written.
    public static func write(_ text: String, at range: SourceRange, isSafe: Bool = false) -> Proposal {
        Proposal("write `\(text)`", [Diagnostic.Edit(range, text)], isSafe: isSafe, hint: "write `\(text)`")
    }
}

/// What the gate found about the proposals of a diagnostic.
@_spi(ProposalGate) public enum ProposalOutcome: Sendable {
    /// These hold: the mended text has no error left where it was mended.
    case passed([Proposal])
    /// The first is a step towards a right text, and something else is wrong as well: its hint may stand, its line not.
    case step(Proposal)
    case none
}

extension Diagnostic {
    /// Turns proposals into fix-its, or drops them. The only place where a fix-it is made.
    @_spi(ProposalGate) public mutating func settle(_ outcome: ProposalOutcome) {
        switch outcome {
        case .passed(let passed):
            fixIts = passed.map { FixIt($0) }
            let meant = passed.compactMap(\.meant)
            if meant.count > 1 {
                hint = Proposal.question(meant)
            } else if let hint = passed.first?.hint {
                self.hint = hint
            }
        case .step(let proposal):
            fixIts = []
            if let hint = proposal.hint { self.hint = hint }
        case .none:
            fixIts = []
        }
        proposals = []
    }
}

extension Diagnostic {
    /// The same, with the edits of its fix-its told of another text that differs only in where things stand.
    public func movingFixIts(_ place: (SourceRange) -> SourceRange) -> Diagnostic {
        var moved = self
        moved.fixIts = fixIts.map { fixIt in
            let edits = fixIt.edits.map { Edit(place($0.range), $0.replacement) }
            return FixIt(Proposal(fixIt.message, edits, isSafe: fixIt.isSafe))
        }
        return moved
    }
}
