import TMSCommands
import TrackingMore

/// Calls that go to the service as one request, or one call alone.
struct CallBatch {
    var calls: [EndpointCall]
    let isBulk: Bool

    /// Groups calls, giving the places of the calls in each group.
    ///
    /// A call joins an earlier batch of its kind unless its parcel stands in that batch or in a later one: commands on
    /// one parcel keep their order and never share a batch, whatever carrier they name.
    static func plan(_ calls: [EndpointCall]) -> [(batch: CallBatch, places: [Int])] {
        var batches: [(batch: CallBatch, places: [Int])] = []
        /// The last batch of a kind, and the last batch a parcel stands in.
        var open: [BatchKey: Int] = [:]
        var last: [String: Int] = [:]
        for (place, call) in calls.enumerated() {
            let number = call.number?.uppercased()
            let bulk = call.goesInBulk ? call.endpoint.bulk : nil
            let key = BatchKey(call)
            if let bulk, let index = open[key], batches[index].places.count < bulk.limit,
                number.flatMap({ last[$0] }) ?? -1 < index
            {
                batches[index].batch.calls.append(call)
                batches[index].places.append(place)
                if let number { last[number] = index }
                continue
            }
            if bulk != nil { open[key] = batches.count }
            if let number { last[number] = batches.count }
            batches.append((CallBatch(calls: [call], isBulk: bulk != nil), [place]))
        }
        return batches.map { ($0.batch.settled, $0.places) }
    }

    /// A batch of one that can go alone goes alone: the plain call says more. A write that has no plain call says by
    /// leaving a parcel out of its answer that the account lacks it.
    var settled: CallBatch {
        guard calls.count == 1, let call = calls.first, !call.lacksCarrier else { return self }
        let endpoint = call.endpoint
        if endpoint.effect.isWrite, endpoint.bulk?.endpoint == endpoint.id { return self }
        return CallBatch(calls: calls, isBulk: false)
    }
}

/// What calls must share to go together: the endpoint, and what stands once in the request for all of them.
struct BatchKey: Hashable {
    let endpoint: Endpoint.ID
    let shared: String

    init(_ call: EndpointCall) {
        endpoint = call.endpoint.id
        switch call.endpoint.bulk?.shape {
        case .array, nil: shared = ""
        case .commaSeparated: shared = Self.text(call.sent)
        case .listField(let field): shared = Self.text(call.sent.filter { $0.key != field })
        }
    }
}

extension BatchKey {
    private static func text(_ fields: [(key: String, value: JSON)]) -> String {
        JSON.object(JSONObject(fields.map { ($0.key, $0.value) })).compact
    }
}

extension EndpointCall {
    /// Whether the bulk form can say everything this call says.
    var goesInBulk: Bool {
        guard let bulk = endpoint.bulk else { return false }
        if bulk.lacks.contains(where: { arguments[$0] != nil }) { return false }
        return !lacksCarrier || bulkNeedsNoCarrier
    }

    /// Reading many at a time asks by number alone.
    var bulkNeedsNoCarrier: Bool {
        if case .commaSeparated? = endpoint.bulk?.shape { true } else { false }
    }
}
