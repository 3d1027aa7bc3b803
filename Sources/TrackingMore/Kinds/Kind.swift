/// What sort of value a parameter takes or a field holds on the wire; decides how it is read, checked, written and shown.
///
/// It says more than the language asks, such as how a date is spelt and where a limit lies, and knows nothing of it.
public indirect enum Kind: Sendable, Equatable {
    // What people write
    case trackingNumber
    case carrier
    case country
    case status
    case substatus
    case text
    case email
    case phone
    case language
    case integer
    case decimal
    case orderID
    case postcode
    /// An air waybill number, `172-28891936`.
    case awb
    case date(DateForm)
    /// Two ends, each a field of its own in unix seconds.
    case dateRange(min: String, max: String)
    /// Words, and what each is on the wire.
    case choice([Choice])
    case list(of: Kind, max: Int?)

    // What only answers hold
    case boolean
    /// Whole days.
    case days
    case url
    case record(RecordSchema)
    /// A record whose keys are data: the AWBs of an air cargo answer.
    case map(RecordSchema)
}

/// A word people write and the value it is on the wire.
public struct Choice: Sendable, Equatable {
    public let word: String
    public let wire: JSON

    public init(_ word: String, _ wire: JSON) {
        self.word = word
        self.wire = wire
    }
}

/// How a date stands on the wire.
public enum DateForm: Sendable {
    /// `2018/04/01 10:08`, as `order_create_time` is sent.
    case slashedMinutes
    /// `20180401`, as `tracking_ship_date` is sent.
    case compactDay
    /// Seconds since 1970.
    case unixSeconds
    /// `2019-06-01T08:00:00+08:00`, as answers give `created_at`.
    case iso8601
    /// `2019-06-06 21:05:00` or without seconds, in the place's own time, as answers give events.
    case localTime
}

extension Kind {
    /// The words of a choice; empty for every other kind.
    public var choices: [Choice] {
        if case .choice(let choices) = self { choices } else { [] }
    }

    /// What one value of a list is; itself for every other kind.
    public var element: Kind {
        if case .list(let element, _) = self { element } else { self }
    }

    public var isList: Bool {
        if case .list = self { true } else { false }
    }
}

extension Kind {
    /// What the reference calls a value of it.
    public var name: String {
        switch self {
        case .trackingNumber: "tracking number"
        case .carrier: "carrier"
        case .country: "country"
        case .status: "status"
        case .substatus: "substatus"
        case .text: "text"
        case .email: "e-mail address"
        case .phone: "phone number"
        case .language: "language"
        case .integer: "whole number"
        case .decimal: "number"
        case .orderID: "order number"
        case .postcode: "postcode"
        case .awb: "air waybill number"
        case .date: "date"
        case .dateRange: "range of dates"
        case .choice: "word"
        case .list(let element, _): element.name
        case .boolean: "true or false"
        case .days: "days"
        case .url: "address of a page"
        case .record, .map: "record"
        }
    }

    /// A value that the service could send, where one is as good as another; nil where the field or the account says
    /// more of it.
    public var example: String? {
        switch self {
        case .language: "en"
        case .email: "someone@example.com"
        case .phone: "+8613500000000"
        case .url: "https://www.example.test/"
        case .awb: "172-28891936"
        default: nil
        }
    }
}

extension Kind {
    /// The word people read for a wire value of this kind; its own characters where there is no better one.
    public func label(_ value: JSON) -> String {
        guard let text = value.text else { return value.isNull ? "" : value.compact }
        switch self {
        case .status: return Status(text)?.label ?? text
        case .substatus: return Substatus(text)?.label ?? text
        case .carrier: return Carrier(text)?.name ?? text
        case .country: return Country(text)?.name ?? text
        case .language: return Language(text)?.name ?? text
        case .choice(let choices): return choices.first { $0.wire == value }?.word ?? text
        default: return text
        }
    }
}
