import TMSCommands
import TrackingMore

/// What the account would say to writes that are held back, one after the other: a parcel that is there is not tracked
/// again, and one that is not there cannot be changed.
struct PredictedState {
    /// The parcels that the writes so far would have brought or taken away.
    private var changes: [ParcelKey: Bool] = [:]

    /// The code the service would refuse the write with, if it would.
    ///
    /// - Parameter held: what the account holds.
    mutating func refusal(of call: EndpointCall, held: [ParcelKey: JSON]) -> Int? {
        guard call.number != nil else { return nil }
        let codes = call.dialect.expected
        let parcel = ParcelKey(call.number, call.carrier)
        let isThere = changes[parcel] ?? (held[parcel] != nil)
        switch call.endpoint.effect {
        case .read, .lookup: return nil
        case .create:
            changes[parcel] = true
            return isThere ? codes.alreadyThere : nil
        case .delete:
            changes[parcel] = false
            return isThere ? nil : codes.notThere
        case .update:
            guard isThere else { return codes.notThere }
            guard call.changesCarrier else { return nil }
            let next = ParcelKey(call.number, call.carrierAfterwards)
            if changes[next] ?? (held[next] != nil) { return codes.alreadyThere }
            changes[parcel] = false
            changes[next] = true
            return nil
        }
    }
}
