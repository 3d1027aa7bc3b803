extension Endpoint {
    public static let airCargo = Endpoint(
        "airCargo",
        verb: "air", method: .post, path: "/trackings/aircargo",
        effect: .lookup, summary: "Shows where an air cargo shipment is.",
        parameters: [
            .subject("track_number", .awb, "The air waybill number."),
            .clause("lang", "lang", .language, "The language of the events.").optional,
        ],
        bulk: Bulk("airCargo", limit: 10, shape: .listField("track_number"), answer: .keyed(by: "track_number")),
        cost: .perItem(20),
        refusals: [Blame(4013, "track_number"), Blame(4014, "track_number"), Blame(4021)],
        returns: Returns(.airCargo, .map(key: "awb")),
        examples: ["air 172-28891936", "air 172-28891936, 618-12345675 lang en"],
        unknowns: [
            "What status_number means.",
            "The largest number of waybills in a call; 10 is a guess.",
        ])
}
