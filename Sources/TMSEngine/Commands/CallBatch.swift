import TMSCommands
import TrackingMore

/// Calls that go to the service as one request, or one call alone.
struct CallBatch {
    var calls: [EndpointCall]
    let isBulk: Bool

    /// Groups calls in their order. A parcel stands at most once in a batch, so that its commands keep their order.
    static func plan(_ calls: [EndpointCall]) -> [CallBatch] {
        var batches: [CallBatch] = []
        var open: (batch: CallBatch, numbers: Set<String>, key: BatchKey)?
        for call in calls {
            guard let bulk = call.endpoint.bulk, call.goesInBulk else {
                if let last = open { batches.append(last.batch) }
                open = nil
                batches.append(CallBatch(calls: [call], isBulk: false))
                continue
            }
            let number = call.number?.uppercased() ?? ""
            let key = BatchKey(call)
            if var current = open, current.key == key, current.batch.calls.count < bulk.limit,
                number.isEmpty || !current.numbers.contains(number)
            {
                current.batch.calls.append(call)
                current.numbers.insert(number)
                open = current
            } else {
                if let last = open { batches.append(last.batch) }
                open = (CallBatch(calls: [call], isBulk: true), [number], key)
            }
        }
        if let last = open { batches.append(last.batch) }
        return batches.map(\.settled)
    }

    /// A batch of one that can go alone goes alone: the plain call says more.
    private var settled: CallBatch {
        guard calls.count == 1, let call = calls.first, !call.lacksCarrier else { return self }
        return CallBatch(calls: calls, isBulk: false)
    }
}

/// What calls must share to go together: the endpoint, and what stands once in the request for all of them.
private struct BatchKey: Equatable {
    let endpoint: Endpoint.ID
    let shared: JSONObject

    init(_ call: EndpointCall) {
        endpoint = call.endpoint.id
        switch call.endpoint.bulk?.shape {
        case .array, nil: shared = [:]
        case .commaSeparated, .listField: shared = JSONObject(call.sent.map { ($0.key, $0.value) })
        }
    }
}

extension EndpointCall {
    /// Whether the bulk form can say everything this call says.
    fileprivate var goesInBulk: Bool {
        guard let bulk = endpoint.bulk else { return false }
        if bulk.lacks.contains(where: { arguments[$0] != nil }) { return false }
        return !lacksCarrier || bulkNeedsNoCarrier
    }

    /// Reading many at a time asks by number alone.
    var bulkNeedsNoCarrier: Bool {
        if case .commaSeparated? = endpoint.bulk?.shape { true } else { false }
    }
}
