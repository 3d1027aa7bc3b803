extension Endpoint {
    /// The bulk form of `track`.
    public static let createTrackings = Endpoint(
        "createTrackings",
        method: .post, path: "/trackings/batch", payload: .array(limit: 40),
        effect: .create, summary: "Starts following up to 40 parcels.",
        parameters: createTracking.parameters + [
            .hidden("specialNumberDestination", .country, "What older pages call the country the carrier asks for.")
        ],
        cost: .perItem(1),
        inverse: Inverse("deleteTrackings"),
        refusals: [
            Blame(202), Blame(4012), Blame(4013, "tracking_number"), Blame(4014, "tracking_number"),
            Blame(4015, "carrier_code"), Blame(4016, "tracking_number"), Blame(4019), Blame(4021),
        ],
        returns: Returns(.createdTracking, .member("trackings")),
        unknowns: [
            "What more than 40 items answer; 202 fits best.",
            "Whether errors is present when there are none.",
        ])
}
