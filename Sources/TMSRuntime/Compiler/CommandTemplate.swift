import TMSSyntax

/// A command with registers where its values will be.
struct CommandTemplate: Sendable {
    var verb: VerbID
    var subjects: [SlotTemplate]
    var clauses: [ClauseTemplate]
    var file: SlotTemplate?
    /// What is said of the file, and the register that holds it.
    var fileClauses: [(label: FileClause, register: Int)] = []
    var columns: [ColumnSyntax]
    var location: SourceLocation
    var verbRange: SourceRange
    var wanted: Int?
    var isSifted = false
    var isWrite = false
}

/// A subject slot: its values lie in registers.
struct SlotTemplate: Sendable {
    var label: String
    var registers: [Int]
    var range: SourceRange
    /// Of each value, as many as registers.
    var valueRanges: [SourceRange] = []
    /// An empty list given here means that nothing is to be called.
    var isTarget: Bool
    var isRequired: Bool
}

struct ClauseTemplate: Sendable {
    enum Content: Sendable {
        case flag
        case registers([Int])
        /// Two registers, from and to.
        case range(Int)
    }
    /// What an empty value does. Empty never widens.
    enum EmptyRule: Sendable { case refuse, refuseToClear, leaveOut, keep }

    var index: Int
    var label: String
    var content: Content
    var emptyRule: EmptyRule
    var labelRange: SourceRange
    var range: SourceRange
}
