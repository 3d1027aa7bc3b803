import TMSBase
import TrackingMore

/// What is to be said of a parcel, by its status, its substatus and its scans.
public enum ReplySituation: String, Sendable, CaseIterable {
    /// Just added, nobody has been asked about it.
    case pending
    /// The carrier was asked and knows no scan.
    case unscanned
    case transit
    /// On its way, and without a scan for a week or more.
    case silent
    /// The service has given up waiting for news.
    case expired
    case held
    case delivery, collect
    /// One of the two; the answer does not say which.
    case pickup
    case delivered
    /// A delivery was tried and failed.
    case attempted
    case returning, returned
    /// Trouble that the answer does not name, or that customers are told better by a person.
    case exception
    /// No status, or one nobody knows.
    case unknown

    /// From so many days without a scan on a parcel is told of as silent.
    static let silence = 7

    init(status: String, substatus: String, hasScan: Bool, silentDays: Int?) {
        let turn = Substatus(substatus)?.turn
        switch Status(rawValue: status) {
        case .pending: self = hasScan ? .unknown : .pending
        case .notfound: self = hasScan ? .unknown : .unscanned
        case .transit:
            // Where the last scan has no date, nothing is said of how long it is ago.
            self = silentDays.map { $0 >= ReplySituation.silence } == true ? .silent : .transit
        case .pickup:
            switch turn {
            case .outForDelivery: self = .delivery
            case .readyToCollect: self = .collect
            default: self = .pickup
            }
        case .delivered: self = .delivered
        case .undelivered: self = .attempted
        case .exception:
            switch turn {
            case .heldByCustoms: self = .held
            case .returned: self = .returned
            case .returning: self = .returning
            default: self = .exception
            }
        case .expired: self = .expired
        case nil: self = .unknown
        }
    }

    /// Whether it may be over tomorrow, so that one is told from when the answer is.
    var passes: Bool { self != .delivered && self != .returned }
}
