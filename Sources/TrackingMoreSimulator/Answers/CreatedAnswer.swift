import TrackingMore

/// Writes a parcel as creating it and editing it answer.
struct CreatedAnswer {
    let seed: UInt64

    /// After `POST /trackings/post`: what was submitted is repeated as it came; of the rest two fields are empty
    /// texts and the others null, as in real answers.
    func single(_ parcel: Parcel) -> JSON {
        func echo(_ field: String, unset: JSON = .null) -> JSON { parcel.detail(field).map { .string($0) } ?? unset }
        return [
            "id": id(parcel), "tracking_number": .string(parcel.number), "carrier_code": .string(parcel.carrier),
            "order_create_time": echo("order_create_time"), "status": "pending",
            "created_at": .string(Timestamps.iso8601(parcel.created)), "customer_email": echo("customer_email"),
            "customer_name": echo("customer_name"), "order_id": echo("order_id"),
            "comment": echo("comment", unset: ""), "title": echo("title"),
            "logistics_channel": echo("logistics_channel", unset: ""),
        ]
    }

    /// One element of what `POST /trackings/batch` answers: null for what was not submitted, and a time of 0.
    func inBatch(_ parcel: Parcel) -> JSON {
        func echo(_ field: String) -> JSON { parcel.detail(field).map { .string($0) } ?? .null }
        return [
            "id": id(parcel), "tracking_number": .string(parcel.number), "carrier_code": .string(parcel.carrier),
            "order_create_time": parcel.detail("order_create_time").map { .string($0) } ?? 0, "status": "pending",
            "created_at": .string(Timestamps.iso8601(parcel.created)), "customer_email": echo("customer_email"),
            "customer_name": echo("customer_name"), "customer_phone": echo("customer_phone"),
            "order_id": echo("order_id"), "comment": echo("comment"), "title": echo("title"),
            "logistics_channel": echo("logistics_channel"),
            "destination": .string(parcel.detail("destination_code") ?? ""),
        ]
    }

    /// After an edit. Its `updated_at` is the one the next read shows: the last refresh.
    func edited(_ parcel: Parcel, now: Int) -> JSON {
        func echo(_ field: String) -> JSON { .string(parcel.detail(field) ?? "") }
        let progression = parcel.progression(at: now)
        let placed = parcel.detail("order_create_time").map { JSON.string(Timestamps.order(repeating: $0)) }
        return [
            "id": id(parcel), "tracking_number": .string(parcel.number), "carrier_code": .string(parcel.carrier),
            "order_create_time": placed ?? .null, "status": .string(parcel.status(progression).rawValue),
            "created_at": .string(Timestamps.iso8601(parcel.created)),
            "updated_at": progression.refreshed.map { .string(Timestamps.iso8601($0)) } ?? .null,
            "customer_email": echo("customer_email"),
            "customer_name": echo("customer_name"), "customer_phone": echo("customer_phone"),
            "order_id": echo("order_id"), "comment": echo("comment"), "title": echo("title"),
            "logistics_channel": echo("logistics_channel"), "destination": echo("destination_code"),
            "destination_code": echo("destination_code"), "archived": .bool(parcel.archived),
        ]
    }

    private func id(_ parcel: Parcel) -> JSON {
        .string(Parcel.id(seed: seed, number: parcel.number, carrier: parcel.carrier))
    }
}
