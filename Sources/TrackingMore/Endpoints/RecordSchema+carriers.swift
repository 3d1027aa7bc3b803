extension RecordSchema {
    /// A carrier the service knows.
    public static let carrier = RecordSchema(
        "carrier",
        [
            RecordField("name", nil, .text, "Its name, in the language asked for."),
            RecordField("code", "via", .carrier, "Its code."),
            RecordField("phone", nil, .phone, "Its phone number."),
            RecordField("homepage", "website", .url, "Its site; may lack the protocol."),
            RecordField("type", nil, .text, "A carrier, express, or a post, globalpost."),
            RecordField("picture", nil, .url, "Its sign."),
            RecordField("country_code", "country", .country, "Where it is at home."),
            RecordField("track_url", nil, .url, "Its tracking page, the number's place marked ******."),
            RecordField("name_cn", nil, .text, "Its Chinese name."),
        ])

    /// A carrier a number may belong to.
    public static let carrierGuess = RecordSchema(
        "carrier guess",
        [
            RecordField("name", nil, .text, "Its name."),
            RecordField("code", "via", .carrier, "Its code."),
        ])

    /// A place one carrier charges extra for.
    public static let remotePlace = RecordSchema(
        "remote place",
        [
            RecordField("far_express_company", "via", .text, "The carrier."),
            RecordField("two_code", "country", .country, "The country, by code."),
            RecordField("far_country", "name", .text, "The country, by name."),
            RecordField("far_city_postcode", "postcode", .postcode, "The postcode or the city."),
        ])

    /// How long a carrier takes between two countries. The service has no range2.
    public static let transitTime = RecordSchema(
        "transit time",
        [
            RecordField("carrier_code", "via", .carrier, "The carrier."),
            RecordField("original", "from", .country, "The country parcels leave."),
            RecordField("destination", "to", .country, "The country they go to."),
            RecordField("total", "samples", .integer, "Parcels looked at."),
            RecordField("delivered", nil, .integer, "Of these, delivered."),
            RecordField("range1", "to_7_days", .decimal, "The share delivered within 7 days."),
            RecordField("range3", "to_15_days", .decimal, "The share delivered in 7 to 15 days."),
            RecordField("range4", "to_30_days", .decimal, "The share delivered in 16 to 30 days."),
            RecordField("range5", "to_60_days", .decimal, "The share delivered in 31 to 60 days."),
        ])
}
