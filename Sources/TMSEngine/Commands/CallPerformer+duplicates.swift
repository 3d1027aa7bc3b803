import TMSCommands
import TMSRuntime
import TMSStore
import TrackingMore

extension CallPerformer {
    /// What becomes of calls that are not to be sent for what was done before them; `nil` for each that is.
    func settledBefore(_ calls: [EndpointCall]) async -> [CallOutcome?] {
        zip(await createdBefore(calls), await tooSoon(calls)).map { $0 ?? $1 }
    }

    /// What becomes of creates of parcels that this run has created before: they are not sent, since it is known what the
    /// service would say. `nil` for each that is to be sent.
    private func createdBefore(_ calls: [EndpointCall]) async -> [CallOutcome?] {
        let places = calls.indices.filter { account.hasCreated(calls[$0]) }
        var outcomes: [CallOutcome?] = Array(repeating: nil, count: calls.count)
        guard !places.isEmpty else { return outcomes }
        let known = await compared(places.map { alreadyThere(calls[$0]) })
        if let failure = await writeDown(known) {
            for place in places { outcomes[place] = CallOutcome(calls[place], .failure(failure.about(calls[place]))) }
            return outcomes
        }
        for (place, outcome) in zip(places, known) {
            tell(outcome)
            context.progress?.take([outcome.rowEnd].compactMap(\.self), by: outcome.call.verb.line.verb)
            outcomes[place] = predictedState == nil ? outcome : outcome.planned
        }
        return outcomes
    }

    /// The run has these rows too, though nothing is sent for them.
    private func writeDown(_ outcomes: [CallOutcome]) async -> Failure? {
        guard let journal else { return nil }
        do throws(Failure) {
            let places = try await journal.intend(outcomes.map(\.call), before: outcomes.map { _ in nil })
            await journal.settle(zip(places, outcomes).map { ($0, $1.rowState) })
            return nil
        } catch {
            return error
        }
    }

    /// Of calls whose parcel is the same, the first is sent; what it comes to tells what becomes of the others.
    func firstOfEach(_ calls: [EndpointCall]) -> [Bool] {
        var parcels: Set<ParcelKey> = []
        return calls.map { call in
            guard call.endpoint.effect == .create || call.endpoint.interval != nil else { return true }
            return parcels.insert(ParcelKey(call.number, call.carrier)).inserted
        }
    }

    /// A create of a parcel that is there: no failure, since the parcel is followed, as was asked.
    func alreadyThere(_ call: EndpointCall) -> CallOutcome {
        var outcome = CallOutcome(call, .success([alreadyRow(of: call)]))
        outcome.isThereAlready = true
        return outcome
    }
}
