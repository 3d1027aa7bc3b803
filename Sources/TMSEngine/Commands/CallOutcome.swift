import TMSCommands
import TMSRuntime
import TrackingMore

/// What became of one call of a command.
struct CallOutcome {
    var call: EndpointCall
    let result: Result<[Value], Failure>
    /// A parcel that was to be tracked is there already; what the account holds of it is not known yet.
    var isThereAlready = false
    /// What the service answered to a write that it carried out.
    var answer: JSON?

    init(_ call: EndpointCall, _ result: Result<[Value], Failure>) {
        self.call = call
        self.result = result
    }
}

extension CallOutcome {
    /// The same of a write that is held back: `would be deleted`. What is there already is so, planned or not.
    var planned: CallOutcome {
        guard call.endpoint.effect.isWrite, case .success(let rows) = result else { return self }
        return CallOutcome(
            call,
            .success(
                rows.map { row in
                    guard case .record(let record) = row, let place = record.shape.keys.firstIndex(of: "outcome"),
                        case .text(let outcome) = record.value(at: place), outcome.string != EndpointCall.alreadyThere
                    else { return row }
                    var values = record.values
                    values[place] = .string("would be \(outcome.string)")
                    return .record(Record(shape: record.shape, values: values))
                }))
    }
}
