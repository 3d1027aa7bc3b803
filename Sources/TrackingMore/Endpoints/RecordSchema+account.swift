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

    /// How many parcels have each status.
    public static let statusCounts = RecordSchema(
        "status counts",
        Status.allCases.map { RecordField($0.rawValue, nil, .integer, "Parcels: \($0.meaning).") })
}
