import TMSCommands
import TMSRuntime
import TMSStore
import TMSSyntax
import TrackingMore

/// How a run is taken back: the calls that do it, the last row first, and what has no way back.
struct UndoPlan {
    /// A write of the run, and the one that takes it back.
    struct Step {
        let written: EndpointCall
        let inverse: EndpointCall
    }

    private(set) var steps: [Step] = []
    /// By verb: how many rows have no way back.
    private(set) var lost: [String: Int] = [:]
    /// What does not come back although the call is taken back, as sentences of the catalogue.
    private(set) var losing: Set<String> = []
    /// What taking it back takes from the quota.
    private(set) var quota = 0

    private let catalogue: Catalogue
    private let location: SourceLocation
    private let verbRange: SourceRange

    init(_ records: [RowRecord], catalogue: Catalogue, location: SourceLocation, verbRange: SourceRange) {
        self.catalogue = catalogue
        self.location = location
        self.verbRange = verbRange
        for record in records.reversed() {
            guard case .done = record.state, let written = call(record.row) else { continue }
            guard let inverse = inverse(of: written, before: record.row.before) else {
                lost[written.verb.line.verb, default: 0] += 1
                continue
            }
            steps.append(Step(written: written, inverse: inverse))
            if let losing = written.endpoint.inverse?.losing { self.losing.insert(losing) }
            quota += inverse.endpoint.quota(for: 1) ?? 0
        }
    }

    /// The write as it was made.
    private func call(_ row: IntendedRow) -> EndpointCall? {
        guard let verb = catalogue.verb(of: row.endpoint), case .object(let arguments)? = try? JSON(parsing: row.sent)
        else { return nil }
        return call(verb, arguments)
    }

    private func call(_ verb: EndpointVerb, _ arguments: JSONObject) -> EndpointCall {
        EndpointCall(verb: verb, arguments: arguments, location: location, verbRange: verbRange)
    }

    private func inverse(of written: EndpointCall, before: String?) -> EndpointCall? {
        guard let inverse = written.endpoint.inverse, let verb = catalogue.verb(of: inverse.endpoint) else {
            return nil
        }
        var arguments = JSONObject()
        if let field = verb.numberField { arguments[field] = written.number.map { .string($0) } }
        if let field = verb.carrierField { arguments[field] = written.carrierAfterwards.map { .string($0) } }
        guard written.endpoint.effect != .create else { return call(verb, arguments) }
        guard let before, let image = try? JSON(parsing: before) else { return nil }
        let held = BeforeImage(image, of: written)
        if written.endpoint.effect == .delete {
            for parameter in verb.endpoint.parameters where arguments[parameter.field] == nil {
                if let value = held.value(of: parameter), !held.isEmpty(value) { arguments[parameter.field] = value }
            }
        } else if written.changesCarrier {
            arguments[catalogue.dialect.fields.request.newCarrier] = written.carrier.map { .string($0) }
        } else {
            for (field, sent) in written.sent {
                guard let parameter = verb.endpoint.parameter(field), let value = held.value(of: parameter, sent: sent)
                else { return nil }
                arguments[field] = value
            }
        }
        return call(verb, arguments)
    }
}

extension Catalogue {
    /// A line of an endpoint, found by the endpoint's name.
    func verb(of endpoint: Endpoint.ID) -> EndpointVerb? {
        for index in vocabulary.verbs.indices {
            if case .endpoint(let verb)? = self[VerbID(index)], verb.endpoint.id == endpoint { return verb }
        }
        return nil
    }
}
