extension Endpoint {
    /// The bulk form of `edit`, `mark`, `archive` and `unarchive`. It has no field for the phone number.
    public static let updateTrackings = Endpoint(
        "updateTrackings",
        method: .post, path: "/trackings/updatemore", payload: .array(limit: 200),
        effect: .update, summary: "Changes what the account holds about many parcels.",
        parameters: updateTracking.parameters.filter { $0.field != "customer_phone" },
        inverse: Inverse("updateTrackings"),
        refusals: [
            Blame(4017, "tracking_number"), Blame(4012), Blame(4015, "carrier_code"), Blame(4020),
            Blame(4033, "status"),
        ],
        returns: Returns(.updatedTracking, .member("trackings")),
        unknowns: [
            "The whole answer; by its neighbours an object with submitted, a counter, trackings and errors.",
            "The largest number of items; 200 by the wording of 4020.",
        ])
}
