import TMSSyntax
import TrackingMore

extension Signature {
    /// What the parser and the checker see of an endpoint's line.
    init(_ verb: EndpointVerb, returning schema: Schema) {
        let endpoint = verb.endpoint
        let parcel = verb.parcelSlot
        let isAccountWide =
            endpoint.effect == .read && verb.slots.isEmpty && !verb.clauses.contains { $0.parameter.need == .required }
        self.init(
            words: verb.line.verb.split(separator: " ").map(String.init),
            subjects: verb.slots.enumerated().map { place, parameter in
                Slot(parameter, isParcel: place == parcel, takesSeveral: place == parcel || place == verb.severalSlot)
            },
            clauses: verb.clauses.map { Clause($0, of: endpoint) },
            effect: Effect(endpoint.effect),
            price: endpoint.price,
            isIrreversible: endpoint.needsConsent,
            isAccountWide: isAccountWide,
            returns: schema.fields.isEmpty ? nil : schema.name,
            returnsRows: endpoint.returns.rows.isMany,
            takesFile: verb.takesColumns,
            calls: CallShape(verb), request: endpoint.request(in: verb.dialect),
            summary: verb.line.summary,
            examples: verb.line.examples)
    }
}

extension Slot {
    fileprivate init(_ parameter: Parameter, isParcel: Bool, takesSeveral: Bool) {
        let kind = isParcel ? .parcel : ValueKind(parameter.kind)
        let name =
            switch parameter.kind.element {
            case _ where isParcel: "NUMBER"
            case .awb: "WAYBILL"
            case .postcode: "POSTCODE"
            default: kind.placeholder
            }
        self.init(
            name, kind, isRequired: !parameter.mayBeLeftOut, isList: parameter.kind.isList || takesSeveral,
            parameter.doc)
    }
}

extension Clause {
    fileprivate init(_ place: EndpointVerb.Place, of endpoint: Endpoint) {
        let parameter = place.parameter
        var perCall: Int?
        if case .list(_, let most) = parameter.kind { perCall = most }
        let isOneOfSeveral = place.choice != nil && parameter.kind.choices.count > 1
        self.init(
            place.label, place.choice == nil ? ValueKind(parameter.kind) : nil,
            isRequired: !parameter.mayBeLeftOut, isList: parameter.kind.isList,
            group: isOneOfSeveral ? parameter.field : nil, perCall: perCall,
            isSifting: endpoint.place(of: parameter) == .local, parameter.doc)
    }
}

extension CallShape {
    fileprivate init(_ verb: EndpointVerb) {
        let endpoint = verb.endpoint
        let lacks = endpoint.bulk?.lacks ?? []
        var isAskedByNumber = false
        if case .commaSeparated? = endpoint.bulk?.shape { isAskedByNumber = true }
        self.init(
            page: verb.isPaged ? verb.dialect.largestPage : nil, batch: endpoint.bulk?.limit ?? 1,
            lacking: Set(verb.clauses.indices.filter { lacks.contains(verb.clauses[$0].parameter.field) }),
            sharesClauses: endpoint.bulk.map { $0.shape != .array } ?? false,
            carrier: verb.clauses.firstIndex { $0.parameter.field == verb.carrierField },
            asksForCarrier: verb.carrierField != nil && !isAskedByNumber, asked: verb.dialect.numbersInCall)
    }
}

extension CallByHand {
    /// The requests that an endpoint answers: with each of the ends that its path may leave out, and without.
    static func all(of endpoint: Endpoint) -> [CallByHand] {
        endpoint.pathForms.map { path in
            CallByHand(
                name: endpoint.id, method: endpoint.method.rawValue.lowercased(), path: path,
                effect: Signature.Effect(endpoint.effect), isIrreversible: endpoint.needsConsent,
                price: endpoint.effect.isWrite ? 0 : endpoint.price)
        }
    }
}

extension Endpoint {
    /// The API's line, what goes into one call, and what it takes from the quota.
    fileprivate func request(in dialect: Dialect) -> String {
        var parts = ["\(method.rawValue) \(path)"]
        if let bulk, bulk.limit > 1, let other = dialect.endpoints.first(where: { $0.id == bulk.endpoint }) {
            let way = bulk.endpoint == id ? "" : " by \(other.method.rawValue) \(other.path)"
            parts.append("up to \(bulk.limit) in one call\(way)")
        } else {
            parts.append("1 call each")
        }
        parts.append("quota: \(cost.reference)")
        return parts.joined(separator: " · ")
    }

    /// What an item takes from the quota; 0 where that is not so much for each.
    fileprivate var price: Int {
        if case .perItem(let quota) = cost { quota } else { 0 }
    }
}

extension Signature.Effect {
    fileprivate init(_ effect: Endpoint.Effect) {
        switch effect {
        case .create: self = .create
        case .read, .lookup: self = .read
        case .update: self = .update
        case .delete: self = .delete
        }
    }
}

extension Returns.Rows {
    var isMany: Bool {
        switch self {
        case .array, .member, .map: true
        case .data, .nothing: false
        }
    }
}
