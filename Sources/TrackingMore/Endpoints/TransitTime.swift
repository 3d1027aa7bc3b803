extension Endpoint {
    public static let transitTime = Endpoint(
        "transitTime",
        verb: "transit time", method: .post, path: "/trackings/costtime", payload: .array(limit: 40),
        effect: .lookup, summary: "Shows how long a carrier takes between two countries.",
        parameters: [
            .clause("from", "original", .country, "The country parcels leave.").inCapitals,
            .clause(
                "to", "destination", .list(of: .country, max: 1),
                "The country they go to; several are asked for one by one."
            ).inCapitals,
            .clause("via", "carrier_code", .carrier, "The carrier of the parcel."),
        ],
        bulk: Bulk("transitTime", limit: 40, answer: .inOrder),
        refusals: [Blame(4012), Blame(4015, "carrier_code")],
        returns: Returns(.transitTime, .array),
        examples: ["transit time via dhl from cn to us", "transit time via usps from us to ca, mx"],
        unknowns: [
            "Whether the shares are fractions of one or of a hundred.",
            "Whether a share for more than 60 days and an average follow.",
            "The largest number of items; 40 is a guess.",
        ])
}
