import TrackingMore

extension Handlers {
    @Sendable static func airCargo(_ call: Call, _ session: inout Session) throws -> Reply {
        guard let value = call.fields["track_number"] else { throw Refused(4013) }
        let numbers = (value.array?.compactMap(\.text) ?? [value.text ?? ""]).compactMap { AirWaybill($0) }
        try session.pay(call.endpoint, times: numbers.count)
        var data = JSONObject()
        for number in numbers where data[number.dashed] == nil {
            let shipment = AirShipment(number, seed: session.account.seed, now: session.now)
            data.append(number.dashed, shipment.json)
        }
        return .success(.object(data))
    }
}

/// An air cargo shipment: one flight, made up from its number.
private struct AirShipment {
    private let departure: Int
    private let now: Int
    private let from: String
    private let to: String
    private let hours: Int
    private let flight: String
    private let pieces: Int
    private let weight: Int
    private let airline: (prefix: String, name: String, code: String)

    /// Airlines by the three digits their waybills begin with.
    private static let airlines = [
        ("020", "Lufthansa Cargo", "LH"), ("057", "Air France Cargo", "AF"), ("074", "KLM Cargo", "KL"),
        ("112", "China Cargo Airlines", "CK"), ("157", "Qatar Airways Cargo", "QR"), ("160", "Cathay Cargo", "CX"),
        ("172", "Cargolux", "CV"), ("176", "Emirates SkyCargo", "EK"), ("235", "Turkish Cargo", "TK"),
    ].map { (prefix: $0.0, name: $0.1, code: $0.2) }
    private static let asian = ["HKG", "PVG", "CAN", "SZX"]
    private static let western = ["LUX", "FRA", "LAX", "ORD", "AMS"]

    init(_ number: AirWaybill, seed: UInt64, now: Int) {
        var dice = Dice(stableHash(seed, number.dashed))
        self.now = now
        airline = AirShipment.airlines.first { $0.prefix == number.airline } ?? (number.airline, "Cargo Air", "XX")
        from = dice.pick(AirShipment.asian) ?? "HKG"
        to = dice.pick(AirShipment.western) ?? "LUX"
        hours = dice.number(in: 10...15)
        flight = airline.code + String(dice.number(in: 1000...9899))
        pieces = dice.number(in: 1...12)
        weight = pieces * dice.number(in: 8...60)
        // In whole weeks, so that a number keeps its flight for a while and then finds a new one.
        let week = 7 * 86400
        departure = now / week * week + dice.number(in: -5 * 86400...3 * 86400) / 300 * 300
    }

    var json: JSON {
        let events = events.filter { $0.time <= now }
        let name = airline.name
        let site = "https://\(airline.code.lowercased()).example.test/"
        return [
            "return_data": [
                "weight": .string("\(weight)K"), "piece": .string(String(pieces)), "origin": .string(from),
                "destination": .string(to), "status_number": JSON(events.count),
                "last_event": .string(events.last?.text ?? ""), "track_info": .array(events.reversed().map(row)),
                "flight_info": events.isEmpty ? [] : .object([flight: flightInfo]),
            ],
            "airline_info": ["name": .string(name), "url": .string(site), "track_url": .string(site + "track")],
        ]
    }

    private typealias Event = (time: Int, text: String, mark: String, station: String)

    private var arrival: Int { departure + hours * 3600 }

    private var events: [Event] {
        [
            (departure - 20 * 3600, "Received from shipper", "RCS", from),
            (departure, "Departed", "DEP", from),
            (arrival, "Arrived", "ARR", to),
            (arrival + 5 * 3600, "Notified for delivery", "NFD", to),
            (arrival + 30 * 3600, "Delivered", "DLV", to),
        ]
    }

    private var flightInfo: JSON {
        [
            "depart_station": .string(from), "arrival_station": .string(to), "plan_depart_time": time(departure - 720),
            "depart_time": time(departure), "plan_arrival_time": time(arrival + 540),
            "arrival_time": arrival <= now ? time(arrival) : "",
        ]
    }

    private func row(_ event: Event) -> JSON {
        [
            "plan_date": time(event.time - 600), "actual_date": time(event.time), "event": .string(event.text),
            "station": .string(event.station), "flight_number": .string(flight), "status": .string(event.mark),
            "piece": .string(String(pieces)), "weight": .string("\(weight)K"),
        ]
    }

    private func time(_ seconds: Int) -> JSON {
        .string(Timestamps.local(seconds, offset: 0, withSeconds: false))
    }
}
