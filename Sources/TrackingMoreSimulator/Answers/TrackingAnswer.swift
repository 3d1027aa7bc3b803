import TrackingMore

/// Writes a parcel as lists, single reads and immediate reads answer it, keys in the order of real answers.
struct TrackingAnswer {
    let seed: UInt64
    let now: Int
    /// What the call asked for. Its language is that of the scan texts; without one it is the language the parcel was
    /// added with.
    let request: JSONObject
    let form: Form
    let behaviour: Behaviour

    enum Form: Sendable { case list, single, realtime }

    func json(_ parcel: Parcel) -> JSON {
        let state = State(parcel, now: now, language: request["lang"]?.text, asking: form == .realtime, behaviour)
        var object: JSONObject = [
            "id": .string(Parcel.id(seed: seed, number: parcel.number, carrier: parcel.carrier)),
            "tracking_number": .string(parcel.number), "carrier_code": .string(parcel.carrier),
        ]
        // An immediate read answers for the carrier: of the account's own fields it has none, and repeats two of the
        // request.
        if form == .realtime {
            for field in ["order_create_time", "destination_code"] { object.append(field, request[field] ?? "") }
        }
        object.append("status", .string(state.status.rawValue))
        object.append("track_update", .bool(parcel.stopped == nil && state.progression.finished == nil))
        if form != .realtime { append(ownFieldsOf: parcel, state, to: &object) }
        append(wayOf: parcel, state, to: &object)
        return .object(object)
    }

    private func append(ownFieldsOf parcel: Parcel, _ state: State, to object: inout JSONObject) {
        object.append("created_at", .string(Timestamps.iso8601(parcel.created)))
        object.append("updated_at", state.progression.refreshed.map { .string(Timestamps.iso8601($0)) } ?? .null)
        object.append(
            "order_create_time",
            parcel.detail("order_create_time").map { .string(Timestamps.order(repeating: $0)) } ?? .null)
        object.append("customer_email", email(parcel))
        object.append("title", .string(parcel.detail("title") ?? ""))
        for field in ["order_id", "comment", "customer_name"] {
            object.append(field, parcel.detail(field).map { .string($0) } ?? .null)
        }
        object.append("archived", .bool(parcel.archived))
    }

    private func append(wayOf parcel: Parcel, _ state: State, to object: inout JSONObject) {
        let seen = state.seen
        object.append("original_country", .string(seen.isEmpty ? "" : countryName(parcel.itinerary.origin)))
        if let destination = destination(parcel, seen) {
            object.append("destination_country", .string(countryName(destination)))
        }
        object.append("itemTimeLength", state.travelling.map { JSON($0) } ?? .null)
        object.append("stayTimeLength", JSON(state.silent))
        object.append("service_code", .null)
        object.append(form == .realtime ? "packageStatus" : "status_info", .null)
        object.append("substatus", state.progression.substatus.map { .string($0) } ?? .null)
        if form == .realtime { object.append("last_mile_tracking_supported", .null) }
        let hasOrigin = !seen.isEmpty || behaviour.originIsAlwaysThere
        object.append("origin_info", hasOrigin ? state.scans.origin(seen, hasReference: form != .realtime) : .null)
        // Every immediate read on record has null there.
        let none = form == .realtime ? .null : ScanWriter.emptyDestination(behaviour.emptyDestination)
        if let leg = state.scans.destination(seen) ?? none { object.append("destination_info", leg) }
        object.append("lastEvent", seen.last.map { .string(state.scans.summary($0)) } ?? .null)
        object.append("lastUpdateTime", seen.last.map { .string(state.scans.date($0)) } ?? .null)
    }

    private func email(_ parcel: Parcel) -> JSON {
        guard let address = parcel.detail("customer_email") else { return "" }
        return form == .single && behaviour.emailIsArrayOnRead ? [.string(address)] : .string(address)
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

extension TrackingAnswer {
    /// Where a parcel stands at a moment, and what follows from it.
    private struct State {
        let progression: Progression
        let status: Status
        let scans: ScanWriter
        /// Days begun since the first event, up to the delivery or the last refresh; nil before the first event.
        let travelling: Int?
        /// Days begun from the newest event to the last refresh.
        let silent: Int

        var seen: ArraySlice<Journey.Step> { progression.seen }

        init(_ parcel: Parcel, now: Int, language: String?, asking: Bool, _ behaviour: Behaviour) {
            progression = parcel.progression(at: now, asking: asking)
            status = parcel.status(progression)
            scans = ScanWriter(
                language: language ?? parcel.detail("lang") ?? "en", parcel: parcel, behaviour: behaviour)
            let (seen, looked) = (progression.seen, progression.refreshed ?? now)
            let end = seen.last.map { $0.scan.status == .delivered ? $0.time : looked } ?? now
            travelling = seen.first.map { daysBegun(end - $0.time) }
            silent = seen.last.map { daysBegun(looked - $0.time) } ?? 0
        }
    }
}

extension Parcel {
    /// The country it is going to by ISO code, as far as the account was told.
    var statedDestination: String? {
        let code = detail("destination_code") ?? detail("tracking_destination_country")
        return code.flatMap { Country($0)?.code }
    }
}
