extension Parameter {
    /// The parcel most calls are about.
    static let number = subject("tracking_number", .trackingNumber, "The number printed on the label.")
    static let via = clause("via", "carrier_code", .carrier, "The carrier of the parcel.").guessed
    static let lang = clause(
        "lang", "lang", .language, "The language of the events, where the carrier offers it."
    ).optional
}
