import TrackingMore

/// What an endpoint does to the account. A refusal of the whole call is thrown.
typealias Handler = @Sendable (Call, inout Session) throws -> Reply

/// The handlers by the name of their endpoint.
enum Handlers {
    static let all: [Endpoint.ID: Handler] = [
        Endpoint.createTracking.id: createTracking,
        Endpoint.createTrackings.id: createTrackings,
        Endpoint.getTracking.id: getTracking,
        Endpoint.listTrackings.id: listTrackings,
        Endpoint.refreshTracking.id: refreshTracking,
        Endpoint.updateTracking.id: updateTracking,
        Endpoint.updateTrackings.id: updateTrackings,
        Endpoint.changeCarrier.id: changeCarrier,
        Endpoint.stopUpdating.id: stopUpdating,
        Endpoint.deleteTracking.id: deleteTracking,
        Endpoint.deleteTrackings.id: deleteTrackings,
        Endpoint.countByStatus.id: countByStatus,
        Endpoint.account.id: account,
        Endpoint.carriers.id: carriers,
        Endpoint.detectCarrier.id: detectCarrier,
        Endpoint.remoteArea.id: remoteArea,
        Endpoint.transitTime.id: transitTime,
        Endpoint.airCargo.id: airCargo,
    ]
}

extension JSONObject {
    func text(_ field: String) -> String { self[field]?.text ?? "" }

    var number: String { text("tracking_number") }
    var carrier: String { text("carrier_code").lowercased() }

    /// The number and the courier, as bulk answers name a parcel.
    var name: JSONObject {
        ["tracking_number": .string(number), "carrier_code": .string(text("carrier_code"))]
    }
}
