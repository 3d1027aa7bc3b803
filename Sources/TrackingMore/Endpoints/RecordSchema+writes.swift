extension RecordSchema {
    /// Nothing: the answer says only that it was done.
    public static let nothing = RecordSchema("nothing", [])

    /// A parcel as creating it answers.
    public static let createdTracking = RecordSchema(
        "created tracking",
        [
            RecordField("id", nil, .text, "The service's own name for it."),
            RecordField("tracking_number", "number", .trackingNumber, "The number printed on the label."),
            RecordField("carrier_code", "via", .carrier, "The carrier of the parcel."),
            RecordField("order_create_time", "ordered", .date(.slashedMinutes), "When the order was placed."),
            RecordField("status", nil, .status, "Where it stands; pending at first."),
            RecordField("created_at", "created", .date(.iso8601), "When the account began to follow it."),
            RecordField("customer_email", "email", .email, "The buyer's e-mail address."),
            RecordField("customer_name", "customer", .text, "The name of the buyer."),
            RecordField("customer_phone", "phone", .phone, "The buyer's phone number."),
            RecordField("order_id", "order", .orderID, "The shop's order number."),
            RecordField("comment", "note", .text, "Your own remark."),
            RecordField("title", nil, .text, "What is in it."),
            RecordField("logistics_channel", "channel", .text, "The logistics channel it was sent through."),
            RecordField("destination", "to", .country, "The country it is going to."),
        ])

    /// A parcel as editing it answers.
    public static let updatedTracking = RecordSchema(
        "updated tracking",
        createdTracking.fields.filter { $0.wire != "destination" } + [
            RecordField("updated_at", "updated", .date(.iso8601), "When it was changed."),
            RecordField("destination", nil, .country, "The country it is going to, as older answers name it."),
            RecordField("destination_code", "to", .country, "The country it is going to."),
            RecordField("archived", nil, .boolean, "Whether it is put away."),
        ])

    /// A parcel by name only, as deleting and stopping many answers.
    public static let namedTracking = RecordSchema(
        "named tracking",
        [
            RecordField("tracking_number", "number", .trackingNumber, "The number printed on the label."),
            RecordField("carrier_code", "via", .carrier, "The carrier of the parcel."),
        ])

    /// What changing the carrier answers.
    public static let usertag = RecordSchema(
        "changed carrier", [RecordField("Usertag", "tag", .text, "Empty in every known answer.")])
}
