extension Endpoint {
    /// The bulk form of `delete`.
    public static let deleteTrackings = Endpoint(
        "deleteTrackings",
        method: .post, path: "/trackings/delete", payload: .array(limit: 200),
        effect: .delete, summary: "Stops following many parcels and forgets them.",
        parameters: [.number, .via],
        inverse: Inverse("createTrackings", losing: "their ids and the events so far"),
        warning: "They can be tracked again, but their ids and the events so far do not come back, and title, "
            + "order and customer have to be given anew.",
        refusals: [Blame(4020), Blame(4017, "tracking_number"), Blame(4015, "carrier_code")],
        returns: Returns(.namedTracking, .member("trackings")),
        unknowns: [
            "What else a row holds inside its meta beside the tracking number.",
            "The largest number of items; 200 by the wording of 4020.",
        ])
}
