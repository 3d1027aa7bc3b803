import TrackingMore

/// Writes a parcel's scans: the two legs, their milestones and events, and the newest in one line.
struct ScanWriter {
    let language: String
    let parcel: Parcel
    let behaviour: Behaviour
    /// Express companies leave the seconds out.
    private let writesSeconds: Bool

    init(language: String, parcel: Parcel, behaviour: Behaviour) {
        self.language = language
        self.parcel = parcel
        self.behaviour = behaviour
        writesSeconds = parcel.itinerary.service != .express
    }

    func date(_ step: Journey.Step) -> String {
        Timestamps.local(step.time, offset: step.place.offset, withSeconds: writesSeconds)
    }

    /// The event's text, place and date joined by commas, an empty place left out.
    func summary(_ step: Journey.Step) -> String {
        [step.scan.text(in: language), step.place.name, date(step)].filter { !$0.isEmpty }.joined(separator: ",")
    }

    /// - Parameter hasReference: whether the carrier's reference stands first; immediate reads leave it out.
    func origin(_ seen: ArraySlice<Journey.Step>, hasReference: Bool) -> JSON {
        let own = seen.filter { $0.leg == .origin }
        return .object(leg(parcel.carrier, milestones: seen, events: own, isOrigin: true, hasReference: hasReference))
    }

    /// The leg of the carrier that takes over; nil where there is none, or nothing of it yet.
    func destination(_ seen: ArraySlice<Journey.Step>) -> JSON? {
        let own = seen.filter { $0.leg == .destination }
        guard !own.isEmpty, let carrier = parcel.itinerary.lastMileCarrier else { return nil }
        return .object(leg(carrier, milestones: own[...], events: own, isOrigin: false, hasReference: false))
    }

    /// What stands for a destination leg without events; nil where nothing does.
    static func emptyDestination(_ form: Behaviour.EmptyDestination) -> JSON? {
        let plain = ["weblink", "phone", "carrier_code", "trackinfo"]
        func nulls(_ keys: [String]) -> JSON { .object(JSONObject(keys.map { ($0, .null) })) }
        switch form {
        case .nulls: return nulls(["ReferenceNumber"] + milestones + plain)
        case .short: return nulls(plain)
        case .null: return .null
        case .absent: return nil
        }
    }

    private static let received = "ItemReceived"
    private static let milestones = [
        received, "ItemDispatched", "DepartfromAirport", "ArrivalfromAbroad", "CustomsClearance",
        "DestinationArrived",
    ]

    private func leg(
        _ code: String, milestones steps: ArraySlice<Journey.Step>, events: [Journey.Step], isOrigin: Bool,
        hasReference: Bool
    ) -> JSONObject {
        let carrier = Carrier(code: code)
        var leg = JSONObject()
        if hasReference { leg.append("ReferenceNumber", .null) }
        for milestone in ScanWriter.milestones {
            // Received is when the first event appeared, whatever it says.
            let isFirst = isOrigin && milestone == ScanWriter.received
            let step = isFirst ? events.first : steps.first { $0.scan.milestone == milestone }
            leg.append(milestone, step.map { .string(date($0)) } ?? .null)
        }
        leg.append("weblink", carrier.map { .string($0.homepage) } ?? "")
        leg.append("phone", carrier.flatMap { $0.phone.isEmpty ? nil : .string($0.phone) } ?? .null)
        leg.append("carrier_code", .string(code))
        let newestFirst = events.enumerated().reversed().map { index, step in
            event(step, node: node(step, isOldest: isOrigin && index == 0))
        }
        leg.append("trackinfo", newestFirst.isEmpty ? .null : .array(newestFirst))
        return leg
    }

    /// The milestone an event names.
    private func node(_ step: Journey.Step, isOldest: Bool) -> String? {
        switch behaviour.itemNodes {
        case .first: isOldest ? ScanWriter.received : nil
        case .all: isOldest ? ScanWriter.received : step.scan.milestone
        }
    }

    private func event(_ step: Journey.Step, node: String?) -> JSON {
        var event: JSONObject = [
            "Date": .string(date(step)),
            "StatusDescription": .string(step.scan.text(in: language)),
            "Details": .string(step.place.name),
            "checkpoint_status": .string(step.scan.status.rawValue),
            "substatus": .string(step.scan.substatus),
        ]
        if let node { event.append("ItemNode", .string(node)) }
        return .object(event)
    }
}
