/// A line people write to make a call: `archive N` and `mark N delivered` are two lines of one endpoint.
public struct VerbLine: Sendable {
    /// One word or several: `track`, `stop updating`.
    public let verb: String
    public let summary: String
    /// Fields the line sends without being told, by wire name.
    public let preset: JSONObject
    /// Whole lines of tms.
    public let examples: [String]
    private let only: [String]?
    private let without: [String]

    /// - Parameters:
    ///   - only: the wire fields the line offers; nil offers all that have a role in a line.
    ///   - without: wire fields it does not offer.
    public init(
        _ verb: String, _ summary: String, preset: JSONObject = [:], only: [String]? = nil, without: [String] = [],
        examples: [String]
    ) {
        self.verb = verb
        self.summary = summary
        self.preset = preset
        self.only = only
        self.without = without
        self.examples = examples
    }

    func offers(_ parameter: Parameter) -> Bool {
        guard parameter.role != .hidden else { return false }
        let field = parameter.field
        return only?.contains(field) ?? !without.contains(field)
    }
}
