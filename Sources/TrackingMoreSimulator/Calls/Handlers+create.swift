import TrackingMore

extension Handlers {
    @Sendable static func createTracking(_ call: Call, _ session: inout Session) throws -> Reply {
        let parcel = try add(call.fields, call.endpoint, &session)
        return .created(CreatedAnswer(seed: session.account.seed).single(parcel), code: session.behaviour.createdOne)
    }

    /// Partial success is success: what was refused stands under `errors`.
    @Sendable static func createTrackings(_ call: Call, _ session: inout Session) throws -> Reply {
        var added: [JSON] = []
        var errors: [JSON] = []
        for item in call.items {
            do {
                if let refused = item.refused { throw refused }
                let parcel = try add(item.fields, call.endpoint, &session)
                added.append(CreatedAnswer(seed: session.account.seed).inBatch(parcel))
            } catch let refused as Refused {
                errors.append(error(item.fields, refused))
            }
        }
        var data: JSONObject = [
            "submitted": JSON(call.items.count), "added": JSON(added.count), "trackings": .array(added),
        ]
        if session.behaviour.batchAlwaysHasErrors || !errors.isEmpty { data.append("errors", .array(errors)) }
        return .created(.object(data), code: added.isEmpty ? 200 : session.behaviour.createdSome)
    }

    /// What a bulk answer says of an item that was refused.
    static func error(_ fields: JSONObject, _ refused: Refused) -> JSON {
        var error = fields.name
        error.append("code", JSON(refused.code))
        error.append("message", .string(refused.message))
        return .object(error)
    }

    static func add(_ fields: JSONObject, _ endpoint: Endpoint, _ session: inout Session) throws -> Parcel {
        let parcel = newParcel(fields, session)
        guard try !session.parcels.contains(parcel.number, parcel.carrier) else { throw Refused(4016) }
        try session.pay(endpoint)
        try session.parcels.add(parcel)
        return parcel
    }

    /// A parcel made of a call's fields; not added anywhere.
    static func newParcel(_ fields: JSONObject, _ session: Session) -> Parcel {
        var details = fields
        details.remove("tracking_number")
        details.remove("carrier_code")
        // Older pages and the realtime call name two fields differently.
        for (old, new) in [("specialNumberDestination", "tracking_destination_country"), ("order", "order_id")] {
            guard let value = details[old] else { continue }
            details.remove(old)
            if details[new] == nil { details.append(new, value) }
        }
        let told = [details.text("destination_code"), details.text("tracking_destination_country")]
        let itinerary = Itinerary.drawn(
            seed: session.account.seed, number: fields.number, carrier: fields.carrier,
            destination: told.lazy.compactMap { Country($0)?.code }.first, now: session.now)
        return Parcel(
            number: fields.number, carrier: fields.carrier, created: session.now, details: details,
            itinerary: itinerary)
    }
}
