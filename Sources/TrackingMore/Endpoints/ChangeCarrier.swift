extension Endpoint {
    public static let changeCarrier = Endpoint(
        "changeCarrier",
        verb: "change carrier of", method: .post, path: "/trackings/update",
        effect: .update, summary: "Moves a parcel to another carrier.",
        parameters: [
            .number,
            .clause("from", "carrier_code", .carrier, "The carrier it is with now.").guessed,
            .clause("to", "update_carrier_code", .carrier, "The carrier it should be with."),
        ],
        inverse: Inverse("changeCarrier"),
        refusals: [
            Blame(4013, "tracking_number"), Blame(4014, "tracking_number"), Blame(4015, "update_carrier_code"),
            Blame(4017, "tracking_number"), Blame(4016, "update_carrier_code"),
        ],
        returns: Returns(.usertag),
        examples: ["change carrier of LK000000000CN from china-ems to usps"],
        unknowns: ["Which of the two carriers 4015 is about."])
}
