/// Where a parcel stands: the eight words of the service.
public enum Status: String, Sendable, CaseIterable {
    case pending, notfound, transit, pickup, delivered, undelivered, exception, expired
}

extension Status {
    /// What people call it: `in transit`.
    public var label: String {
        switch self {
        case .pending: "pending"
        case .notfound: "not found"
        case .transit: "in transit"
        case .pickup: "out for delivery"
        case .delivered: "delivered"
        case .undelivered: "failed attempt"
        case .exception: "exception"
        case .expired: "expired"
        }
    }

    /// All that the service means by it.
    public var longLabel: String { self == .pickup ? "out for delivery, or ready to collect" : label }

    /// What people call it of a parcel with this substatus, which says more of one that is near its end.
    public func label(_ substatus: String?) -> String {
        guard self == .pickup else { return label }
        return switch substatus.flatMap({ Substatus($0) })?.code {
        case "pickup001", "pickup003": label
        case "pickup002": "ready to collect"
        default: longLabel
        }
    }

    /// What it says, without a full stop.
    public var meaning: String {
        switch self {
        case .pending: "just added, not yet asked about"
        case .notfound: "asked about, nothing known yet"
        case .transit: "on the way"
        case .pickup: "out for delivery, or waiting to be collected"
        case .delivered: "delivered"
        case .undelivered: "delivery was tried and failed"
        case .exception: "lost, returned, held or in other trouble"
        case .expired: "no movement for 30 days, or 60 by post"
        }
    }

    /// Reads the service's word or the human one, whatever the case, blanks and hyphens: `out-for-delivery`.
    public init?(_ text: String) {
        let word = Status.plain(text)
        guard let status = Status.words[word] else { return nil }
        self = status
    }

    /// The words that set a status by hand, and the numbers the service takes for them.
    public static let marks = [Choice("delivered", 4), Choice("exception", 7), givenBack]
    /// Gives a status that was set by hand back to the service.
    public static let givenBack = Choice("restored", 8)

    /// Every word that is read: the service's own, then the human ones with hyphens.
    public static let allWords: [(word: String, status: Status)] =
        allCases.map { ($0.rawValue, $0) } + allCases.filter { $0.hyphened != $0.rawValue }.map { ($0.hyphened, $0) }

    private var hyphened: String { String(label.map { $0 == " " ? "-" : $0 }) }

    private static let words = Dictionary(
        allWords.map { (plain($0.word), $0.status) } + allCases.map { (plain($0.longLabel), $0) }
    ) { first, _ in first }

    private static func plain(_ text: String) -> String {
        text.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
    }
}
