/// How a journey ends; drawn when the parcel is added, never shown before it happens. The raw value is kept in the store.
enum Outcome: Int, CaseIterable, Sendable {
    case delivered, signedFor, leftAtDoor, collected, deliveredAfterNotice
    /// Waits to be collected, for good.
    case waiting
    /// The notice stays the last word.
    case undelivered
    case refused, returned, unclaimed, heldByCustoms, damaged
    /// The sender takes it back before it is handed in.
    case cancelled = 14
    /// Something else goes wrong on the last stretch.
    case disrupted = 15
    /// The scans stop half way; the parcel expires in the end.
    case silent = 12
    /// The carrier never reports anything.
    case notFound
}

extension Outcome {
    /// How many of a thousand parcels end so.
    var share: Int {
        switch self {
        case .delivered: 360
        case .signedFor: 240
        case .leftAtDoor: 150
        case .collected: 70
        case .deliveredAfterNotice: 70
        case .waiting: 12
        case .undelivered: 14
        case .refused: 8
        case .returned: 8
        case .unclaimed: 8
        case .heldByCustoms: 10
        case .damaged: 3
        case .cancelled, .disrupted: 1
        case .silent: 25
        case .notFound: 20
        }
    }

    static func drawn(_ dice: inout Dice) -> Outcome {
        var left = dice.number(below: allCases.reduce(0) { $0 + $1.share })
        for outcome in allCases {
            left -= outcome.share
            if left < 0 { return outcome }
        }
        return .delivered
    }

    /// The scans after the parcel has reached its delivery office.
    var ending: [Scan] {
        switch self {
        case .delivered: [.outForDelivery, .delivered]
        case .signedFor: [.outForDelivery, .signedFor]
        case .leftAtDoor: [.outForDelivery, .leftAtDoor]
        case .collected: [.readyForCollection, .collected]
        case .deliveredAfterNotice: [.outForDelivery, .attemptFailed, .outForDelivery, .signedFor]
        case .waiting: [.readyForCollection]
        case .undelivered: [.outForDelivery, .attemptFailed]
        case .refused: [.outForDelivery, .refused, .returning]
        case .returned: [.outForDelivery, .attemptFailed, .returning, .returned]
        case .unclaimed: [.readyForCollection, .unclaimed]
        case .heldByCustoms, .damaged, .cancelled, .disrupted, .silent, .notFound: []
        }
    }
}
