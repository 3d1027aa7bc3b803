import TMSCommands
import TMSRuntime
import TMSStore
import TrackingMore

extension CallPerformer {
    /// Sends a batch; a write is written down before and after.
    func sent(_ batch: CallBatch) async -> [CallOutcome] {
        guard let journal, batch.calls.first?.endpoint.effect.isWrite == true else { return await answered(batch) }
        let places: [Int]
        do throws(Failure) {
            let images = try await images(of: batch, readingThem: journal.settings.readsImages)
            places = try await journal.intend(batch.calls, before: images)
        } catch {
            return batch.calls.map { CallOutcome($0, .failure(error.about($0))) }
        }
        let outcomes = await answered(batch)
        await journal.settle(zip(places, outcomes).map { ($0, $1.rowState) })
        return outcomes
    }

    /// What the account holds of the parcels before they are changed.
    private func images(of batch: CallBatch, readingThem reads: Bool) async throws(Failure) -> [JSON?] {
        guard let first = batch.calls.first, first.endpoint.effect != .create else {
            return batch.calls.map { _ in nil }
        }
        var held = account.known(batch.calls.compactMap(\.number))
        let missing = batch.calls.filter { held[key(of: $0)] == nil }.compactMap(\.number)
        if reads, !missing.isEmpty {
            held.merge(try await self.held(of: missing, for: first)) { _, read in read }
        }
        return batch.calls.map { held[key(of: $0)] }
    }

    private func key(of call: EndpointCall) -> ParcelKey { ParcelKey(call.number, call.carrier) }

    /// Keeps what was read of parcels, so that it need not be read again before they are changed.
    func keep(_ rows: [JSON]) {
        if journal?.settings.readsImages == true { account.keep(rows) }
    }

    /// What the account holds of some numbers.
    func held(of numbers: [String], for call: EndpointCall) async throws(Failure) -> [ParcelKey: JSON] {
        try await account.rows(of: numbers) { arguments throws(Failure) in
            try await self.read(self.dialect.calls.list, arguments, for: call)
        }
    }
}
