extension Endpoint {
    /// Every call of version 2, in the order help lists them.
    static let all: [Endpoint] = [
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
}
