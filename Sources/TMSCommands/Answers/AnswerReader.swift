public import TMSRuntime
public import TrackingMore

/// Makes rows of the answers to calls: what was read as it came, what was written as a record of what became of it.
public struct AnswerReader {
    private let catalogue: Catalogue
    private var decoders: [String: ValueDecoder] = [:]

    public init(catalogue: Catalogue) { self.catalogue = catalogue }

    /// The rows of an answer to one call, through its filters.
    public mutating func rows(_ data: JSON, of call: EndpointCall) -> [Value] {
        if call.endpoint.effect.isWrite { return [write(call, answered: data)] }
        return call.endpoint.rows(of: data).filter { call.keeps($0) }.map { read($0, of: call.endpoint) }
    }

    /// One row as it came.
    public mutating func read(_ row: JSON, of endpoint: Endpoint) -> Value {
        decoder(of: endpoint) { $0.value(row) }
    }

    /// What a write answers with, alone or in a batch: the parcel, what became of it, the fields sent, and for a
    /// parcel newly followed its id, time and status.
    public mutating func write(_ call: EndpointCall, answered: JSON, outcome: String? = nil) -> Value {
        var row = JSONObject()
        let names = call.verb.dialect.fields.parcel
        row.append(names.number, call.verb.numberField.flatMap { call.arguments[$0] } ?? .null)
        if let carrier = call.carrier { row.append(names.carrier, .string(carrier)) }
        row.append("outcome", .string(outcome ?? call.endpoint.effect.outcome))
        for (key, value) in call.sent { row.append(key, call.word(for: key) ?? value) }
        if call.endpoint.effect == .create, outcome == nil {
            for key in [names.id, names.created, names.status] {
                let assumed: JSON? = key == names.status ? .string(Status.pending.rawValue) : nil
                if let value = answered[key] ?? assumed { row.append(key, value) }
            }
        }
        return decoder(of: call.endpoint) { $0.value(.object(row)) }
    }

    private mutating func decoder(of endpoint: Endpoint, _ body: (inout ValueDecoder) -> Value) -> Value {
        body(&decoders[endpoint.id, default: ValueDecoder(kind: catalogue.kind(of: endpoint))])
    }
}

extension Endpoint.Effect {
    /// What became of a parcel after such a write.
    var outcome: String {
        switch self {
        case .create: "tracked"
        case .update: "changed"
        case .delete: "deleted"
        case .read, .lookup: "done"
        }
    }
}

extension EndpointCall {
    /// The word of the line where it stands for a number of the wire: `delivered` for 4.
    fileprivate func word(for field: String) -> JSON? {
        guard let parameter = endpoint.parameter(field), parameter.role == .argument else { return nil }
        return parameter.kind.choices.first { $0.wire == arguments[field] }.map { .string($0.word) }
    }

    /// What is said of a parcel that is there already.
    public static let alreadyThere = "already tracked"

    /// Whether a row of the answer passes the filters that the service does not take.
    public func keeps(_ row: JSON) -> Bool {
        filters.allSatisfy { $0.keeps(row) }
    }
}
