public import TMSSyntax
public import TrackingMore

extension ValueKind {
    /// How the language asks for a value of this kind.
    public init(_ kind: Kind) {
        switch kind.element {
        case .trackingNumber: self = .trackingNumber
        case .carrier: self = .carrier
        case .country: self = .country
        case .status: self = .status
        case .language: self = .language
        case .email: self = .email
        case .phone: self = .phone
        case .integer, .decimal, .days: self = .number
        case .date: self = .date
        case .dateRange: self = .dateRange
        case .boolean: self = .boolean
        case .choice(let choices): self = .choice(choices.map(\.word))
        case .record, .map: self = .record
        case .substatus, .text, .orderID, .postcode, .awb, .url, .list: self = .text
        }
    }
}

extension FieldKind {
    /// How the values of a field of this kind compare.
    public init(_ kind: Kind) {
        switch kind {
        case .trackingNumber: self = .trackingNumber
        case .carrier: self = .carrier
        case .country: self = .country
        case .status: self = .status
        case .integer, .decimal: self = .number
        case .days: self = .duration
        case .date: self = .date
        case .boolean: self = .boolean
        case .record, .map: self = .record
        case .list: self = .list
        case .substatus, .text, .email, .phone, .language, .orderID, .postcode, .awb, .url, .choice, .dateRange:
            self = .text
        }
    }
}
