extension Dialect {
    /// Version 2 of the API.
    public static let v2 = Dialect(
        defaultBaseURL: "https://api.trackingmore.com/v2", keyHeader: "Trackingmore-Api-Key",
        endpoints: Endpoint.all,
        calls: Calls(
            create: .createTracking, update: .updateTracking, list: .listTrackings, carriers: .carriers,
            detect: .detectCarrier, account: .account),
        refusals: Refusal.all,
        expected: ExpectedRefusals(alreadyThere: 4016, notThere: 4017, carrierNotTold: 4032),
        fields: .v2, largestPage: 2000)
}

extension FieldRoles {
    static let v2 = FieldRoles(
        parcel: Parcel(
            id: "id", number: "tracking_number", carrier: "carrier_code", status: "status", created: "created_at",
            order: "order_id", destinations: ["destination_code", "destination"],
            destinationName: "destination_country", event: "lastEvent", moved: "lastUpdateTime",
            silentDays: "stayTimeLength", travellingDays: "itemTimeLength", legs: ["origin_info", "destination_info"],
            scans: "trackinfo"),
        scan: Scan(
            date: "Date", text: "StatusDescription", place: "Details", status: "checkpoint_status",
            substatus: "substatus"),
        carrier: Carrier(code: "code", name: "name"),
        request: Request(numbers: "numbers", page: "page", limit: "limit", newCarrier: "update_carrier_code"),
        quotaLeft: "track_number")
}
