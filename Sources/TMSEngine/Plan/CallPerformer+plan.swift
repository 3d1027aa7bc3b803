import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

extension CallPerformer {
    /// The outcomes of writes that are held back: as the account would answer them, which is asked for what it holds.
    /// What is read and counted is what the run would read.
    func predicted(_ batch: CallBatch) async -> [CallOutcome] {
        let held: [ParcelKey: JSON]
        do throws(Failure) {
            if keepsImages { _ = try await images(of: batch, readingThem: true) }
            held = try await foreseen(batch.calls)
        } catch {
            return batch.calls.map { CallOutcome($0, .failure(error.about($0))) }
        }
        let refusals = batch.calls.map { predictedState?.refusal(of: $0, held: held) }
        book?.beginBatch()
        let outcomes = await withheld(batch)
        return zip(outcomes, refusals).map { outcome, refusal in
            let call = outcome.call
            guard let refusal else {
                book?.add(call, held: held[ParcelKey(call.number, call.carrier)])
                return outcome
            }
            // The chain has answered that the write is done.
            if let number = call.number { account.forget(number) }
            if refusal == dialect.expected.notThere { knowledge.forget(call.number ?? "", call.carrier ?? "") }
            return refused(call, .refused(dialect.refusal(refusal), message: nil))
        }
    }

    /// What the account holds of parcels before the plan.
    private func foreseen(_ calls: [EndpointCall]) async throws(Failure) -> [ParcelKey: JSON] {
        guard let foresight, let first = calls.first else { return [:] }
        var held = foresight.known(calls.compactMap(\.number))
        let unknown = calls.filter { held[ParcelKey($0.number, $0.carrier)] == nil }.compactMap(\.number)
        guard !unknown.isEmpty else { return held }
        let read = try await foresight.rows(of: unknown, among: expected) { arguments throws(Failure) in
            try await self.read(self.dialect.calls.list, arguments, for: first, forPlanAlone: true)
        }
        held.merge(read) { known, _ in known }
        return held
    }

    /// Whether what the account holds of a parcel is read, and kept, before it is changed.
    private var keepsImages: Bool {
        let settings = predictedState == nil ? journal?.settings : context.journal
        return settings?.readsImages == true
    }

    /// Keeps what was read of parcels, so that it need not be read again before they are changed.
    func keep(_ rows: [JSON]) {
        foresight?.keep(rows)
        if keepsImages { account.keep(rows) }
    }

    /// The rows of a saved plan whose parcels are not as they were, by their places. What the plan has written itself
    /// was compared before.
    func moved(_ calls: [EndpointCall]) async -> [Int: Failure] {
        let open = calls.indices.filter { place in
            calls[place].planned != nil && !touched.contains(calls[place].number?.uppercased() ?? "")
        }
        guard let first = open.first else { return [:] }
        do throws(Failure) {
            let held = try await held(of: open.compactMap { calls[$0].number }, for: calls[first])
            var moved: [Int: Failure] = [:]
            for place in open {
                let now = held[ParcelKey(calls[place].number, calls[place].carrier)].map { ParcelDigest.of($0) }
                moved[place] = calls[place].obstacle(now)
            }
            return moved
        } catch {
            return Dictionary(uniqueKeysWithValues: open.map { ($0, error.about(calls[$0])) })
        }
    }
}
