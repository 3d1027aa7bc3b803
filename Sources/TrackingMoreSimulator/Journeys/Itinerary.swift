/// What fixes a journey once and for all: two parcels with the same itinerary have the same scans.
struct Itinerary: Sendable, Equatable {
    /// Decides the details: which towns, which gaps between the scans.
    let chance: UInt64
    let carrier: String
    /// ISO alpha-2, upper case.
    let origin: String
    let destination: String
    let outcome: Outcome
    /// When it is handed in; seconds since 1970.
    let start: Int
    /// From the first scan to the last, in seconds.
    let length: Int

    var service: CarrierService { CarrierService(carrier: carrier) }
    var isDomestic: Bool { origin == destination }
}

extension Itinerary {
    /// The itinerary of a parcel that is added now: drawn from the account's seed and the parcel's own name.
    static func drawn(
        seed: UInt64, number: String, carrier: String, destination wanted: String?, outcome fixed: Outcome? = nil,
        start fixedStart: Int? = nil, length fixedLength: Int? = nil, now: Int
    ) -> Itinerary {
        let chance = stableHash(seed, number.uppercased(), carrier)
        var dice = Dice(chance)
        let service = CarrierService(carrier: carrier)
        let origin = origin(number: number, carrier: carrier, service: service, dice: &dice)
        let destination = wanted?.uppercased() ?? guessedDestination(from: origin, dice: &dice)
        let outcome = fixed ?? Outcome.drawn(&dice)
        let hours = dice.number(in: origin == destination ? service.hoursAtHome : service.hoursAbroad)
        let share = outcome == .silent ? dice.number(in: 30...60) : 100
        let start = fixedStart ?? now + dice.number(in: -12...20) * 3600 + dice.number(below: 3600)
        return Itinerary(
            chance: chance, carrier: carrier, origin: origin, destination: destination, outcome: outcome, start: start,
            length: fixedLength ?? hours * 36 * share + dice.number(below: 3600))
    }

    private static func origin(number: String, carrier: String, service: CarrierService, dice: inout Dice) -> String {
        if let country = postalSuffix(of: number), Region.knows(country) { return country }
        if let home = Region.homeOf(carrier: carrier) { return home.code }
        if service == .consolidator || carrier.hasPrefix("china-") { return "CN" }
        return dice.pick(["CN", "CN", "DE", "US", "GB", "NL"]) ?? "CN"
    }

    private static func guessedDestination(from origin: String, dice: inout Dice) -> String {
        let far = dice.pick(["US", "US", "DE", "GB", "FR", "CA", "AU", "ES", "IT", "JP", "BR", "PL"]) ?? "US"
        return origin != "CN" && dice.chance(600) ? origin : far
    }

    /// The country at the end of a postal number of the world's posts, `RB555666772CN`.
    private static func postalSuffix(of number: String) -> String? {
        let characters = Array(number.uppercased().utf8)
        guard characters.count == 13, characters.prefix(2).allSatisfy(isLetter),
            characters.suffix(2).allSatisfy(isLetter),
            characters.dropFirst(2).dropLast(2).allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return String(decoding: characters.suffix(2), as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}
