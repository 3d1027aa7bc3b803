extension Endpoint {
    public static let refreshTracking = Endpoint(
        "refreshTracking",
        verb: "refresh", method: .post, path: "/trackings/realtime",
        effect: .read, summary: "Asks the carrier for news at once.",
        parameters: [
            .number,
            .via,
            .clause("to", "destination_code", .country, "The country it is going to.").optional,
            .clause("shipped", "tracking_ship_date", .date(.compactDay), "The day it was handed over.").optional
                .neededBy("deutsche-post"),
            .clause("postcode", "tracking_postal_code", .postcode, "The postcode it is going to.").optional
                .neededBy("postnl-3s", "mondialrelay"),
            .clause("country", "specialNumberDestination", .country, "The country the carrier asks for.").optional
                .neededBy("postnl-3s"),
            .clause("account", "tracking_account_number", .text, "The shipper's account with the carrier.").optional,
            .lang,
            .clause("order", "order", .orderID, "The shop's order number.").optional,
            .clause("ordered", "order_create_time", .date(.slashedMinutes), "When the order was placed.").optional,
            .flag("auto_correct", [Choice("exact", 1)], "Keeps the carrier as given, without correction."),
            .clause("note", "comment", .text, "A remark for yourself.").optional,
        ],
        cost: .unknown,
        rate: 3,
        refusals: [
            Blame(4013, "tracking_number"), Blame(4014, "tracking_number"), Blame(4015, "carrier_code"),
            Blame(4031, "tracking_number"), Blame(4021), Blame(429),
        ],
        returns: Returns(.tracking, .member("items")),
        examples: ["refresh RR555666777CN via china-post lang en", "refresh 300403513351"],
        unknowns: [
            "Whether the call adds the parcel to the account.",
            "What it takes from the quota.",
            "Whether a number without news answers 200 with the status notfound or 4031.",
        ])
}
