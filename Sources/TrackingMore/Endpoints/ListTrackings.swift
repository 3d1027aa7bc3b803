extension Endpoint {
    public static let listTrackings = Endpoint(
        "listTrackings",
        verb: "list", method: .get, path: "/trackings/get",
        effect: .read, summary: "Lists the parcels of the account.",
        parameters: [
            .hidden("page", .integer, "Which page, from 1."),
            .hidden("limit", .integer, "Rows on a page, at most 2000."),
            .clause("status", "status", .list(of: .status, max: 1), "Where they stand.").optional,
            .clause(
                "created", "created_at", .dateRange(min: "created_at_min", max: "created_at_max"),
                "When the account began to follow them."
            ).optional,
            .clause(
                "updated", "update_time", .dateRange(min: "update_time_min", max: "update_time_max"),
                "When the service last looked."
            ).optional,
            .clause(
                "ordered", "order_created_time",
                .dateRange(min: "order_created_time_min", max: "order_created_time_max"),
                "When the orders were placed."
            ).optional,
            .lang,
            .clause("numbers", "numbers", .list(of: .trackingNumber, max: 40), "These numbers only.").optional,
            .clause("orders", "orders", .list(of: .orderID, max: 40), "The parcels of these orders only.").optional,
            .flag(
                "archived", [Choice("archived", "true"), Choice("unarchived", "false")],
                "Only those put away, or only those that are not."),
            .clause("via", "carrier_code", .list(of: .carrier, max: nil), "Those of these carriers only.").optional
                .at(.local),
        ],
        refusals: [Blame(4033, "status"), Blame(4031)],
        returns: Returns(.tracking, .member("items"), empty: 4031),
        examples: [
            "list status transit",
            "list status exception via usps created last 7 days",
            "list orders \"#7001\", \"#7002\" archived",
        ],
        unknowns: [
            "Whether an empty result answers 200 with no items or 4031; both mean no rows here.",
            "In which order the rows come; the newest first fits what was seen.",
        ])
}
