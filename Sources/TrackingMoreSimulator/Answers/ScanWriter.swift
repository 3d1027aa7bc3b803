import TrackingMore

/// Writes a parcel's scans: the two legs, their milestones and events, and the newest in one line.
struct ScanWriter {
    let language: String
    let parcel: Parcel
    /// Express companies leave the seconds out.
    private let writesSeconds: Bool

    init(language: String, parcel: Parcel) {
        self.language = language
        self.parcel = parcel
        writesSeconds = parcel.itinerary.service != .express
    }

    func date(_ step: Journey.Step) -> String {
        Timestamps.local(step.time, offset: step.place.offset, withSeconds: writesSeconds)
    }

    /// The event's text, place and date joined by commas, an empty place left out.
    func summary(_ step: Journey.Step) -> String {
        [step.scan.text(in: language), step.place.name, date(step)].filter { !$0.isEmpty }.joined(separator: ",")
    }

    func origin(_ seen: ArraySlice<Journey.Step>) -> JSON {
        let own = seen.filter { $0.leg == .origin }
        return .object(leg(parcel.carrier, milestones: seen, events: own, hasReference: true))
    }

    /// The leg of the courier that takes over; four nulls where there is none, or nothing of it yet.
    func destination(_ seen: ArraySlice<Journey.Step>) -> JSON {
        let own = seen.filter { $0.leg == .destination }
        guard !own.isEmpty, let carrier = parcel.itinerary.lastMileCarrier else { return ScanWriter.emptyLeg }
        return .object(leg(carrier, milestones: own[...], events: own, hasReference: false))
    }

    private static let emptyLeg: JSON = ["weblink": nil, "phone": nil, "carrier_code": nil, "trackinfo": nil]
    private static let milestones = [
        "ItemReceived", "ItemDispatched", "DepartfromAirport", "ArrivalfromAbroad", "CustomsClearance",
        "DestinationArrived",
    ]

    private func leg(
        _ code: String, milestones steps: ArraySlice<Journey.Step>, events: [Journey.Step], hasReference: Bool
    ) -> JSONObject {
        let carrier = Carrier(code)
        var leg = JSONObject()
        if hasReference { leg.append("ReferenceNumber", .null) }
        for milestone in ScanWriter.milestones {
            let step = steps.first { $0.scan.milestone == milestone }
            leg.append(milestone, step.map { .string(date($0)) } ?? .null)
        }
        leg.append("weblink", carrier.map { .string($0.homepage) } ?? "")
        leg.append("phone", carrier.flatMap { $0.phone.isEmpty ? nil : .string($0.phone) } ?? .null)
        leg.append("carrier_code", .string(code))
        leg.append("trackinfo", events.isEmpty ? .null : .array(events.reversed().map(event)))
        return leg
    }

    private func event(_ step: Journey.Step) -> JSON {
        var event: JSONObject = [
            "Date": .string(date(step)),
            "StatusDescription": .string(step.scan.text(in: language)),
            "Details": .string(step.place.name),
            "checkpoint_status": .string(step.scan.status.rawValue),
            "substatus": .string(step.scan.substatus ?? ""),
        ]
        if let milestone = step.scan.milestone { event.append("ItemNode", .string(milestone)) }
        return .object(event)
    }
}
