import TrackingMore

/// What a carrier can report about a parcel.
enum Scan: Int, CaseIterable, Sendable {
    case received, sorted, dispatched, departed, arrivedAbroad, customsCleared, customsHeld, forwarded
    case sortedAtDestination, atDeliveryOffice, outForDelivery, contacted, readyForCollection
    case attemptFailed, wrongAddress, unreachable, undeliverable
    case delivered, collected, signedFor, leftAtDoor
    case unclaimed, damaged, refused, returning, returned, cancelled, disrupted
}

extension Scan {
    /// The `checkpoint_status` of the event.
    var status: Status {
        switch self {
        case .received, .sorted, .dispatched, .departed, .arrivedAbroad, .customsCleared, .forwarded,
            .sortedAtDestination, .atDeliveryOffice:
            .transit
        case .outForDelivery, .contacted, .readyForCollection: .pickup
        case .attemptFailed, .wrongAddress, .unreachable, .undeliverable: .undelivered
        case .delivered, .collected, .signedFor, .leftAtDoor: .delivered
        case .customsHeld, .unclaimed, .damaged, .refused, .returning, .returned, .cancelled, .disrupted: .exception
        }
    }

    /// The `substatus` of the event.
    var substatus: String {
        switch self {
        case .received, .forwarded: "transit001"
        case .sorted, .sortedAtDestination: "transit002"
        case .atDeliveryOffice: "transit003"
        case .arrivedAbroad: "transit004"
        case .customsCleared: "transit005"
        case .dispatched: "transit006"
        case .departed: "transit007"
        case .outForDelivery: "pickup001"
        case .readyForCollection: "pickup002"
        case .contacted: "pickup003"
        case .wrongAddress: "undelivered001"
        case .attemptFailed: "undelivered002"
        case .unreachable: "undelivered003"
        case .undeliverable: "undelivered004"
        case .delivered: "delivered001"
        case .collected: "delivered002"
        case .signedFor: "delivered003"
        case .leftAtDoor: "delivered004"
        case .unclaimed: "exception004"
        case .disrupted: "exception005"
        case .customsHeld: "exception006"
        case .damaged: "exception007"
        case .cancelled: "exception008"
        case .refused: "exception009"
        case .returned: "exception010"
        case .returning: "exception011"
        }
    }

    /// The milestone the event fixes, by its name on the wire.
    var milestone: String? {
        switch self {
        case .received: "ItemReceived"
        case .dispatched: "ItemDispatched"
        case .departed: "DepartfromAirport"
        case .arrivedAbroad: "ArrivalfromAbroad"
        case .customsCleared: "CustomsClearance"
        case .atDeliveryOffice: "DestinationArrived"
        default: nil
        }
    }

    /// Whether people at a door or a counter have a part in it.
    var happensByDay: Bool {
        switch self {
        case .outForDelivery, .contacted, .readyForCollection, .attemptFailed, .wrongAddress, .unreachable,
            .undeliverable, .delivered, .collected, .signedFor, .leftAtDoor, .refused:
            true
        default: false
        }
    }

    /// How long it usually takes to get here from the scan before, against the others.
    var weight: Int {
        switch self {
        case .received, .cancelled: 0
        case .sorted, .sortedAtDestination, .forwarded: 8
        case .dispatched, .customsCleared: 10
        case .departed: 12
        case .arrivedAbroad: 30
        case .customsHeld: 9
        case .atDeliveryOffice: 9
        case .outForDelivery, .contacted, .delivered, .signedFor, .leftAtDoor: 3
        case .readyForCollection: 4
        case .attemptFailed, .wrongAddress, .unreachable, .undeliverable: 3
        case .collected, .damaged, .disrupted: 10
        case .refused: 4
        case .returning, .unclaimed: 30
        case .returned: 50
        }
    }
}
