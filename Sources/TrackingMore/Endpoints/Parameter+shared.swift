// What several calls take is declared once.

extension Parameter {
    /// The parcel most calls are about.
    static let number = subject("tracking_number", .trackingNumber, "The number printed on the label.")
    static let via = clause("via", "carrier_code", .carrier, "The carrier of the parcel.").guessed
    static let to = clause("to", "destination_code", .country, "The country it is going to.").optional
    static let ordered = clause(
        "ordered", "order_create_time", .date(.slashedMinutes), "When the order was placed."
    ).optional
    static let shipped = clause(
        "shipped", "tracking_ship_date", .date(.compactDay), "The day it was handed over."
    ).optional.neededBy("deutsche-post")
    static let postcode = clause(
        "postcode", "tracking_postal_code", .postcode, "The postcode it is going to."
    ).optional.neededBy("postnl-3s", "mondialrelay")
    static let account = clause(
        "account", "tracking_account_number", .text, "The shipper's account with the carrier."
    ).optional
    static let lang = clause(
        "lang", "lang", .language, "The language of the events, where the carrier offers it."
    ).optional
    static let exact = flag("auto_correct", [Choice("exact", 1)], "Keeps the carrier as given, without correction.")
    static let note = clause("note", "comment", .text, "A remark for yourself.").optional
}

extension [Parameter] {
    /// What the account keeps of a parcel for its owner: given when it is added, and changed later.
    static let details: [Parameter] = [
        .clause("title", "title", .text, "What is in it.").optional,
        .clause("channel", "logistics_channel", .text, "The logistics channel it was sent through.").optional,
        .clause("customer", "customer_name", .text, "The name of the buyer.").optional,
        .clause("email", "customer_email", .email, "The buyer's e-mail address.").optional,
        .clause("phone", "customer_phone", .phone, "The buyer's phone number.").optional,
        .clause("order", "order_id", .orderID, "The shop's order number.").optional,
    ]
}
