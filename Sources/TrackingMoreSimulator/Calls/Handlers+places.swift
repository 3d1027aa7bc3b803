import TrackingMore

extension Handlers {
    /// About one place in three is remote, and always the same ones.
    @Sendable static func remoteArea(_ call: Call, _ session: inout Session) throws -> Reply {
        guard let refused = call.items.lazy.compactMap(\.refused).first else {
            try session.pay(call.endpoint)
            let places = call.items.map { RemotePlace($0.fields) }
            var reply = Reply.success([
                "submitted": JSON(call.items.count),
                "other": .array(places.filter(\.companies.isEmpty).map { .string($0.postcode) }),
                "remote": .array(places.flatMap(\.rows)),
            ])
            reply.message = "The request was successful."
            return reply
        }
        throw refused
    }

    /// Statistics that look like a carrier's, the same whenever they are asked for.
    @Sendable static func transitTime(_ call: Call, _ session: inout Session) throws -> Reply {
        if let refused = call.items.lazy.compactMap(\.refused).first { throw refused }
        let times = call.items.map { transitTime($0.fields, session) }
        guard session.behaviour.transitTimesAreArray else {
            return .success(.object(JSONObject(times.enumerated().map { (String($0.offset), $0.element) })))
        }
        return .success(.array(times))
    }

    private static func transitTime(_ fields: JSONObject, _ session: Session) -> JSON {
        let seed = session.account.seed
        let (origin, destination) = (fields.text("original"), fields.text("destination"))
        var dice = Dice(stableHash(seed, fields.carrier, origin.uppercased(), destination.uppercased()))
        let total = dice.number(in: 400...9000)
        let isFast = CarrierService(carrier: fields.carrier) == .express || origin == destination
        let week = isFast ? dice.number(in: 620...820) : dice.number(in: 20...90)
        let fortnight = isFast ? dice.number(in: 90...140) : dice.number(in: 330...560)
        let month = isFast ? dice.number(in: 10...40) : dice.number(in: 220...300)
        let longer = dice.number(in: 2...40)
        let delivered = total * (week + fortnight + month + longer) / 1000
        func share(_ thousandths: Int) -> JSON {
            if !session.behaviour.sharesAreFractions { return .number("\(thousandths / 10).\(thousandths % 10)") }
            let digits = String(thousandths)
            return .number("0." + String(repeating: "0", count: max(0, 3 - digits.count)) + digits)
        }
        return [
            "carrier_code": .string(fields.text("carrier_code")), "original": .string(origin),
            "destination": .string(destination), "total": JSON(total), "delivered": JSON(delivered),
            "range1": share(week), "range3": share(fortnight), "range4": share(month), "range5": share(longer),
        ]
    }
}

/// A place somebody asked about, and the carriers that charge extra there.
private struct RemotePlace {
    let country: Country?
    let postcode: String
    let companies: [String]

    private static let all = ["dhl", "ups", "fedex", "tnt"]
    /// Picked so that the places named in the examples are remote.
    private static let chance: UInt64 = 63

    init(_ fields: JSONObject) {
        country = Country(fields.text("country"))
        postcode = fields.text("postcode")
        let wanted = fields.text("company").lowercased()
        let asked = wanted.isEmpty ? RemotePlace.all : [wanted]
        guard let country else {
            companies = []
            return
        }
        let hash = stableHash(RemotePlace.chance, country.code, postcode.uppercased())
        let charging = hash % 3 == 0 ? RemotePlace.all.filter { stableHash(hash, $0) % 4 != 0 } : []
        companies = charging.filter(asked.contains)
    }

    var rows: [JSON] {
        companies.map { company in
            [
                "far_express_company": .string(company), "two_code": .string(country?.code ?? ""),
                "far_country": .string(country?.name ?? ""), "far_city_postcode": .string(postcode),
            ]
        }
    }
}
