extension Endpoint {
    public static let refreshTracking = Endpoint(
        "refreshTracking",
        verb: "refresh", method: .post, path: "/trackings/realtime",
        effect: .read, summary: "Asks the carrier for news at once.",
        parameters: [
            .number,
            .via,
            .to,
            .shipped,
            .postcode,
            .clause("country", "specialNumberDestination", .country, "The country the carrier asks for.").optional
                .neededBy("postnl-3s"),
            .account,
            .lang,
            .clause("order", "order", .orderID, "The shop's order number.").optional,
            .ordered,
            .exact,
            .note,
        ],
        cost: .unknown,
        rate: 3,
        // From the service's answers to frequent questions: the same shipment once in two hours.
        interval: 7_200,
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
