/// What the wire calls the fields that tms itself reads and writes, by what they mean. All other fields are shown and
/// sent as they are declared, and need no role.
///
/// A class, since it is handed to what is asked of every row, and is too large to be copied for each.
public final class FieldRoles: Sendable {
    public let parcel: Parcel
    public let scan: Scan
    public let carrier: Carrier
    public let request: Request
    /// Of the account: what is left of its quota.
    public let quotaLeft: String

    init(parcel: Parcel, scan: Scan, carrier: Carrier, request: Request, quotaLeft: String) {
        self.parcel = parcel
        self.scan = scan
        self.carrier = carrier
        self.request = request
        self.quotaLeft = quotaLeft
    }

    /// Fields of a parcel.
    public struct Parcel: Sendable {
        /// The service's own name for it.
        public let id: String
        public let number: String
        public let carrier: String
        public let status: String
        /// When the account began to follow it.
        public let created: String
        public let order: String
        /// The country it goes to, by code; the usual name first, then those of other answers.
        public let destinations: [String]
        /// The country it goes to, by name.
        public let destinationName: String
        /// The line of the newest scan.
        public let event: String
        /// When the newest scan was made.
        public let moved: String
        /// The service's own count of the days since the newest scan.
        public let silentDays: String
        /// The service's own count of the days since the oldest scan.
        public let travellingDays: String
        /// The parts of its way, the first carrier's first; each a record.
        public let legs: [String]
        /// Of a part of the way: its scans.
        public let scans: String
    }

    /// Fields of a scan.
    public struct Scan: Sendable {
        public let date: String
        public let text: String
        public let place: String
        public let status: String
        public let substatus: String
    }

    /// Fields of a carrier, in the list of carriers and among those that a number may belong to.
    public struct Carrier: Sendable {
        public let code: String
        public let name: String
    }

    /// Fields of requests that stand in no answer.
    public struct Request: Sendable {
        /// Of the list: the numbers of the parcels that are wanted.
        public let numbers: String
        /// Of the list: which page, from 1.
        public let page: String
        /// Of the list: rows on a page.
        public let limit: String
        /// The carrier that a parcel is moved to.
        public let newCarrier: String
    }
}
