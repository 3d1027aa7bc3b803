/// Everything that will happen to a parcel, oldest first. What has happened so far is for the clock to say.
struct Journey: Sendable {
    let steps: [Step]

    struct Step: Sendable {
        /// Seconds since 1970.
        let time: Int
        let scan: Scan
        let place: Place
        let leg: Leg
    }

    enum Leg: Sendable { case origin, destination }

    init(_ itinerary: Itinerary) {
        guard itinerary.outcome != .notFound else {
            steps = []
            return
        }
        var dice = Dice(itinerary.chance ^ 0x5EED)
        let scans = Journey.scans(of: itinerary, dice: &dice)
        let towns = Towns(itinerary, dice: &dice)
        let gaps = scans.enumerated().map { $0.offset == 0 ? 0 : $0.element.weight * dice.number(in: 60...140) }
        let total = max(gaps.reduce(0, +), 1)
        var passed = 0
        var waited = 0
        var steps: [Step] = []
        steps.reserveCapacity(scans.count)
        for (scan, gap) in zip(scans, gaps) {
            passed += gap
            // In floating point, so that no length of journey can overflow.
            let share = Double(passed) / Double(total)
            let place = towns.place(of: scan)
            let time = itinerary.start + waited + Int(Double(itinerary.length) * share)
            let wait = scan.happensByDay ? Journey.untilMorning(time + place.offset, &dice) : 0
            waited += wait
            steps.append(Step(time: time + wait, scan: scan, place: place, leg: towns.leg(of: scan)))
        }
        self.steps = steps
    }

    /// How long people at a place sleep on; nothing between eight and seven in the evening.
    private static func untilMorning(_ localTime: Int, _ dice: inout Dice) -> Int {
        let second = ((localTime % 86400) + 86400) % 86400
        let (morning, evening) = (8 * 3600, 19 * 3600)
        if (morning..<evening).contains(second) { return 0 }
        return (second < morning ? morning : morning + 86400) - second + dice.number(below: 5400)
    }

    private static func scans(of itinerary: Itinerary, dice: inout Dice) -> [Scan] {
        var scans = itinerary.isDomestic ? domestic : itinerary.service == .express ? express : postal
        if dice.chance(300) { scans.insert(.forwarded, at: 2) }
        switch itinerary.outcome {
        case .silent:
            return Array(scans.prefix(max(2, scans.count * dice.number(in: 5...8) / 10)))
        case .cancelled:
            return [.cancelled]
        case .damaged:
            return scans.dropLast() + [.damaged]
        case .disrupted:
            return scans.dropLast() + [.disrupted]
        case .heldByCustoms:
            guard let customs = scans.firstIndex(of: .customsCleared) else { return scans.dropLast() + [.damaged] }
            return scans.prefix(customs) + [.customsHeld]
        default:
            if dice.chance(30), let customs = scans.firstIndex(of: .customsCleared) {
                scans.insert(.customsHeld, at: customs)
            }
            return scans + itinerary.ending
        }
    }

    private static let domestic: [Scan] = [.received, .sorted, .sortedAtDestination, .atDeliveryOffice]
    private static let express: [Scan] = [
        .received, .sorted, .departed, .arrivedAbroad, .customsCleared, .sortedAtDestination, .atDeliveryOffice,
    ]
    private static let postal: [Scan] = [
        .received, .sorted, .dispatched, .departed, .arrivedAbroad, .customsCleared, .sortedAtDestination,
        .atDeliveryOffice,
    ]
}

/// Which town each scan happens in, and which of the two carriers reports it.
private struct Towns {
    private let origin: Region
    private let destination: Region
    private let sender: Int
    private let receiver: Int
    private let hub: Int
    private let hasTwoLegs: Bool

    init(_ itinerary: Itinerary, dice: inout Dice) {
        origin = Region.of(itinerary.origin)
        destination = Region.of(itinerary.destination)
        sender = dice.number(below: 64)
        receiver = dice.number(below: 64)
        hub = dice.number(below: 64)
        hasTwoLegs = itinerary.lastMileCarrier != nil
    }

    func place(of scan: Scan) -> Place {
        switch scan {
        case .received, .cancelled: origin.place(sender)
        case .sorted, .forwarded: origin.place(hub)
        case .dispatched, .departed: origin.gateway
        case .arrivedAbroad, .customsCleared, .customsHeld: destination.gateway
        case .sortedAtDestination: destination.place(hub)
        case .returned: origin.place(sender)
        default: destination.place(receiver)
        }
    }

    func leg(of scan: Scan) -> Journey.Leg {
        switch scan {
        case .received, .cancelled, .sorted, .forwarded, .dispatched, .departed, .arrivedAbroad: .origin
        default: hasTwoLegs ? .destination : .origin
        }
    }
}

extension Itinerary {
    /// The scans after the delivery office. A failed attempt has one of four causes, and after it the addressee may be
    /// called first; both are fixed by the parcel and not drawn, so that the times of the scans stay what they are.
    fileprivate var ending: [Scan] {
        let causes: [Scan] = [.wrongAddress, .unreachable, .undeliverable]
        let lot = Int(stableHash(chance, "notice") % 8)
        var hasFailed = false
        return outcome.ending.map { scan in
            switch scan {
            case .attemptFailed:
                hasFailed = true
                return causes.indices.contains(lot) ? causes[lot] : scan
            case .outForDelivery where hasFailed && lot % 2 == 0: return .contacted
            default: return scan
            }
        }
    }

    /// The carrier that takes over in the country of destination; nil where the first one goes all the way.
    var lastMileCarrier: String? {
        guard !isDomestic, service != .express else { return nil }
        let post = Region.of(destination).post
        return post.isEmpty || post == carrier ? nil : post
    }
}
