extension Endpoint {
    public static let updateTracking = Endpoint(
        "updateTracking",
        lines: [
            VerbLine(
                "edit", "Changes what the account holds about a parcel.", without: ["archived", "status"],
                examples: ["edit RR100200300SG via singapore-post title \"lamp, blue\" to ca"]),
            VerbLine(
                "mark", "Sets a parcel's status by hand, or gives it back to the service.",
                only: ["tracking_number", "carrier_code", "status"],
                examples: ["mark RR100200300SG delivered", "mark RR100200300SG restored"]),
            VerbLine(
                "archive", "Puts a parcel away.", preset: ["archived": "true"],
                only: ["tracking_number", "carrier_code"], examples: ["archive RR100200300SG"]),
            VerbLine(
                "unarchive", "Takes a parcel out again.", preset: ["archived": "false"],
                only: ["tracking_number", "carrier_code"], examples: ["unarchive RR100200300SG"]),
        ],
        method: .put, path: "/trackings/{carrier_code}/{tracking_number}",
        effect: .update, summary: "Changes what the account holds about a parcel.",
        parameters: [.number, .via] + .details + [
            .to,
            .hidden("archived", .choice([Choice("yes", "true"), Choice("no", "false")]), "Whether it is put away."),
            .argument("status", .choice(Status.marks), "The status to set.").optional,
        ],
        bulk: Bulk(
            "updateTrackings", limit: 200, answer: .lists(done: "trackings", failed: "errors"), missing: 4017,
            lacks: ["customer_phone"]),
        inverse: Inverse("updateTracking"),
        refusals: [
            Blame(4017, "tracking_number"), Blame(4012), Blame(4015, "carrier_code"), Blame(4033, "status"),
        ],
        returns: Returns(.updatedTracking),
        unknowns: ["Which code another status number is refused with; 4033 by its wording."])
}
