extension ValueKind {
    /// What people call a value of this kind: `tracking number`.
    public var name: String {
        switch self {
        case .parcel, .trackingNumber: "tracking number"
        case .carrier: "carrier"
        case .country: "country"
        case .status: "status"
        case .language: "language"
        case .text: "text"
        case .email: "e-mail address"
        case .phone: "telephone number"
        case .number: "number"
        case .boolean: "truth value"
        case .date: "date"
        case .dateRange: "range of dates"
        case .duration: "duration"
        case .path: "file name"
        case .record: "record"
        case .any: "value"
        case .choice: "word"
        }
    }
}
