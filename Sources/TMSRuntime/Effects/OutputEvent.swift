public import TMSSyntax

/// What a fiber has to say, in order; the host renders it.
public enum OutputEvent: Sendable {
    /// What `print` said: whole lines as UTF-8, each with its newline.
    case lines([UInt8])
    /// A pipeline at top level begins whose result will be shown: what it costs is counted from here.
    case resultAhead
    /// The result of a pipeline at top level begins: rows follow until `endResult`.
    case beginResult(ResultDescription)
    case row(Value)
    case endResult
    /// A result that is one value and no rows.
    case value(Value, ResultDescription)
    /// A row of a `for` failed; the loop goes on.
    case rowFailed(Failure)
    case diagnostic(Diagnostic)
}

extension OutputEvent {
    /// One line, without its newline.
    public static func line(_ text: String) -> OutputEvent { .lines(Array(text.utf8) + [UInt8(ascii: "\n")]) }
}

/// What is known of a result before its first row.
public struct ResultDescription: Sendable {
    /// Columns the user named with `show`; `nil` lets the renderer choose.
    public var columns: [String]?
    /// The schema of the rows, if one verb made them.
    public var schema: String?
    /// The verb that made it, for a renderer that has a sentence for it (`track`).
    public var verb: VerbID?
    /// `as card`.
    public var format: String?
    /// Rows of the source were left out by `where`.
    public var isSifted = false
    public var location: SourceLocation
    public init(
        columns: [String]? = nil, schema: String? = nil, verb: VerbID? = nil, format: String? = nil,
        location: SourceLocation
    ) {
        self.columns = columns
        self.schema = schema
        self.verb = verb
        self.format = format
        self.location = location
    }
}
