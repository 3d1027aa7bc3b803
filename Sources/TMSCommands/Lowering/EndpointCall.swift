public import TMSRuntime
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
    /// The row that it was made of, if it was one.
    public var row: Record?
    /// The line names other parcels beside this one: a word of it is said of all of them.
    public var isOneOfSeveral = false
    /// Nobody gave the carrier: it was looked up.
    public var isCarrierFound = false
    /// Its row in the journal of the run, where an earlier attempt has written one.
    public var place: Int?
    /// Of a saved plan: what it was planned with.
    public var planned: Planned?

    /// What a row of a saved plan was planned with.
    public struct Planned: Sendable {
        /// Rows of one request share it.
        public let batch: Int
        /// A digest of the parcel as the account held it; nil where it held none.
        public let parcel: UInt128?

        public init(batch: Int, parcel: UInt128?) {
            self.batch = batch
            self.parcel = parcel
        }
    }

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
    public var dialect: Dialect { verb.dialect }

    /// The parcel it is about, as typed; nil for calls about none.
    public var number: String? { verb.numberField.flatMap { arguments[$0]?.text } }

    /// The carrier's code; nil where the line left it out and nobody has found it yet.
    public var carrier: String? {
        get { verb.carrierField.flatMap { arguments[$0]?.text } }
        set {
            guard let field = verb.carrierField else { return }
            arguments[field] = newValue.map { .string($0) }
        }
    }

    /// Whether the call cannot be made alone before somebody finds the carrier.
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
    /// For rows that are carriers: the codes of those that the values find among all names of the built-in list.
    let carriers: Set<String>?
    private let names: FieldRoles.Carrier

    public init(parameter: Parameter, values: [JSON], of verb: EndpointVerb) {
        self.parameter = parameter
        self.values = values
        names = verb.dialect.fields.carrier
        let isOfCarriers = verb.endpoint.returns.schema == verb.dialect.carrierRecord
        carriers =
            isOfCarriers && parameter.kind == .text
            ? Set(values.compactMap(\.text).flatMap { Carrier.search($0) }.map(\.code)) : nil
    }

    /// Whether a row of an answer is one of those asked for.
    func keeps(_ row: JSON) -> Bool {
        let kind = parameter.kind.element
        guard kind == .text else {
            guard let found = row[parameter.field]?.text?.lowercased() else { return false }
            return values.contains { $0.text?.lowercased() == found }
        }
        if let carriers, let code = row[names.code]?.text {
            // A carrier that the built-in list lacks is known by its row alone.
            return carriers.contains(code)
                || Carrier(code: code) == nil && holds(values, [row[names.name], row[names.code]])
        }
        return holds(values, row.object?.values.map { $0 } ?? [])
    }

    private func holds(_ values: [JSON], _ cells: [JSON?]) -> Bool {
        let texts = cells.compactMap { $0?.string?.lowercased() }
        return values.compactMap { $0.text?.lowercased() }.allSatisfy { word in texts.contains { $0.contains(word) } }
    }
}
