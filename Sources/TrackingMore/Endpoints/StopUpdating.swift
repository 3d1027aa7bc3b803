extension Endpoint {
    public static let stopUpdating = Endpoint(
        "stopUpdating",
        verb: "stop updating", method: .post, path: "/trackings/notupdate", payload: .array(limit: 200),
        effect: .update, summary: "Ends the search for news of a parcel and keeps it in the account.",
        parameters: [.number, .via],
        bulk: Bulk("stopUpdating", limit: 200, answer: .lists(done: "trackings", failed: "errors"), missing: 4017),
        warning: "No call starts the updates again; the parcel would have to be deleted and tracked anew.",
        refusals: [Blame(4020), Blame(4017, "tracking_number"), Blame(4015, "carrier_code")],
        returns: Returns(.namedTracking, .member("trackings")),
        examples: ["stop updating RR100200300SG via singapore-post"],
        unknowns: [
            "What else a row holds beside the tracking number.",
            "The largest number of items; 200 by the wording of 4020.",
        ])
}
