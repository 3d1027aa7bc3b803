extension Endpoint {
    public static let detectCarrier = Endpoint(
        "detectCarrier",
        verb: "detect", method: .post, path: "/carriers/detect",
        effect: .lookup, summary: "Asks the service which carrier a number may belong to.",
        parameters: [
            .number,
            .clause("lang", "lang", .language, "The language of the names.").optional,
        ],
        cost: .onePerCalls(5),
        refusals: [
            Blame(4013, "tracking_number"), Blame(4014, "tracking_number"), Blame(4032, "tracking_number"),
            Blame(4021),
        ],
        returns: Returns(.carrierGuess, .array, empty: 4032),
        examples: ["detect RR100200300SG"],
        unknowns: ["Whether some numbers answer 200 with an empty list; it means the same as 4032."])
}
