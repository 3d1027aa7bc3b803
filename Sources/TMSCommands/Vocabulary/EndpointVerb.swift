public import TrackingMore

/// A line of an endpoint with its words in places: which parameter stands behind which slot and clause.
public struct EndpointVerb: Sendable {
    public let endpoint: Endpoint
    /// The version of the API that the endpoint belongs to.
    public let dialect: Dialect
    public let line: VerbLine
    /// In the order of `Signature.subjects`.
    public let slots: [Parameter]
    /// In the order of `Signature.clauses`.
    public let clauses: [Place]

    /// A clause: its parameter, and for a lone word what it stands for.
    public struct Place: Sendable {
        public let label: String
        public let parameter: Parameter
        /// The value a flag sends.
        public let choice: Choice?
    }

    public init(endpoint: Endpoint, of dialect: Dialect, line: VerbLine) {
        self.endpoint = endpoint
        self.dialect = dialect
        self.line = line
        var slots: [Parameter] = []
        var clauses: [Place] = []
        for parameter in endpoint.parameters(of: line) {
            switch parameter.role {
            case .subject: slots.append(parameter)
            case .argument where parameter.kind.choices.isEmpty: slots.append(parameter)
            case .argument, .flag:
                for choice in parameter.kind.choices {
                    clauses.append(Place(label: choice.word, parameter: parameter, choice: choice))
                }
            case .clause(let word): clauses.append(Place(label: word, parameter: parameter, choice: nil))
            case .hidden: break
            }
        }
        self.slots = slots
        self.clauses = clauses
    }

    /// The slot that names a parcel, by place.
    public var parcelSlot: Int? {
        slots.firstIndex { $0.role == .subject && $0.kind.element == .trackingNumber }
    }

    /// The slot that takes several things of another kind, such as air waybills, which go together in one call.
    public var severalSlot: Int? {
        guard parcelSlot == nil, case .listField(let field)? = endpoint.bulk?.shape else { return nil }
        return slots.firstIndex { $0.field == field }
    }

    /// The parameter that carries the number, and the one that carries the carrier beside it.
    public var numberField: String? { parcelSlot.map { slots[$0].field } }
    public var carrierField: String? {
        guard parcelSlot != nil else { return nil }
        return endpoint.parameters.first { $0.kind == .carrier && $0.isRequired && $0.need == .guessed }?.field
    }

    /// Answers page by page.
    public var isPaged: Bool { dialect.isPaged(endpoint) }

    /// Rows given to it also supply its clauses, by column.
    public var takesColumns: Bool { endpoint.effect == .create && parcelSlot != nil }
}
