import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// Settles writes of which nobody knows whether they arrived, by reading back: what is done is not done twice.
struct DoubtSettler {
    let performer: CallPerformer

    func settle(_ batch: CallBatch, after error: APIError) async -> [CallOutcome] {
        guard let tracked = await tracked(batch.calls) else { return batch.calls.map { inDoubt($0, error) } }
        var outcomes: [CallOutcome?] = []
        var again: [EndpointCall] = []
        for call in batch.calls {
            let row = tracked[key(call.number, call.carrierAfterwards)]
            switch call.endpoint.effect {
            case .create where row != nil: outcomes.append(performer.done(call, row ?? .null))
            case .delete where row == nil: outcomes.append(performer.done(call, .null))
            case .update where call.changesCarrier && row != nil: outcomes.append(performer.done(call, .null))
            case .create, .delete, .update, .read, .lookup:
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

    /// The rows the account holds for these numbers, by number and courier; nil where it cannot be read.
    private func tracked(_ calls: [EndpointCall]) async -> [String: JSON]? {
        var rows: [String: JSON] = [:]
        let numbers = calls.compactMap(\.number)
        for start in stride(from: 0, to: numbers.count, by: 40) {
            let part = numbers[start..<min(start + 40, numbers.count)].map { JSON.string($0) }
            guard let request = try? Endpoint.listTrackings.request(["numbers": .array(part)]) else { return nil }
            switch await performer.send(OutgoingRequest(request, of: .listTrackings, items: part.count)) {
            case .success(let answer):
                for row in Endpoint.listTrackings.rows(of: answer.data) {
                    rows[key(row["tracking_number"]?.text, row["carrier_code"]?.text)] = row
                }
            case .failure(.refused(let refusal, _)) where Endpoint.listTrackings.meansNoRows(refusal.code): continue
            case .failure: return nil
            }
        }
        return rows
    }

    private func key(_ number: String?, _ carrier: String?) -> String {
        (number ?? "").uppercased() + " " + (carrier ?? "").lowercased()
    }

    private func inDoubt(_ call: EndpointCall, _ error: APIError) -> CallOutcome {
        var failure = Failure(error, of: call)
        failure.kind = "doubt"
        failure.status = 5
        failure.diagnostic.notes.append(
            "it may have been done all the same; look before repeating: show \(call.number ?? "")")
        return CallOutcome(call, .failure(failure))
    }
}

extension EndpointCall {
    fileprivate var changesCarrier: Bool { endpoint.parameter("update_carrier_code") != nil }

    /// The courier the account holds once the call is done.
    fileprivate var carrierAfterwards: String? { arguments["update_carrier_code"]?.text ?? carrier }
}
