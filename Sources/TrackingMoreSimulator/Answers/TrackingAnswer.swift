import TrackingMore

/// Writes a parcel as lists, single reads and realtime reads answer it, keys in the order of real answers.
struct TrackingAnswer {
    let seed: UInt64
    let now: Int
    /// The language of the scan texts; nil for the one the parcel was added with.
    let language: String?
    let form: Form
    let behaviour: Behaviour

    enum Form: Sendable { case list, single, realtime }

    func json(_ parcel: Parcel) -> JSON {
        let progression = parcel.progression(at: now, asking: form == .realtime)
        let status = parcel.status(progression)
        let scans = ScanWriter(language: language ?? parcel.detail("lang") ?? "en", parcel: parcel)
        let seen = progression.seen
        var object = JSONObject()
        object.append("id", .string(Parcel.id(seed: seed, number: parcel.number, carrier: parcel.carrier)))
        object.append("tracking_number", .string(parcel.number))
        object.append("carrier_code", .string(parcel.carrier))
        object.append("status", .string(status.rawValue))
        object.append("track_update", .bool(parcel.stopped == nil && progression.finished == nil))
        if form != .realtime {
            object.append("created_at", .string(Timestamps.iso8601(parcel.created)))
            object.append("updated_at", progression.refreshed.map { .string(Timestamps.iso8601($0)) } ?? .null)
        }
        object.append(
            "order_create_time",
            parcel.detail("order_create_time").map { .string(Timestamps.order(repeating: $0)) } ?? .null)
        object.append("customer_email", email(parcel))
        object.append("title", .string(parcel.detail("title") ?? ""))
        object.append("order_id", text(parcel, "order_id"))
        object.append("comment", text(parcel, "comment"))
        object.append("customer_name", text(parcel, "customer_name"))
        object.append("archived", .bool(parcel.archived))
        object.append("original_country", .string(seen.isEmpty ? "" : countryName(parcel.itinerary.origin)))
        if let destination = destination(parcel, seen) {
            object.append("destination_country", .string(countryName(destination)))
        }
        let end = seen.last.map { $0.scan.status == .delivered ? $0.time : progression.refreshed ?? now } ?? now
        object.append("itemTimeLength", seen.first.map { JSON(daysBegun(end - $0.time)) } ?? .null)
        object.append(
            "stayTimeLength", JSON(seen.last.map { daysBegun((progression.refreshed ?? now) - $0.time) } ?? 0))
        object.append("service_code", .null)
        object.append("status_info", .null)
        object.append("substatus", progression.substatus.map { .string($0) } ?? .null)
        let hasOrigin = !seen.isEmpty || behaviour.originIsAlwaysThere
        object.append("origin_info", hasOrigin ? scans.origin(seen) : .null)
        object.append("destination_info", scans.destination(seen))
        object.append("lastEvent", seen.last.map { .string(scans.summary($0)) } ?? .null)
        object.append("lastUpdateTime", seen.last.map { .string(scans.date($0)) } ?? .null)
        return .object(object)
    }

    private func email(_ parcel: Parcel) -> JSON {
        guard let address = parcel.detail("customer_email") else { return "" }
        return form == .single && behaviour.emailIsArrayOnRead ? [.string(address)] : .string(address)
    }

    private func text(_ parcel: Parcel, _ field: String) -> JSON {
        parcel.detail(field).map { .string($0) } ?? .null
    }

    /// What the account was told, else what the scans have shown.
    private func destination(_ parcel: Parcel, _ seen: ArraySlice<Journey.Step>) -> String? {
        let hasArrived = seen.contains { $0.scan == .arrivedAbroad }
        return parcel.statedDestination ?? (hasArrived ? parcel.itinerary.destination : nil)
    }

    private func countryName(_ code: String) -> String {
        code == "HK" ? "Hong Kong [CN]" : Country(code)?.name ?? code
    }
}

extension Parcel {
    /// The country it is going to by ISO code, as far as the account was told.
    var statedDestination: String? {
        let code = detail("destination_code") ?? detail("tracking_destination_country")
        return code.flatMap { Country($0)?.code }
    }
}
