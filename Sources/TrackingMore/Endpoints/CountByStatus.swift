extension Endpoint {
    public static let countByStatus = Endpoint(
        "countByStatus",
        verb: "count by status", method: .get, path: "/trackings/getstatusnumber",
        effect: .read, summary: "Counts the account's parcels by status.",
        parameters: [
            .clause(
                "created", "created_at", .dateRange(min: "created_at_min", max: "created_at_max"),
                "When the account began to follow them."
            ).optional,
            .clause(
                "ordered", "order_created_time",
                .dateRange(min: "order_created_time_min", max: "order_created_time_max"),
                "When the orders were placed."
            ).optional,
        ],
        returns: Returns(.statusCounts),
        examples: ["count by status", "count by status created last 7 days"])
}

extension RecordSchema {
    /// How many parcels have each status.
    public static let statusCounts = RecordSchema(
        "status counts",
        Status.allCases.map { RecordField($0.rawValue, nil, .integer, "Parcels: \($0.meaning).") })
}
