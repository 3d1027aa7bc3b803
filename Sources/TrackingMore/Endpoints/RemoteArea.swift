extension Endpoint {
    public static let remoteArea = Endpoint(
        "remoteArea",
        verb: "remote area", method: .post, path: "/trackings/remote", payload: .array(limit: 40),
        effect: .lookup, summary: "Tells which carriers charge extra for a place.",
        parameters: [
            .subject("country", .country, "The country of the place.").inCapitals,
            .argument("postcode", .postcode, "Its postcode, or the city where there are none."),
            .clause(
                "for", "company",
                .choice([Choice("dhl", "DHL"), Choice("ups", "UPS"), Choice("fedex", "FedEx"), Choice("tnt", "TNT")]),
                "One carrier only."
            ).optional,
        ],
        bulk: Bulk(
            "remoteArea", limit: 40, answer: .lists(done: "remote"),
            match: [
                Bulk.Match("country", "two_code", "far_country"),
                Bulk.Match("postcode", "far_city_postcode"),
                Bulk.Match("company", "far_express_company"),
            ]),
        cost: .onePerCalls(5),
        refusals: [Blame(4012, "postcode"), Blame(4021)],
        returns: Returns(.remotePlace, .member("remote")),
        examples: ["remote area jp 1000001", "remote area nz \"Haast\" for dhl"],
        unknowns: [
            "What other lists: places that are not remote, by its name.",
            "The largest number of items; 40 is a guess.",
        ])
}
