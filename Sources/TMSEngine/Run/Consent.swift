public import TMSSyntax

/// What somebody says to a question about a call.
public enum Consent: Sendable, Equatable {
    case given
    /// A person has read the question and leaves it.
    case declined
    /// Nobody is there to ask.
    case nobodyThere
}

/// What somebody is asked before it is done.
public struct ConsentRequest: Sendable {
    /// Why there is a question.
    public enum Reason: Sendable, Equatable {
        case irreversible
        /// A call made by hand that is none of the API's.
        case unknown
        /// A read that takes from the quota.
        case price
        /// A change of many parcels of a real account.
        case many

        /// Where nobody is there it is done all the same: a person is asked so that no slip becomes dear.
        public var isForPeopleOnly: Bool { self == .price || self == .many }
    }

    /// A parcel that it is about, with what is known of it.
    public struct Sample: Sendable, Equatable {
        public var number: String
        public var carrier: String?
        public var title: String?
        public var customer: String?

        public init(number: String, carrier: String? = nil, title: String? = nil, customer: String? = nil) {
            self.number = number
            self.carrier = carrier
            self.title = title
            self.customer = customer
        }
    }

    public let reason: Reason
    public let verb: String
    /// What cannot be brought back, or what else there is to know, as a sentence.
    public let warning: String
    public let count: Int
    /// Whether it may be fewer: a loop has so many rows, but need not do it for each.
    public let isAtMost: Bool
    /// Requests it will take.
    public let requests: Int
    /// What it takes from the quota; nil where that is nothing or nobody knows.
    public var quota: Int?
    /// What it is about: `parcel`, `shipment`; nil for a call made by hand that names none.
    public var noun: String?
    /// The first few of them, with what is known of each; looked up only where somebody reads it.
    public let samples: @Sendable () async -> [Sample]
    public let location: SourceLocation
}
