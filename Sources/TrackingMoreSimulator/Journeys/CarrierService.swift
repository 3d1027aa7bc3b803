/// What sort of carriage a carrier offers; decides the scans, the legs and the pace of a journey.
enum CarrierService: Sendable {
    /// One company from door to door.
    case express
    /// A postal operator abroad, handed over to the one at home.
    case postal
    /// Collects in China, flies, and leaves the last mile to the post.
    case consolidator

    init(carrier: String) {
        if Region.homeOf(carrier: carrier) != nil || carrier.hasSuffix("-post") || carrier.hasSuffix("-ems") {
            self = .postal
        } else if CarrierService.consolidators.contains(carrier) {
            self = .consolidator
        } else {
            self = .express
        }
    }

    /// Days without a scan after which the service gives a parcel up.
    var expiryDays: Int { self == .express ? 30 : 60 }

    /// How long a journey across a border takes, in hours.
    var hoursAbroad: ClosedRange<Int> {
        switch self {
        case .express: 60...150
        case .postal: 230...600
        case .consolidator: 190...380
        }
    }

    /// How long a journey inside one country takes, in hours.
    var hoursAtHome: ClosedRange<Int> { self == .express ? 22...70 : 40...110 }

    private static let consolidators: Set<String> = [
        "4px", "yunexpress", "yanwen", "cainiao", "sf-express", "sfb2c", "flytexpress", "cnexps", "anjun",
        "ubi-logistics",
        "wishpost", "sunyou", "dhlecommerce-asia", "winit", "equick-cn", "cne",
    ]
}
