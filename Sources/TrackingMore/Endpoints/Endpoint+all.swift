extension Endpoint {
    /// Every call the product knows.
    public static let all: [Endpoint] = [
        createTracking,
        getTracking,
        deleteTracking,
    ]

    private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

    public static func named(_ id: ID) -> Endpoint? { byID[id] }
}
