extension RecordSchema {
    /// An air cargo shipment.
    public static let airCargo = RecordSchema(
        "air cargo",
        [
            RecordField("awb", "number", .awb, "The air waybill number, with its dash."),
            RecordField("return_data", "shipment", .record(.airShipment), "What is known of it."),
            RecordField("airline_info", "airline", .record(.airline), "Who flies it."),
        ])

    public static let airShipment = RecordSchema(
        "air shipment",
        [
            RecordField("weight", nil, .text, "Its weight, with the unit."),
            RecordField("piece", "pieces", .integer, "How many pieces."),
            RecordField("origin", "from", .text, "The station it leaves."),
            RecordField("destination", "to", .text, "The station it goes to."),
            RecordField("status_number", nil, .integer, "A number whose meaning is not documented."),
            RecordField("last_event", "event", .text, "The newest event."),
            RecordField("track_info", "events", .list(of: .record(.airEvent), max: nil), "The events."),
            RecordField("flight_info", "flights", .map(.flight), "The flights, by number."),
        ])

    public static let airEvent = RecordSchema(
        "air event",
        [
            RecordField("plan_date", "planned", .date(.localTime), "When it was planned."),
            RecordField("actual_date", "date", .date(.localTime), "When it happened."),
            RecordField("event", "text", .text, "What happened."),
            RecordField("station", "place", .text, "Where."),
            RecordField("flight_number", "flight", .text, "On which flight."),
            RecordField("status", nil, .text, "The airline's mark."),
            RecordField("piece", "pieces", .integer, "How many pieces."),
            RecordField("weight", nil, .text, "Their weight, with the unit."),
        ])

    public static let flight = RecordSchema(
        "flight",
        [
            RecordField("depart_station", "from", .text, "Where it departs."),
            RecordField("arrival_station", "to", .text, "Where it arrives."),
            RecordField("plan_depart_time", nil, .date(.localTime), "Planned departure."),
            RecordField("depart_time", "departed", .date(.localTime), "Departure."),
            RecordField("plan_arrival_time", nil, .date(.localTime), "Planned arrival."),
            RecordField("arrival_time", "arrived", .date(.localTime), "Arrival."),
        ])

    public static let airline = RecordSchema(
        "airline",
        [
            RecordField("name", nil, .text, "Its name."),
            RecordField("url", "website", .url, "Its site."),
            RecordField("track_url", nil, .url, "Its tracking page."),
        ])
}
