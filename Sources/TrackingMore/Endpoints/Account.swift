extension Endpoint {
    public static let account = Endpoint(
        "account",
        verb: "account", method: .get, path: "/trackings/getuserinfo",
        effect: .read, summary: "Shows the account, its balance and what is left of the quota.",
        returns: Returns(.account),
        examples: ["account"],
        unknowns: ["Whether the phone number comes as text or as a number."])
}

extension RecordSchema {
    /// The account.
    public static let account = RecordSchema(
        "account",
        [
            RecordField("email", nil, .email, "The account's e-mail address."),
            RecordField("regtime", "since", .date(.unixSeconds), "When it was opened."),
            RecordField("phone", nil, .phone, "Its phone number."),
            RecordField("money", "balance", .decimal, "What is left to spend."),
            RecordField("track_number", "quota", .integer, "Parcels that may still be tracked."),
        ])
}
