extension Endpoint {
    public static let deleteTracking = Endpoint(
        "deleteTracking",
        verb: "delete", method: .delete, path: "/trackings/{carrier_code}/{tracking_number}",
        effect: .delete, summary: "Stops following a parcel and forgets it.",
        parameters: [
            .number,
            .via,
        ],
        bulk: Bulk(
            "deleteTrackings", limit: 200, answer: .lists(done: "trackings", wrapper: "meta", failed: "errors"),
            missing: 4017),
        inverse: Inverse("createTracking", losing: "its id and the events so far"),
        warning: "It can be tracked again, but its id and the events so far do not come back, and title, "
            + "order and customer have to be given anew.",
        refusals: [Blame(4017, "tracking_number"), Blame(4015, "carrier_code")],
        returns: Returns(.nothing, .nothing),
        examples: ["delete RR555666777CN via china-post"])
}
