import TMSCommands
import TrackingMore

/// What the account would say to writes that are held back, one after the other: a parcel that is there is not tracked
/// again, and one that is not there cannot be changed.
struct Foresight {
    /// The parcels that the writes so far would have brought or taken away.
    private var changes: [ParcelKey: Bool] = [:]

    /// The code the service would refuse the write with, if it would.
    ///
    /// - Parameter held: what the account holds.
    mutating func refusal(of call: EndpointCall, held: [ParcelKey: JSON]) -> Int? {
        guard call.number != nil else { return nil }
        let parcel = ParcelKey(call.number, call.carrier)
        let isThere = changes[parcel] ?? (held[parcel] != nil)
        switch call.endpoint.effect {
        case .read, .lookup: return nil
        case .create:
            changes[parcel] = true
            return isThere ? 4016 : nil
        case .delete:
            changes[parcel] = false
            return isThere ? nil : 4017
        case .update:
            guard isThere else { return 4017 }
            guard call.changesCarrier else { return nil }
            let next = ParcelKey(call.number, call.carrierAfterwards)
            if changes[next] ?? (held[next] != nil) { return 4016 }
            changes[parcel] = false
            changes[next] = true
            return nil
        }
    }
}
