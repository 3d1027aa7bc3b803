import TMSBase
public import TMSRuntime
public import TMSSemantics

/// What one line of the shell leaves to the next: variables, definitions, and the rows on the screen.
public struct SessionMemory: Sendable {
    public internal(set) var variables: [String: Value] = [:]
    public internal(set) var definitions: [String: Definition] = [:]
    /// The rows of the last table whose rows were numbered: `$last`, `those`, `@3`. A card takes no number, and leaves
    /// them as they are.
    public internal(set) var lastRows: [Value]?

    /// The rows that failed, or were not sent, in the last line that wrote: `$failures`.
    public internal(set) var failures: [Value] = []

    /// The line that is proposed to be run next; it reads and changes nothing.
    public internal(set) var suggestedLine: String?
    /// The language of the text that was pasted last.
    var deskLanguage = SpokenLanguage.english

    public init() {}
}
