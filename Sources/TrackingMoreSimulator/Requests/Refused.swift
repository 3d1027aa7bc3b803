import TrackingMore

/// A call, or one item of it, that the service says no to.
struct Refused: Error, Equatable {
    let code: Int
    /// What is said where more is known than the code tells; nil for the code's own words.
    private let reason: String?

    init(_ code: Int, _ reason: String? = nil) {
        self.code = code
        self.reason = reason
    }

    /// The reason, else the service's own words where they are known, else what the code means.
    var message: String {
        if let reason { return reason }
        switch code {
        case 4014: return "The value of `tracking_number` is invalid."
        case 4015: return "The value of `carrier_code` is invalid."
        case 4016: return "Tracking already exists."
        case 4017: return "Tracking does not exist."
        default: return Dialect.v2.refusal(code).cause.capitalisedSentence
        }
    }
}

extension Refused {
    /// A value that its field cannot have.
    static func invalid(_ field: String) -> Refused { Refused(4012, "The value of `\(field)` is invalid.") }
}

extension String {
    fileprivate var capitalisedSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
