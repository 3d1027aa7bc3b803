extension Endpoint {
    /// Every call the product knows, in the order help lists them.
    public static let all: [Endpoint] = [
        createTracking,
        createTrackings,
        getTracking,
        listTrackings,
        refreshTracking,
        updateTracking,
        updateTrackings,
        changeCarrier,
        stopUpdating,
        deleteTracking,
        deleteTrackings,
        countByStatus,
        account,
        carriers,
        detectCarrier,
        remoteArea,
        transitTime,
        airCargo,
    ]

    private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

    public static func named(_ id: ID) -> Endpoint? { byID[id] }
}
