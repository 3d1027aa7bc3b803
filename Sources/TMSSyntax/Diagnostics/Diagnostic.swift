/// What tms says about a mistake, from the lexer to a refusal on the wire: one type for all of them.
public struct Diagnostic: Sendable, Equatable, Error {
    public enum Severity: String, Sendable { case error, warning, note }

    /// A further place that explains the mistake: "first given here".
    public struct Label: Sendable, Equatable {
        public var range: SourceRange
        public var message: String
        public init(_ range: SourceRange, _ message: String) {
            self.range = range
            self.message = message
        }
    }

    /// A replacement of text; an empty range inserts.
    public struct Edit: Sendable, Equatable {
        public var range: SourceRange
        public var replacement: String
        public init(_ range: SourceRange, _ replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    /// A way to mend the text that has passed the gate of proposals. `isSafe`: applying it unasked cannot change what the
    /// line meant.
    public struct FixIt: Sendable, Equatable {
        public let message: String
        public let edits: [Edit]
        public let isSafe: Bool

        init(_ proposal: Proposal) {
            message = proposal.message
            edits = proposal.edits
            isSafe = proposal.isSafe
        }
    }

    public var severity: Severity
    /// Stable: a letter and four digits (`E0204`), or the API's own code (`4016`).
    public var code: String
    /// What is wrong, one line, without a full stop; code in backquotes.
    public var message: String
    /// Where; `nil` when no text is to blame (a broken configuration file).
    public var location: SourceLocation?
    /// What stands beside the carets; a proposal that passed brings its own: "did you mean `via`?".
    public var hint: String?
    public var labels: [Label]
    public var notes: [String]
    /// Ways to mend it that have not passed the gate yet; nobody is shown them.
    public var proposals: [Proposal]
    /// Ways to mend it that passed.
    public internal(set) var fixIts: [FixIt] = []

    public init(
        _ severity: Severity, _ code: String, _ message: String, at location: SourceLocation? = nil,
        hint: String? = nil, labels: [Label] = [], notes: [String] = [], proposals: [Proposal] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.location = location
        self.hint = hint
        self.labels = labels
        self.notes = notes
        self.proposals = proposals
    }

    /// An error.
    public init(
        _ code: String, _ message: String, at location: SourceLocation? = nil, hint: String? = nil,
        labels: [Label] = [], notes: [String] = [], proposals: [Proposal] = []
    ) {
        self.init(.error, code, message, at: location, hint: hint, labels: labels, notes: notes, proposals: proposals)
    }
}
