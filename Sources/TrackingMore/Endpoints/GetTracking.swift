extension Endpoint {
    public static let getTracking = Endpoint(
        "getTracking",
        verb: "show", method: .get, path: "/trackings/{carrier_code}/{tracking_number}[/{lang}]",
        effect: .read, summary: "Shows where a parcel is.",
        parameters: [
            .number,
            .via,
            .lang,
        ],
        bulk: Bulk(
            "listTrackings", limit: 40, shape: .commaSeparated(query: "numbers", of: "tracking_number"),
            answer: .lists(done: "items"), missing: 4031),
        refusals: [
            Blame(4031, "tracking_number"), Blame(4017, "tracking_number"), Blame(4014, "tracking_number"),
            Blame(4015, "carrier_code"), Blame(4021),
        ],
        returns: Returns(.tracking),
        examples: ["show RR555666777CN via china-post", "show 300403513351 lang en"],
        unknowns: ["Whether a number the account does not have answers 4031 or 4017; both mean the same here."])
}
