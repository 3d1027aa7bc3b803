import TrackingMore

/// A parcel every new sandbox begins with.
struct KnownParcel: Sendable {
    let number: String
    let carrier: String
    /// The country it goes to, or nil where the account was not told.
    let to: String?
    let outcome: Outcome
    /// When it was handed in, in hours from the beginning of the account's time; negative is earlier.
    let start: Int
    /// From the first scan to the last, in hours.
    let hours: Int
    var title: String?
    var customer: String?
    var email: String?
    var order: String?
    var note: String?
    var isArchived = false
}

extension KnownParcel {
    /// As it stands in an account whose clock shows `now`.
    func parcel(seed: UInt64, now: Int) -> Parcel {
        let start = now + start * 3600
        // Added an hour before it is handed in, at the latest a moment ago; a label made for later was added yesterday.
        let created = start > now + 6 * 3600 ? now - 30 * 3600 : min(start - 3600, now - 120)
        let itinerary = Itinerary.drawn(
            seed: seed, number: number, carrier: carrier, destination: to, outcome: outcome, start: start,
            length: hours * 3600, now: now)
        var details = JSONObject()
        func keep(_ field: String, _ text: String?) {
            if let text { details.append(field, .string(text)) }
        }
        keep("destination_code", to?.lowercased())
        keep("title", title)
        keep("customer_name", customer)
        keep("customer_email", email)
        keep("order_id", order)
        if order != nil { keep("order_create_time", KnownParcel.slashed(created - 26 * 3600)) }
        keep("comment", note)
        return Parcel(
            number: number, carrier: carrier, created: created, archived: isArchived, details: details,
            itinerary: itinerary)
    }

    /// `2018/04/01 10:08`, as clients submit it.
    private static func slashed(_ seconds: Int) -> String {
        let time = Timestamps.local(seconds, offset: Timestamps.serviceOffset, withSeconds: false)
        return String(time.map { $0 == "-" ? "/" : $0 })
    }
}
