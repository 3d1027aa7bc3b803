import TMSCommands
import TMSRuntime
import TrackingMore

extension CallPerformer {
    /// What the account holds of the parcels before they are changed.
    func images(of batch: CallBatch, readingThem reads: Bool) async throws(Failure) -> [JSON?] {
        guard let first = batch.calls.first, first.endpoint.effect != .create else {
            return batch.calls.map { _ in nil }
        }
        var held = account.known(batch.calls.compactMap(\.number))
        let missing = batch.calls.filter { held[key(of: $0)] == nil }.compactMap(\.number)
        if reads, !missing.isEmpty {
            held.merge(try await self.held(of: missing, for: first, among: expected)) { _, read in read }
        }
        return batch.calls.map { held[key(of: $0)] }
    }

    private func key(of call: EndpointCall) -> ParcelKey { ParcelKey(call.number, call.carrier) }

    /// What the account holds of some numbers.
    ///
    /// - Parameter expected: of how many parcels something is to be known soon.
    func held(
        of numbers: [String], for call: EndpointCall, among expected: Int = 0
    ) async throws(Failure) -> [ParcelKey: JSON] {
        try await account.rows(of: numbers, among: expected) { arguments throws(Failure) in
            try await self.read(self.dialect.calls.list, arguments, for: call)
        }
    }
}
