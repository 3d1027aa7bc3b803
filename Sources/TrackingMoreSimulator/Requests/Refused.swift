import TrackingMore

/// A call, or one item of it, that the service says no to.
struct Refused: Error, Equatable {
    let code: Int

    init(_ code: Int) { self.code = code }

    /// The service's own words where they are known, else what the code means.
    var message: String {
        switch code {
        case 4014: "The value of `tracking_number` is invalid."
        case 4015: "The value of `carrier_code` is invalid."
        case 4016: "Tracking already exists."
        case 4017: "Tracking does not exist."
        default: Refusal(code: code).cause.capitalisedSentence
        }
    }
}

extension String {
    fileprivate var capitalisedSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
