import TMSBase
import TrackingMore

/// Parcels made up from the seed, for accounts larger than the known ones; the oldest first, no two of one number.
struct GeneratedParcels: Sequence, IteratorProtocol {
    private var dice: Dice
    private let seed: UInt64
    private let now: Int
    private let count: Int
    private var index = 0

    init(_ count: Int, seed: UInt64, now: Int) {
        self.count = count
        self.seed = seed
        self.now = now
        dice = Dice(stableHash(seed, "account"))
    }

    /// The next parcel, added at some time of the last sixty days.
    mutating func next() -> Parcel? {
        guard index < count else { return nil }
        let span = 60 * 86400
        let (from, to) = (span * index / count, span * (index + 1) / count)
        index += 1
        let carrier = dice.pick(GeneratedParcels.carriers) ?? "4px"
        let number = number(of: carrier)
        let destination = dice.pick(GeneratedParcels.destinations) ?? "US"
        let created = now - span + from + dice.number(below: to - from)
        var details: JSONObject = ["destination_code": .string(destination.lowercased())]
        if let title = dice.pick(GeneratedParcels.titles) { details.append("title", .string(title)) }
        details.append("order_id", .string("#\(100_000 + index)"))
        let itinerary = Itinerary.drawn(
            seed: seed, number: number, carrier: carrier, destination: destination, now: created)
        return Parcel(
            number: number, carrier: carrier, created: created, details: details, itinerary: itinerary)
    }

    private mutating func number(of carrier: String) -> String {
        switch carrier {
        case "china-post": return postal("RB", "CN")
        case "singapore-post": return postal("RR", "SG")
        case "royal-mail": return postal("RN", "GB")
        case "yunexpress": return "YT26" + padded(index, 14)
        case "dhl": return waybill()
        default: return "300" + padded(600_000_000 + index, 9)
        }
    }

    /// Thirteen characters of the world's posts, the check digit a weighted sum by eleven.
    private func postal(_ service: String, _ country: String) -> String {
        let digits = padded(10_000_000 + index, 8)
        let weights = [8, 6, 4, 2, 3, 5, 9, 7]
        let sum = zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        let check = 11 - sum % 11
        return service + digits + String(check == 10 ? 0 : check == 11 ? 5 : check) + country
    }

    /// Nine digits and their remainder by seven.
    private func waybill() -> String {
        let serial = 200_000_000 + index
        return String(serial) + String(serial % 7)
    }

    private static let carriers = [
        "4px", "4px", "4px", "china-post", "china-post", "yunexpress", "singapore-post", "dhl", "royal-mail",
    ]
    private static let destinations = ["US", "US", "US", "DE", "GB", "FR", "CA", "AU", "ES", "IT", "JP", "BR", "PL"]
    private static let titles = [
        "desk lamp", "cute pillow", "phone case", "tea set", "cable set", "sneakers", "watch strap", "board game",
    ]
}
