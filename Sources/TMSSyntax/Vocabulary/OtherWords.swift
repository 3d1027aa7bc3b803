/// Words that people type for what tms calls otherwise: of other tools, of other screens, of everyday speech. Declared
/// once, as data; the parser, the checker, completion and help read it.
public struct OtherWords: Sendable {
    /// `get` for `show`, `change courier of` for `change carrier of`; lower case, one space between words.
    public var verbs: [String: String]
    /// Verbs of other tools that nothing here does, with what is said instead: `undelete`.
    public var absentVerbs: [String: String]
    /// Verbs that look for parcels by what people know of them: `search`.
    public var searching: Set<String>
    /// `courier` for `via`.
    public var fields: [String: String]
    /// `failed attempt` for `undelivered`.
    public var statuses: [String: String]
    /// `late` for parcels in transit that are silent, as a condition: `status is transit and silent over 5 days`.
    public var sets: [String: SetOfRows]
    /// Words without which a line says the same: `my`, `parcels`, `please`.
    public var fillers: Set<String>
    /// The field of a row in which a name is looked for: `customer`.
    public var nameField: String?
    /// The clause, and the field, of the time that is meant where none is named: `created`.
    public var timeField: String?

    /// A set of rows as people call it.
    public struct SetOfRows: Sendable, Equatable {
        /// What goes to the service: `status transit`.
        public var clauses: String
        /// What is asked of each row: `silent over 5 days`; `nil` for nothing.
        public var condition: String?

        public init(_ clauses: String, where condition: String? = nil) {
            self.clauses = clauses
            self.condition = condition
        }
    }

    /// What tms calls the verbs, fields and statuses that begin so in other words.
    public func meant(byPrefix prefix: String) -> Set<String> {
        let prefix = prefix.lowercased()
        return Set(
            [verbs, fields, statuses].flatMap { words in words.filter { $0.key.hasPrefix(prefix) }.map(\.value) })
    }

    public init(
        verbs: [String: String] = [:], absentVerbs: [String: String] = [:], searching: Set<String> = [],
        fields: [String: String] = [:], statuses: [String: String] = [:], sets: [String: SetOfRows] = [:],
        fillers: Set<String> = [], nameField: String? = nil, timeField: String? = nil
    ) {
        self.verbs = verbs
        self.absentVerbs = absentVerbs
        self.searching = searching
        self.fields = fields
        self.statuses = statuses
        self.sets = sets
        self.fillers = fillers
        self.nameField = nameField
        self.timeField = timeField
    }
}
