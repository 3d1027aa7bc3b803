import TrackingMore

extension Handlers {
    @Sendable static func updateTracking(_ call: Call, _ session: inout Session) throws -> Reply {
        .success(try edit(call.fields, &session))
    }

    @Sendable static func updateTrackings(_ call: Call, _ session: inout Session) throws -> Reply {
        var edited: [JSON] = []
        var errors: [JSON] = []
        for item in call.items {
            do {
                if let refused = item.refused { throw refused }
                edited.append(try edit(item.fields, &session))
            } catch let refused as Refused {
                errors.append(error(item.fields, refused))
            }
        }
        return .success([
            "submitted": JSON(call.items.count), session.behaviour.updateCounter: JSON(edited.count),
            "trackings": .array(edited), "errors": .array(errors),
        ])
    }

    /// The whole answer of the service is one empty tag.
    @Sendable static func changeCarrier(_ call: Call, _ session: inout Session) throws -> Reply {
        guard var parcel = try session.parcels.find(call.fields.number, call.fields.carrier) else {
            throw Refused(4017)
        }
        let carrier = call.fields.text("update_carrier_code").lowercased()
        guard try !session.parcels.contains(parcel.number, carrier) else { throw Refused(4016) }
        parcel.carrier = carrier
        parcel.stopped = nil
        parcel.itinerary = Itinerary.drawn(
            seed: session.account.seed, number: parcel.number, carrier: carrier,
            destination: parcel.statedDestination, now: parcel.created)
        try session.parcels.update(parcel)
        return .success(["Usertag": ""])
    }

    @Sendable static func stopUpdating(_ call: Call, _ session: inout Session) throws -> Reply {
        let (stopped, errors) = try each(call, session) { parcel, session in
            var parcel = parcel
            parcel.stopped = parcel.rhythm.last(at: session.now) ?? parcel.created
            try session.parcels.update(parcel)
        }
        return .success(counted(call, "change", stopped.map { .object($0) }, errors))
    }

    @Sendable static func deleteTracking(_ call: Call, _ session: inout Session) throws -> Reply {
        guard let parcel = try session.parcels.find(call.fields.number, call.fields.carrier) else {
            throw Refused(4017)
        }
        try session.parcels.remove(parcel)
        return .success([])
    }

    /// Here, and only here, each element stands inside a `meta` of its own.
    @Sendable static func deleteTrackings(_ call: Call, _ session: inout Session) throws -> Reply {
        let (removed, errors) = try each(call, session) { parcel, session in try session.parcels.remove(parcel) }
        return .success(counted(call, "delete", removed.map { ["meta": .object($0)] }, errors))
    }

    /// What a bulk answer says: how many were named, how many of them it was done to, which, and what was wrong with
    /// the others, as bulk edits say it. The samples, in which all goes well, have no errors.
    private static func counted(_ call: Call, _ counter: String, _ done: [JSON], _ errors: [JSON]) -> JSON {
        var data: JSONObject = [
            "submitted": JSON(call.items.count), counter: JSON(done.count), "trackings": .array(done),
        ]
        if !errors.isEmpty { data.append("errors", .array(errors)) }
        return .object(data)
    }

    /// Does something to every parcel named that is there; names those, and tells what is wrong with the others.
    private static func each(
        _ call: Call, _ session: Session, _ work: (Parcel, Session) throws -> Void
    ) throws -> (done: [JSONObject], errors: [JSON]) {
        var done: [JSONObject] = []
        var errors: [JSON] = []
        for item in call.items {
            do {
                if let refused = item.refused { throw refused }
                guard let parcel = try session.parcels.find(item.fields.number, item.fields.carrier) else {
                    throw Refused(4017)
                }
                try work(parcel, session)
                var name = item.fields.name
                if !session.behaviour.bulkNamesCarrier { name.remove("carrier_code") }
                done.append(name)
            } catch let refused as Refused {
                errors.append(error(item.fields, refused))
            }
        }
        return (done, errors)
    }

    private static func edit(_ fields: JSONObject, _ session: inout Session) throws -> JSON {
        guard var parcel = try session.parcels.find(fields.number, fields.carrier) else { throw Refused(4017) }
        for (field, value) in fields where !notDetails.contains(field) { parcel.details[field] = value }
        switch fields.text("archived") {
        case "true": parcel.archived = true
        case "false": parcel.archived = false
        default: break
        }
        if let number = fields["status"]?.integer { mark(&parcel, number, session) }
        if fields["destination_code"] != nil, parcel.progression(at: session.now).seen.isEmpty {
            parcel.itinerary = redirected(parcel, session)
        }
        try session.parcels.update(parcel)
        return CreatedAnswer(seed: session.account.seed).edited(parcel, now: session.now)
    }

    /// Fields of an edit that are not kept with the parcel as they came.
    private static let notDetails: Set<String> = ["tracking_number", "carrier_code", "archived", "status"]

    /// 4 is delivered, 7 an exception, 8 gives the parcel back to the service.
    private static func mark(_ parcel: inout Parcel, _ number: Int, _ session: Session) {
        switch number {
        case 4:
            parcel.mark = .delivered
            guard session.behaviour.markingDeliveredStopsRefresh else { return }
            parcel.stopped = parcel.stopped ?? parcel.rhythm.last(at: session.now) ?? parcel.created
        case 7: parcel.mark = .exception
        case 8:
            // Only the hand's mark is taken back: what `notupdate` stopped without one stays stopped.
            if parcel.mark == .delivered { parcel.stopped = nil }
            parcel.mark = nil
        default: break
        }
    }

    /// A parcel that nobody has scanned yet can still go somewhere else.
    private static func redirected(_ parcel: Parcel, _ session: Session) -> Itinerary {
        let old = parcel.itinerary
        return Itinerary.drawn(
            seed: session.account.seed, number: parcel.number, carrier: parcel.carrier,
            destination: parcel.statedDestination, outcome: old.outcome, start: old.start, now: session.now)
    }
}
