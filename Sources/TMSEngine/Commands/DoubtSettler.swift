import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// Settles writes of which nobody knows whether they arrived, by reading back: what is done is not done twice.
struct DoubtSettler {
    let performer: CallPerformer

    func settle(_ batch: CallBatch, after error: APIError) async -> [CallOutcome] {
        guard let tracked = await performer.tracked(batch.calls) else { return batch.calls.map { inDoubt($0, error) } }
        var outcomes: [CallOutcome?] = []
        var again: [EndpointCall] = []
        for call in batch.calls {
            let row = tracked[ParcelKey(call.number, call.carrierAfterwards)]
            if Arrival(call, held: row, since: performer.began).hasArrived {
                outcomes.append(performer.done(call, call.endpoint.effect == .create ? row ?? .null : .null))
            } else {
                outcomes.append(nil)
                again.append(call)
            }
        }
        var repeated = await sentAgain(again, batch.isBulk).makeIterator()
        return zip(batch.calls, outcomes).map { call, outcome in
            outcome ?? repeated.next() ?? inDoubt(call, error)
        }
    }

    /// The second attempt is the last: what is in doubt after it is reported so.
    private func sentAgain(_ calls: [EndpointCall], _ isBulk: Bool) async -> [CallOutcome] {
        guard !calls.isEmpty else { return [] }
        let batch = CallBatch(calls: calls, isBulk: isBulk && calls.count > 1)
        guard let request = try? batch.request() else { return [] }
        switch await performer.send(request) {
        case .success(let answer):
            return batch.isBulk
                ? performer.taken(answer, apart: batch) : calls.map { performer.done($0, answer.data) }
        case .failure(let error):
            return calls.map { error.leavesDoubt ? inDoubt($0, error) : performer.refused($0, error) }
        }
    }

    private func inDoubt(_ call: EndpointCall, _ error: APIError) -> CallOutcome {
        var failure = Failure(error, of: call)
        failure.kind = .doubt
        // What ended the run has its own status.
        if !failure.isFatal { failure.status = .temporary }
        failure.diagnostic.notes.append(
            "it may have been done all the same; look before repeating: show \(call.number ?? "")")
        return CallOutcome(call, .failure(failure))
    }
}
