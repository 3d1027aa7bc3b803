extension Endpoint {
    public static let createTracking = Endpoint(
        "createTracking",
        verb: "track", method: .post, path: "/trackings/post",
        effect: .create, summary: "Starts following a parcel.",
        parameters: [
            .number,
            .via,
            .clause("to", "destination_code", .country, "The country it is going to.").optional,
            .clause("title", "title", .text, "What is in it.").optional,
            .clause("channel", "logistics_channel", .text, "The logistics channel it was sent through.").optional,
            .clause("customer", "customer_name", .text, "The name of the buyer.").optional,
            .clause("email", "customer_email", .email, "The buyer's e-mail address.").optional,
            .clause("phone", "customer_phone", .phone, "The buyer's phone number.").optional,
            .clause("order", "order_id", .orderID, "The shop's order number.").optional,
            .clause("ordered", "order_create_time", .date(.slashedMinutes), "When the order was placed.").optional,
            .clause("shipped", "tracking_ship_date", .date(.compactDay), "The day it was handed over.").optional
                .neededBy("deutsche-post"),
            .clause("postcode", "tracking_postal_code", .postcode, "The postcode it is going to.").optional
                .neededBy("postnl-3s", "mondialrelay"),
            .clause("account", "tracking_account_number", .text, "The shipper's account with the carrier.").optional,
            .clause("country", "tracking_destination_country", .country, "The country the carrier asks for.").optional
                .neededBy("postnl-3s"),
            .lang,
            .flag("auto_correct", [Choice("exact", 1)], "Keeps the carrier as given, without correction."),
            .clause("note", "comment", .text, "A remark for yourself.").optional,
        ],
        bulk: Bulk(
            "createTrackings", limit: 40, answer: .lists(done: "trackings", failed: "errors"),
            missing: 4012),
        cost: .perItem(1),
        inverse: Inverse("deleteTracking"),
        refusals: [
            Blame(4012), Blame(4013, "tracking_number"), Blame(4014, "tracking_number"), Blame(4015, "carrier_code"),
            Blame(4016, "tracking_number"), Blame(4019), Blame(4021),
        ],
        returns: Returns(.createdTracking),
        examples: [
            "track RR100200300SG via singapore-post to us title \"desk lamp\" order \"#7001\"",
            "track 300403513351 via 4px",
        ],
        unknowns: ["Whether a successful answer carries 200 or 201; both are taken as success."])
}
