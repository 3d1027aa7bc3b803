import TrackingMore

/// What an endpoint does to the account beyond what its declaration says. A refusal of the whole call is thrown.
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

/// How the calls of a catalogue are answered: by their handlers where they have one, by their declarations otherwise.
struct Answers: Sendable {
    let catalogue: [Endpoint]
    let handlers: [Endpoint.ID: Handler]

    func reply(to call: Call, _ session: inout Session) throws -> Reply {
        if let handler = handlers[call.endpoint.id] { return try handler(call, &session) }
        return try DeclaredAnswer(call, in: catalogue).reply(&session)
    }
}

extension JSONObject {
    func text(_ field: String) -> String { self[field]?.text ?? "" }

    var number: String { text("tracking_number") }
    var carrier: String { text("carrier_code").lowercased() }

    /// The number and the carrier, as bulk answers name a parcel.
    var name: JSONObject {
        ["tracking_number": .string(number), "carrier_code": .string(text("carrier_code"))]
    }
}
