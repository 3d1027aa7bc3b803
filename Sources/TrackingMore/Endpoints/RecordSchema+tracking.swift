extension RecordSchema {
    /// A parcel, as lists, single reads and immediate refreshes give it.
    public static let tracking = RecordSchema(
        "tracking",
        [
            RecordField("id", nil, .text, "The service's own name for it.", always: true),
            RecordField("tracking_number", "number", .trackingNumber, "The number printed on the label.", always: true),
            RecordField("carrier_code", "via", .carrier, "The carrier of the parcel.", always: true),
            RecordField("status", nil, .status, "Where it stands.", always: true),
            RecordField("track_update", "updating", .boolean, "Whether the service still looks for news."),
            RecordField("created_at", "created", .date(.iso8601), "When the account began to follow it.", always: true),
            RecordField("updated_at", "updated", .date(.iso8601), "When the service last looked."),
            RecordField("order_create_time", "ordered", .date(.slashedMinutes), "When the order was placed."),
            RecordField("customer_email", "email", .email, "The buyer's e-mail address."),
            RecordField("title", nil, .text, "What is in it."),
            RecordField("order_id", "order", .orderID, "The shop's order number."),
            RecordField("comment", "note", .text, "Your own remark."),
            RecordField("customer_name", "customer", .text, "The name of the buyer."),
            RecordField("customer_phone", "phone", .phone, "The buyer's phone number."),
            RecordField("logistics_channel", "channel", .text, "The logistics channel it was sent through."),
            RecordField("archived", nil, .boolean, "Whether it is put away."),
            RecordField("original_country", "from", .country, "The country it comes from, by name."),
            RecordField("destination_country", "destination", .country, "The country it is going to, by name."),
            RecordField("destination_code", "to", .country, "The country it is going to, by code."),
            RecordField(
                "itemTimeLength", "travelling", .days,
                "From the oldest scan to now, or to the delivery; tms counts it, and takes the service's own count (the name on the wire) only where there are no scans."
            ),
            RecordField(
                "stayTimeLength", "silent", .days,
                "From the newest scan to now, also of a delivered parcel; tms counts it, and takes the service's own count (the name on the wire) only where there are no scans."
            ),
            RecordField("service_code", "service", .text, "The carrier's name for the service."),
            RecordField("status_info", nil, .text, "What the carrier adds to the status."),
            RecordField("substatus", nil, .substatus, "The status in more detail."),
            RecordField("origin_info", "origin", .record(.leg), "The first carrier's part of the way."),
            RecordField("destination_info", "arrival", .record(.leg), "The second carrier's part of the way."),
            RecordField(
                "lastEvent", "event", .text,
                "What the newest scan says, or of a delivered parcel the scan of the delivery; the name on the wire is the line as the service sends it."
            ),
            RecordField(
                "lastUpdateTime", "moved", .date(.localTime),
                "When the newest scan was made, on the clock of its place."),
            RecordField("weight", nil, .text, "Its weight, with the unit."),
            RecordField("packageStatus", nil, .text, "The carrier's own status."),
            RecordField(
                "last_mile_tracking_supported", "last_mile", .boolean,
                "Whether the second carrier's part can be followed; only immediate refreshes have it."),
            RecordField("destination_track_number", nil, .trackingNumber, "The second carrier's number for it."),
            RecordField("singed_by", "signed", .text, "Who received it."),
        ],
        derived: [
            RecordField(
                "delivered", nil, .date(.localTime),
                "When it was delivered, on the clock of its place; empty until then.")
        ])

    /// One carrier's part of the way.
    public static let leg = RecordSchema(
        "leg",
        [
            RecordField("ReferenceNumber", "reference", .text, "The carrier's reference."),
            RecordField("ItemReceived", "received", .date(.localTime), "When the first event appeared."),
            RecordField("ItemDispatched", "dispatched", .date(.localTime), "When it left the outward exchange."),
            RecordField("DepartfromAirport", "departed", .date(.localTime), "When it left the airport."),
            RecordField("ArrivalfromAbroad", "arrived", .date(.localTime), "When it reached the destination country."),
            RecordField("CustomsClearance", "customs", .date(.localTime), "When it was handed to customs."),
            RecordField("DestinationArrived", "delivering", .date(.localTime), "When it reached the delivery office."),
            RecordField("weblink", "website", .url, "The carrier's site."),
            RecordField("phone", nil, .phone, "The carrier's phone number."),
            RecordField("carrier_code", "via", .carrier, "The carrier."),
            RecordField("trackinfo", "events", .list(of: .record(.event), max: nil), "The events, newest first."),
        ])

    /// One thing that happened to a parcel.
    public static let event = RecordSchema(
        "event",
        [
            RecordField("Date", "date", .date(.localTime), "When, in the place's own time."),
            RecordField("StatusDescription", "text", .text, "What happened."),
            RecordField("Details", "place", .text, "Where."),
            RecordField("checkpoint_status", "status", .status, "The status it gave the parcel."),
            RecordField("substatus", nil, .substatus, "That status in more detail."),
            RecordField("ItemNode", "milestone", .text, "The milestone it reached."),
            RecordField("ActType", nil, .text, "A mark that UPS sets."),
            RecordField("substatus_num", nil, .integer, "The sub-status as a number."),
        ])
}
