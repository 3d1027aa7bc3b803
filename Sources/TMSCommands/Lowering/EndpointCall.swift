public import TMSSyntax
public import TrackingMore

/// One call of the API as a line of a script asks for it. Plain data: nothing has happened when one exists, and several
/// of them may become one request.
public struct EndpointCall: Sendable {
    public let verb: EndpointVerb
    /// Wire fields and values in wire form, presets of the line included.
    public var arguments: JSONObject
    /// Where each wire field was said, so that a refusal underlines that word.
    public var ranges: [String: SourceRange]
    /// The whole command.
    public let location: SourceLocation
    public let verbRange: SourceRange
    /// What selects among the rows of the answer, for parameters that the service does not take.
    public var filters: [RowFilter]

    public init(
        verb: EndpointVerb, arguments: JSONObject = [:], ranges: [String: SourceRange] = [:],
        location: SourceLocation, verbRange: SourceRange, filters: [RowFilter] = []
    ) {
        self.verb = verb
        self.arguments = arguments
        self.ranges = ranges
        self.location = location
        self.verbRange = verbRange
        self.filters = filters
    }

    public var endpoint: Endpoint { verb.endpoint }

    /// The parcel it is about, as typed; nil for calls about none.
    public var number: String? { verb.numberField.flatMap { arguments[$0]?.text } }

    /// The courier's code; nil where the line left it out and nobody has found it yet.
    public var carrier: String? {
        get { verb.carrierField.flatMap { arguments[$0]?.text } }
        set {
            guard let field = verb.carrierField else { return }
            arguments[field] = newValue.map { .string($0) }
        }
    }

    /// Whether the call cannot be made alone before somebody finds the courier.
    public var lacksCarrier: Bool { verb.carrierField != nil && carrier == nil }

    /// The word a refusal with this code is about; the verb where it blames none.
    public func blamedRange(for code: Int) -> SourceRange {
        endpoint.blamed(by: code).flatMap { ranges[$0] } ?? verbRange
    }

    /// The fields the user or the line gave, without the ones that say which parcel.
    public var sent: [(key: String, value: JSON)] {
        arguments.filter { $0.key != verb.numberField && $0.key != verb.carrierField }
    }
}

/// Keeps the rows whose field is one of the values, or for free text holds one of them.
public struct RowFilter: Sendable {
    public let parameter: Parameter
    public let values: [JSON]

    public init(parameter: Parameter, values: [JSON]) {
        self.parameter = parameter
        self.values = values
    }
}
