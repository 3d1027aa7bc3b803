extension Endpoint {
    public static let createTracking = Endpoint(
        "createTracking",
        verb: "track", method: .post, path: "/trackings/post",
        effect: .create, summary: "Starts following a parcel.",
        parameters: [.number, .via, .to] + .details + [
            .ordered,
            .shipped,
            .postcode,
            .account,
            .clause("country", "tracking_destination_country", .country, "The country the carrier asks for.").optional
                .neededBy("postnl-3s"),
            .lang,
            .exact,
            .note,
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
