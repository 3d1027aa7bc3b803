import TrackingMore

/// A parcel of the account, as the store holds it. What has happened to it is not held but worked out.
struct Parcel: Sendable {
    /// The store's own number; higher is younger.
    var row = 0
    var number: String
    var carrier: String
    /// Seconds since 1970.
    var created: Int
    /// The last refresh of a parcel that is no longer refreshed.
    var stopped: Int?
    var archived = false
    /// The status set by hand.
    var mark: Status?
    /// Every field that came with it beside number and carrier, by its wire name.
    var details = JSONObject()
    var itinerary: Itinerary

    var rhythm: RefreshRhythm { RefreshRhythm(created: created, stopped: stopped) }

    func progression(at now: Int, asking: Bool = false) -> Progression {
        Progression(itinerary, rhythm: rhythm, now: now, asking: asking)
    }

    /// The status answers show: the one set by hand, or the journey's.
    func status(_ progression: Progression) -> Status { mark ?? progression.status }

    /// A detail as text; nil where it was never given.
    func detail(_ field: String) -> String? { details[field]?.text.flatMap { $0.isEmpty ? nil : $0 } }
}

extension Parcel {
    /// The service's own name for it: the same number and carrier keep theirs when they come back.
    static func id(seed: UInt64, number: String, carrier: String) -> String {
        let number = number.uppercased()
        return hex(stableHash(seed ^ 1, number, carrier)) + hex(stableHash(seed ^ 2, number, carrier))
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// What a parcel of the account is called: enough to name it to a person.
public struct ParcelName: Sendable {
    public let number: String
    public let carrier: String
    public let order: String?
    public let title: String?
    public let customer: String?
}
